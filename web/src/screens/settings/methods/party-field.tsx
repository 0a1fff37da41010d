import { Select, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { SetNode } from '../../../../../src/domain/sets/customer-set.ts';
import { useMay } from '../../../app/session.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { everybody } from '../../../server/everybody.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import own from './methods.module.css';
import { methodsWords } from './words.ts';

const entities = (set: SetNode) => ({ ...everybody, unit: 'legalEntity' as const, set });
const shown = 12;

/** Legal entities chosen by search, each with a way out. */
export function PartyField({
  ids,
  onChange,
}: {
  readonly ids: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
}) {
  const say = useWords(methodsWords);
  const may = useMay('seeCustomers');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const period = 'last:30d';
  const chosen = useQuery({
    queryKey: ['parties', ids],
    enabled: ids.length > 0 && may,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.setPage(
        { body: { set: entities({ kind: 'ids', ids: [...ids] }), period, limit: 1000 } },
        { signal },
      ),
  });
  const found = useQuery({
    queryKey: ['party-search', search],
    enabled: search.length > 1 && may,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.setPage(
        { body: { set: entities(everybody.set), period, limit: shown, search, sort: 'name' } },
        { signal },
      ),
  });
  const nameOf = (id: number): string =>
    chosen.data?.rows.find((row) => row.id === id)?.name ?? say('partyNumber', { id });
  return (
    <>
      {ids.length > 0 && (
        <ul className={own.parties}>
          {ids.map((id) => (
            <li key={id} className={classes.tag}>
              {nameOf(id)}{' '}
              <UnstyledButton
                aria-label={say('removeParty', { name: nameOf(id) })}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                <X size={12} strokeWidth={2} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <Select
        comboboxProps={inPlace}
        aria-label={say('findParty')}
        placeholder={say('findPartyHelp')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        value={null}
        onChange={(id) => {
          if (id !== null && !ids.includes(Number(id))) onChange([...ids, Number(id)]);
          setTyped('');
        }}
        filter={({ options }) => options}
        data={(search.length > 1 ? (found.data?.rows ?? []) : []).map((row) => ({
          value: String(row.id),
          label: [row.name, row.code, row.city].filter(Boolean).join(' · '),
        }))}
        nothingFoundMessage={search.length > 1 && found.data ? say('nothingFound') : undefined}
      />
    </>
  );
}
