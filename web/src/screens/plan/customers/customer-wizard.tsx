import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type CustomerBase,
  type CustomerMetric,
  customerBases,
  customerMetrics,
} from '../../../../../src/domain/customer-plan.ts';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans, usePlanOf } from '../../../server/plans.ts';
import plan from '../plan.module.css';
import { proposalBy } from '../proposal-by.ts';
import type { PlanState } from '../state.ts';
import { planWords } from '../words.ts';
import { nodeOf } from './use-customer-plan.ts';
import { WhoseField } from './whose-field.tsx';
import { customersPlanWords } from './words.ts';

const aims = ['maintain', 'growByPercent', 'total'] as const;
type Aim = (typeof aims)[number];

/** Targets for the customers of a part of the company; what is seen is what is saved. */
export function CustomerWizard({
  month,
  version,
  day,
  onClose,
  ...first
}: {
  readonly month: string;
  /** Of the plan that is looked at. */
  readonly version: number;
  readonly metric: CustomerMetric;
  readonly whose: string | undefined;
  readonly day: string | undefined;
  /** With what is to be looked at where something was saved. */
  readonly onClose: (saved?: Pick<PlanState, 'metric' | 'whose'>) => void;
}) {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const formats = useFormats();
  const [whose, setWhose] = useState(first.whose);
  const [metric, setMetric] = useState(first.metric);
  const [base, setBase] = useState<CustomerBase>('rhythm');
  const [aim, setAim] = useState<Aim>('maintain');
  const [typed, setTyped] = useState('10');
  const by = proposalBy('sales', aim, typed);
  const node = nodeOf(whose);
  const question = by && { node, metric, base, by };
  const [asked] = useDebouncedValue(question && JSON.stringify(question), 300);
  const proposal = useQuery({
    queryKey: ['plan', 'customers', 'proposal', month, asked],
    enabled: asked !== undefined,
    queryFn: ({ signal }) =>
      api.proposeCustomers({ params: { month }, body: JSON.parse(asked ?? '') }, { signal }),
  });
  const isOf = asked === JSON.stringify(question);
  const found = isOf ? proposal.data : undefined;
  const planOfNode = usePlanOf(aim === 'total' && metric === 'sales' ? month : undefined).data?.targets.find(
    (one) =>
      one.metric === 'sales' &&
      one.product === null &&
      one.level === node.level &&
      one.member === node.member,
  );
  const adopt = useMutation({
    mutationFn: (dataVersion: number) =>
      api.adoptCustomers({
        params: { month },
        body: { question: JSON.parse(asked ?? ''), dataVersion, version, comment: '' },
      }),
    onSuccess: async (saved) => {
      await invalidatePlans();
      tell(say('saved', { version: saved.version, n: saved.changed }));
      onClose({ metric: metric === 'sales' ? undefined : metric, whose });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found && found.size > 0) adopt.mutate(found.dataVersion);
  };
  const one = <T extends string>(
    label: string,
    value: T,
    all: readonly T[],
    wordOf: (each: T) => string,
    choose: (chosen: T) => void,
  ) => (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      data={all.map((each) => ({ value: each, label: wordOf(each) }))}
      onChange={(chosen) => {
        const each = all.find((some) => some === chosen);
        if (each !== undefined) choose(each);
      }}
    />
  );
  const number = (value: string) => formats.number(value, value.includes('.') ? 2 : 0);
  return (
    <Modal
      opened
      size="lg"
      onClose={() => onClose()}
      title={say('propose')}
      closeButtonProps={{ 'aria-label': sayPlan('close') }}
    >
      <form className={plan.wizard} onSubmit={submit} noValidate>
        <div className={plan.fields}>
          <WhoseField labelled day={day} value={whose} onChange={setWhose} />
          {one(say('metric'), metric, customerMetrics, (each) => say(each), setMetric)}
          {one(say('baseField'), base, customerBases, (each) => say(each), setBase)}
          {one(say('goalField'), aim, aims, (each) => say(each === 'total' ? 'totalGoal' : each), setAim)}
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
        {planOfNode && (
          <div>
            <Button size="compact-xs" onClick={() => setTyped(planOfNode.value)}>
              {say('ofNode', { value: number(planOfNode.value) })}
            </Button>
          </div>
        )}
        {proposal.error && isOf && <ErrorNote error={proposal.error} retry={() => void proposal.refetch()} />}
        {adopt.error && <ErrorNote error={adopt.error} />}
        {by !== undefined && found === undefined && !proposal.error && <Skeleton height={160} />}
        {found && (
          <p>
            {say('proposal', { n: found.size, total: number(found.total), withdrawn: found.withdrawn })}
            {found.size > found.first.length && ` ${say('firstOf', { n: found.first.length })}`}
          </p>
        )}
        {found && found.size > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
          <section className={plan.proposal} tabIndex={0} aria-label={say('proposed')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('customer')}</th>
                  <th scope="col">{say('was')}</th>
                  <th scope="col">{say('proposed')}</th>
                </tr>
              </thead>
              <tbody>
                {found.first.map(({ id, name, base: was, value }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>{number(was)}</td>
                    <td>{number(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <Button
          type="submit"
          variant="filled"
          loading={adopt.isPending}
          disabled={!found || found.size === 0}
        >
          {say('adopt', { version: version + 1 })}
        </Button>
      </form>
    </Modal>
  );
}
