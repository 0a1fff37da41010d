import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  addsUpInTime,
  type PlanBase,
  type PlanLevel,
  type PlanMetric,
  planBases,
  planLevels,
  planMetrics,
} from '../../../../src/domain/plan.ts';
import { planGrain } from '../../../../src/domain/plan-period.ts';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import type { Plan } from '../../server/plans.ts';
import { metricText } from './metric-text.ts';
import classes from './plan.module.css';
import { type Aim, aims, proposalBy } from './proposal-by.ts';
import { planWords } from './words.ts';

const shown = 200;

const ofPlans: readonly PlanBase[] = ['customers', 'parts', 'shorter', 'longer'];

/** What there is to start from: customers are planned by months, a year has no other one before it than the last. */
function basesOf(period: string, metric: PlanMetric): readonly PlanBase[] {
  const grain = planGrain(period);
  const isThere: Partial<Record<PlanBase, boolean>> = {
    ...{ yearAgo: grain !== 'year', seasonal: grain !== 'year', customers: grain === 'month' },
    shorter: grain !== 'month' && addsUpInTime(metric),
    longer: grain !== 'year' && addsUpInTime(metric),
  };
  return planBases.filter((one) => isThere[one] !== false);
}

/** Targets of a level from what there was, beside it; they go into the plan that is being written. */
export function Wizard({
  period,
  onTake,
  onClose,
}: {
  readonly period: string;
  readonly onTake: (targets: Plan['targets']) => void;
  readonly onClose: () => void;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const [level, setLevel] = useState<PlanLevel>('rep');
  const [metric, setMetric] = useState<PlanMetric>('activeBase');
  const [base, setBase] = useState<PlanBase>('previous');
  const chooseMetric = (chosen: PlanMetric) => {
    setMetric(chosen);
    if (!basesOf(period, chosen).includes(base)) setBase('previous');
  };
  const [aim, setAim] = useState<Aim>('growByPercent');
  const [typed, setTyped] = useState('10');
  const by = proposalBy(metric, aim, typed);
  const [asked] = useDebouncedValue(by && JSON.stringify({ level, metric, base, by }), 300);
  const proposal = useQuery({
    queryKey: ['plan', 'proposal', period, asked],
    enabled: asked !== undefined,
    queryFn: ({ signal }) =>
      api.proposePlan({ params: { period }, body: JSON.parse(asked ?? '') }, { signal }),
  });
  const isOf = asked === JSON.stringify({ level, metric, base, by });
  const targets = isOf ? proposal.data?.targets : undefined;
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (targets && targets.length > 0) onTake(targets.map(({ base: _, ...target }) => target));
  };
  const one = <T extends string>(
    label: string,
    value: T,
    all: readonly T[],
    wordOf: (one: T) => string,
    choose: (chosen: T) => void,
  ) => (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      data={all.map((each) => ({ value: each, label: wordOf(each) }))}
      onChange={(chosen) => {
        const found = all.find((each) => each === chosen);
        if (found !== undefined) choose(found);
      }}
    />
  );
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say('propose')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form className={classes.wizard} onSubmit={take} noValidate>
        <div className={classes.fields}>
          {one(say('levelField'), level, planLevels, (each) => say('level', { level: each }), setLevel)}
          {one(say('metricField'), metric, planMetrics, (each) => say(each), chooseMetric)}
          {one(
            say('baseField'),
            base,
            basesOf(period, metric),
            (each) => say(each, { grain: planGrain(period) }),
            (chosen) => {
              setBase(chosen);
              // What other plans add up to is the plan itself.
              if (ofPlans.includes(chosen)) setAim('maintain');
            },
          )}
          {one(say('goalField'), aim, aims, (each) => say(each), setAim)}
          {aim !== 'maintain' && (
            <TextInput
              label={aim === 'growByPercent' ? `${say('value')}, %` : `${say('value')}: ${say(metric)}`}
              value={typed}
              inputMode="decimal"
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={by === undefined && say('valueNeeded')}
            />
          )}
        </div>
        {proposal.error && isOf && <ErrorNote error={proposal.error} retry={() => void proposal.refetch()} />}
        {by !== undefined && targets === undefined && !proposal.error && <Skeleton height={160} />}
        {targets?.length === 0 && <p className="muted">{say('nobody')}</p>}
        {targets && targets.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
          <section className={classes.proposal} tabIndex={0} aria-label={say('proposed')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('who')}</th>
                  <th scope="col">{say('was')}</th>
                  <th scope="col">{say('proposed')}</th>
                </tr>
              </thead>
              <tbody>
                {targets.slice(0, shown).map(({ member, name, base: was, value }) => (
                  <tr key={member}>
                    <th scope="row">{name || say('company')}</th>
                    <td>{metricText(formats, metric, was)}</td>
                    <td>{metricText(formats, metric, value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {targets.length > shown && <p className="muted">{say('more', { n: targets.length - shown })}</p>}
          </section>
        )}
        <Button type="submit" variant="filled" disabled={!targets || targets.length === 0}>
          {say('take', { n: targets?.length ?? 0 })}
        </Button>
      </form>
    </Modal>
  );
}
