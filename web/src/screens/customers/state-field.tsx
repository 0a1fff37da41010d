import { Autocomplete, Button, Popover, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { bulkFields, mostAtOnce } from '../../../../src/domain/bulk-edit.ts';
import type { CountUnit } from '../../../../src/domain/units.ts';
import { did, tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { GroundsChoice, groundsOf, noGrounds } from '../../design/grounds-choice.tsx';
import { useMembers } from '../../filters/use-members.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { customersWords } from './words.ts';

type Field = (typeof bulkFields)[number];

/** States one thing of all chosen. */
export function StateField({
  unit,
  period,
  count,
  idsOf,
}: {
  readonly unit: CountUnit;
  /** What is bought by whom in it is offered first. */
  readonly period: string;
  readonly count: number;
  readonly idsOf: () => Promise<readonly number[]>;
}) {
  const say = useWords(customersWords);
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<Field>('clientType');
  const [value, setValue] = useState('');
  const [grounds, setGrounds] = useState(noGrounds);
  const known = useMembers(field, { period, unit, methods: ['main'], slice: [] });
  const values = known.data?.flatMap(({ name }) => (name === '' ? [] : [name])) ?? [];
  const state = useMutation({
    mutationFn: async () =>
      await api.stateOfMany({
        body: { unit, ids: [...(await idsOf())], field, value, ...groundsOf(grounds) },
      }),
    onSuccess: ({ edits, leftOut }) => {
      setOpened(false);
      setValue('');
      void invalidateData();
      if (leftOut > 0) tell(say('leftOut', { n: leftOut }));
      if (edits === null) tell(say('nothingToState'));
      else
        did(say('statedOf', { n: edits.last - edits.first + 1 }), async () => {
          await api.undoManyEdits({ body: edits });
          await invalidateData();
        });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    state.mutate();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="top-start">
      <Popover.Target>
        <Button
          leftSection={<PencilLine size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpened(true)}
          disabled={count > mostAtOnce}
        >
          {say('state')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} style={{ display: 'grid', gap: 10, width: 300 }}>
          <Select
            label={say('what')}
            data={bulkFields.map((one) => ({ value: one, label: say(`what.${one}`) }))}
            value={field}
            onChange={(chosen) => setField((chosen as Field | null) ?? field)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <Autocomplete
            label={say('value')}
            data={[...new Set(values)]}
            value={value}
            onChange={setValue}
            maxLength={200}
            limit={50}
            required
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <GroundsChoice value={grounds} onChange={setGrounds} inPlace />
          {state.error && <ErrorNote error={state.error} />}
          <Button type="submit" variant="filled" loading={state.isPending} disabled={value.trim() === ''}>
            {say('stateCount', { n: count })}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
