import { Button, Popover, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { isOffered } from '../../../../src/domain/member-edit.ts';
import type { CountUnit } from '../../../../src/domain/units.ts';
import { tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { endOf } from '../../server/end-of-job.ts';
import { invalidateData } from '../../server/query-client.ts';
import { customersWords } from './words.ts';

/** States who is responsible for those chosen, from a day on. */
export function AssignRep({
  unit,
  count,
  idsOf,
}: {
  readonly unit: CountUnit;
  readonly count: number;
  readonly idsOf: () => Promise<readonly number[]>;
}) {
  const say = useWords(customersWords);
  const [opened, setOpened] = useState(false);
  const [rep, setRep] = useState<string | null>(null);
  const [from, setFrom] = useState(() => new Date().toLocaleDateString('sv'));
  const organisation = useQuery({
    queryKey: ['organisation'],
    enabled: opened,
    queryFn: ({ signal }) => api.organisation({ query: {} }, { signal }),
  });
  const reps = organisation.data?.members.filter((one) => one.kind === 'rep' && isOffered(one, from)) ?? [];
  const name = reps.find(({ id }) => String(id) === rep)?.name ?? '';
  const assign = useMutation({
    mutationFn: async () => {
      const ids = await idsOf();
      const begun = await api.assign({
        body: { about: unit, ids, kind: 'rep', member: Number(rep), from },
      });
      setOpened(false);
      tell(say('assigning', { name }));
      await endOf(begun);
    },
    onSuccess: () => {
      tell(say('assigned', { name, n: count }));
      void invalidateData();
    },
    onError: () => setOpened(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    assign.mutate();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="top-start">
      <Popover.Target>
        <Button
          leftSection={<UserRoundCheck size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {say('assign')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} style={{ display: 'grid', gap: 10, width: 300 }}>
          <Select
            label={say('rep')}
            data={reps.map(({ id, name: label, code }) => ({
              value: String(id),
              label: reps.filter((one) => one.name === label).length > 1 ? `${label}, ${code}` : label,
            }))}
            value={rep}
            onChange={setRep}
            nothingFoundMessage={say('nobodyKnown')}
            searchable
            required
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <TextInput
            type="date"
            label={say('from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            required
          />
          {(organisation.error ?? assign.error) && <ErrorNote error={organisation.error ?? assign.error} />}
          <Button type="submit" variant="filled" loading={assign.isPending} disabled={rep === null}>
            {say('assignCount', { n: count })}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
