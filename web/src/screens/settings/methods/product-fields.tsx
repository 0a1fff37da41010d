import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { figureQuery } from '../../../../../src/domain/figure-query.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { useDataState } from '../../../server/definitions.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import { methodsWords } from './words.ts';

/** The categories and brands that have ever been sold. */
export function useSold(dimension: 'category' | 'brand') {
  const state = useDataState().data;
  const from = state?.historySince?.slice(0, 7);
  const to = state?.asOf?.slice(0, 7);
  const answer = useQuery({
    queryKey: ['sold', dimension, from, to],
    enabled: from !== undefined && to !== undefined,
    queryFn: ({ signal }) =>
      api.table(
        {
          body: figureQuery.parse({
            ...{ metrics: ['sales'], rows: [dimension], period: `${from}..${to}` },
            ...{ unit: 'client', methods: [{ id: 'main' }] },
          }),
        },
        { signal },
      ),
  });
  const sold = answer.data?.cells.flatMap(({ rows }) => rows) ?? [];
  return [...new Set(sold)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'ru'));
}

/** Which products count: what is sold, and what has been chosen though it is not. */
export function ProductFields({
  categories,
  brands,
  onChange,
}: {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly onChange: (next: { categories?: readonly string[]; brands?: readonly string[] }) => void;
}) {
  const say = useWords(methodsWords);
  const known = { categories: useSold('category'), brands: useSold('brand') };
  const chosen = { categories, brands };
  return (
    <div className={classes.pair}>
      {(['categories', 'brands'] as const).map((field) => (
        <MultiSelect
          comboboxProps={inPlace}
          key={field}
          label={say(field)}
          data={[...new Set([...known[field], ...chosen[field]])]}
          value={[...chosen[field]]}
          onChange={(next) => onChange({ [field]: next })}
          searchable
          clearable={false}
          nothingFoundMessage={say('nothingFound')}
        />
      ))}
    </div>
  );
}
