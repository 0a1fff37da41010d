import { MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isOffered } from '../../../../src/domain/member-edit.ts';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Block } from '../../design/page.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './hand-over.module.css';
import { type Draft, planOf } from './plan.ts';
import { type Chosen, PlanPreview } from './plan-preview.tsx';
import { handOverWords } from './words.ts';

/** Who hands over to whom, from when, for how long; what would go over stands below as soon as that is said. */
export function PlanForm({
  from,
  clients,
}: {
  readonly from: number | null;
  /** Only these customers go over. */
  readonly clients: readonly number[] | null;
}) {
  const say = useWords(handOverWords);
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => api.organisation({ query: {} }, { signal }),
  });
  const first: Draft = {
    ...{ from, clients, to: [], since: new Date().toLocaleDateString('sv'), forGood: true, until: '' },
  };
  const [draft, setDraft] = useState(first);
  const [chosen, setChosen] = useState<Chosen>(null);
  const plan = planOf(draft);
  const [settled] = useDebouncedValue(plan, 300);
  const members = organisation.data?.members ?? [];
  const teams = new Map(members.map(({ id, name }) => [id, name]));
  const reps = members.filter(({ kind }) => kind === 'rep');
  const choices = (some: typeof reps) =>
    some.map(({ id, name, code, parent }) => ({
      value: String(id),
      label: [name || code, parent !== null && teams.get(parent)].filter(Boolean).join(' · '),
    }));
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  return (
    <>
      <Block title={say('plan')}>
        {organisation.error && (
          <ErrorNote error={organisation.error} retry={() => void organisation.refetch()} />
        )}
        {clients && (
          <Note>
            {say('onlyThese', { n: clients.length })}{' '}
            <Link to="/hand-over" search={from === null ? {} : { from }}>
              {say('allOfHis')}
            </Link>
          </Note>
        )}
        <div className={classes.form}>
          <Select
            label={say('from')}
            data={choices(reps)}
            value={draft.from === null ? null : String(draft.from)}
            onChange={(rep) => {
              change({ from: rep === null ? null : Number(rep) });
              setChosen(null);
            }}
            nothingFoundMessage={say('nobody')}
            searchable
            limit={60}
          />
          <MultiSelect
            label={say('to')}
            description={say(clients ? 'toOne' : 'toHelp')}
            {...(clients && { maxValues: 1 })}
            inputWrapperOrder={['label', 'input', 'description']}
            data={choices(reps.filter((one) => one.id !== draft.from && isOffered(one, draft.since)))}
            value={draft.to.filter((rep) => rep !== draft.from).map(String)}
            onChange={(chosen) => change({ to: chosen.map(Number) })}
            nothingFoundMessage={say('nobody')}
            searchable
            limit={60}
          />
          <TextInput
            type="date"
            label={say('since')}
            value={draft.since}
            onChange={(event) => change({ since: event.currentTarget.value })}
          />
          <div>
            <Radio.Group
              label={say('howLong')}
              value={draft.forGood ? 'good' : 'time'}
              onChange={(which) => change({ forGood: which === 'good' })}
            >
              <Stack gap={8} mt={6}>
                <Radio size="xs" value="good" label={say('forGood')} />
                <Radio size="xs" value="time" label={say('forTime')} />
              </Stack>
            </Radio.Group>
            {!draft.forGood && (
              <TextInput
                type="date"
                mt={8}
                label={say('until')}
                value={draft.until}
                min={draft.since}
                onChange={(event) => change({ until: event.currentTarget.value })}
              />
            )}
          </div>
        </div>
      </Block>
      <Block title={say('preview')}>
        {typeof plan === 'string' ? (
          <p className="muted">{say(`missing.${plan}`)}</p>
        ) : JSON.stringify(plan) === JSON.stringify(settled) ? (
          <PlanPreview
            plan={plan}
            chosen={chosen}
            onChosen={setChosen}
            onMade={() => {
              setDraft({ ...first, from: null });
              setChosen(null);
            }}
          />
        ) : (
          <p className="muted">{say('counting')}</p>
        )}
      </Block>
    </>
  );
}
