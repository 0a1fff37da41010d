import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CountUnit } from '../../../src/domain/units.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { everybody } from '../server/everybody.ts';
import { filterWords } from './words.ts';

export interface FoundCustomer {
  readonly id: number;
  readonly name: string;
}

const shown = 20;

/** A field that finds one customer by a part of his name, code, phone or ИНН. */
export function FindCustomer({
  label,
  unit,
  chosen,
  except = [],
  onChoose,
  autoFocus,
}: {
  readonly label: string;
  readonly unit: Exclude<CountUnit, 'deliveryPoint'>;
  readonly chosen: FoundCustomer | null;
  /** Who cannot be chosen. */
  readonly except?: readonly number[];
  readonly onChoose: (customer: FoundCustomer | null) => void;
  readonly autoFocus?: boolean;
}) {
  const say = useWords(filterWords);
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['find-customer', unit, search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.setPage(
        { body: { set: { ...everybody, unit }, period: 'last:30d', limit: shown, search, sort: 'name' } },
        { signal },
      ),
  });
  const rows = (found.data?.rows ?? []).filter(({ id }) => !except.includes(id));
  const all =
    chosen && !rows.some(({ id }) => id === chosen.id) ? [...rows, { ...chosen, code: '', city: '' }] : rows;
  return (
    <Select
      label={label}
      placeholder={say('findCustomer')}
      data={all.map(({ id, name, code, city }) => ({
        value: String(id),
        label: [name || code, city].filter(Boolean).join(' · '),
      }))}
      // The server has found them: by codes and numbers too.
      filter={({ options }) => options}
      value={chosen === null ? null : String(chosen.id)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value) => {
        const one = all.find(({ id }) => String(id) === value);
        onChoose(one === undefined ? null : { id: one.id, name: one.name || one.code });
      }}
      nothingFoundMessage={found.isPending ? say('searching') : say('nobodyByThat')}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('clear') }}
      {...(autoFocus && { 'data-autofocus': true })}
    />
  );
}
