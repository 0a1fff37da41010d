import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { customerMetrics, customersAddUp } from '../../../../../src/domain/customer-plan.ts';
import { NoData } from '../../../app/no-data.tsx';
import { useMay, useMe } from '../../../app/session.tsx';
import { tell } from '../../../app/undo.tsx';
import { ChoiceChip } from '../../../design/choice-chip.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { Page } from '../../../design/page.tsx';
import { PeriodPicker } from '../../../design/period-picker.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { CustomerPlanPage } from '../../../server/customer-plans.ts';
import { useDataState } from '../../../server/definitions.ts';
import { invalidatePlans } from '../../../server/plans.ts';
import { ClosedCustomers } from '../closing/closed-note.tsx';
import { PlanViews } from '../plan-views.tsx';
import type { PlanState } from '../state.ts';
import { planWords } from '../words.ts';
import { noChanges, readChanges, typed } from './changes.ts';
import { CustomerChanges } from './customer-changes.tsx';
import { CustomerFileRead, FromCustomerFile, useCustomerFile } from './customer-file.tsx';
import { CustomerGrid } from './customer-grid.tsx';
import { CustomerWizard } from './customer-wizard.tsx';
import classes from './customers.module.css';
import { SaveBar } from './save-bar.tsx';
import { nodeOf, useCustomerPlan } from './use-customer-plan.ts';
import { WhoseField } from './whose-field.tsx';
import { customersPlanWords } from './words.ts';

/** What single customers are to bring in a month beside what they bought, those who miss most first. */
export function CustomersPlan() {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const formats = useFormats();
  const search = useSearch({ from: '/plan' });
  const navigate = useNavigate({ from: '/plan' });
  const state = useDataState();
  const { asOf } = state.data ?? {};
  const month = search.month ?? asOf?.slice(0, 7);
  const [sought, setSought] = useState('');
  const [searched] = useDebouncedValue(sought.trim(), 300);
  const list = useCustomerPlan(month, search, searched);
  const [changes, setChanges] = useState(noChanges);
  const [proposing, setProposing] = useState(false);
  const reading = useCustomerFile();
  const mayExport = useMay('export');
  const maySet = useMay('setPlans');
  const whole = useMe().scope.nodes === null;
  const mayApprove = useMay('approvePlans') && whole;
  const change = (next: PlanState) =>
    void navigate({ search: (before: PlanState) => ({ ...before, ...next }), resetScroll: false });
  const approve = useMutation({
    mutationFn: (version: number) =>
      api.approveCustomerPlan({ params: { month: month ?? '' }, body: { version } }),
    onSuccess: ({ version }) => tell(sayPlan('didApprove', { version })),
    onSettled: invalidatePlans,
  });
  if (state.data && !asOf) return <NoData title={sayPlan('name')} />;
  const error = state.error ?? list.error ?? approve.error;
  if (month === undefined) return <Page title={sayPlan('name')}>{error && <ErrorNote error={error} />}</Page>;
  const { metric = 'sales' } = search;
  const period = formats.period(month);
  const pages = list.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((page) => page.rows);
  // Which one is shown unless another is asked for: of a closed month that with which it was closed.
  const usual = first?.closed?.customerPlanVersion || first?.latest;
  const isOld = first?.plan != null && first.plan.version < first.latest;
  const mayEdit = maySet && first !== undefined && !isOld;
  const { wrong } = readChanges(changes);
  return (
    <Page
      title={say('title', { period })}
      under={first && <Under page={first} />}
      actions={
        <>
          <PeriodPicker
            large
            grains={['month']}
            value={month}
            onChange={(label) => {
              setChanges(noChanges);
              reading.reset();
              change({ month: label, version: undefined });
            }}
          />
          {first && first.latest > 1 && first.plan && (
            <ChoiceChip
              large
              label={sayPlan('versions')}
              value={String(first.plan.version)}
              onChange={(chosen) =>
                change({ version: Number(chosen) === usual ? undefined : Number(chosen) })
              }
              options={Array.from({ length: first.latest }, (_, at) => first.latest - at).map((one) => ({
                value: String(one),
                label: sayPlan(one === first.latest ? 'latest' : 'version', { version: one }),
              }))}
            />
          )}
          {mayEdit && (
            <>
              <Button onClick={() => setProposing(true)}>{say('propose')}</Button>
              <FromCustomerFile month={month} reading={reading} />
            </>
          )}
          {mayApprove && first?.plan && !isOld && first.plan.approved === null && (
            <Button
              variant="filled"
              loading={approve.isPending}
              onClick={() => first.plan && approve.mutate(first.plan.version)}
            >
              {sayPlan('approve')}
            </Button>
          )}
        </>
      }
    >
      <PlanViews />
      {error && <ErrorNote error={error} retry={() => void invalidatePlans()} />}
      {first?.plan && isOld && (
        <Note kind="warning">
          {sayPlan(first.plan.version === first.closed?.customerPlanVersion ? 'closedWith' : 'old', {
            ...{ version: first.plan.version, latest: first.latest },
          })}{' '}
          <Button
            size="compact-xs"
            onClick={() => change({ version: usual === first.latest ? undefined : first.latest })}
          >
            {sayPlan('toLatest')}
          </Button>
          <CustomerChanges month={month} from={first.plan.version} to={first.latest} />
        </Note>
      )}
      {first?.closed && <ClosedCustomers page={{ ...first, closed: first.closed }} />}
      {first?.plan && first.plan.stated !== 'before' && (
        <Note kind="warning">{sayPlan(first.plan.stated, { grain: 'month' })}</Note>
      )}
      {first && <CustomerFileRead reading={reading} version={first.latest} />}
      <div className={classes.choices}>
        <ChoiceChip
          label={say('metric')}
          value={metric}
          onChange={(chosen) => change({ metric: chosen === 'sales' ? undefined : chosen })}
          options={customerMetrics.map((value) => ({ value, label: say(value) }))}
        />
        <ChoiceChip
          label={say('shown')}
          value={search.behind ? 'behind' : search.everybody ? 'all' : 'planned'}
          onChange={(chosen) =>
            change({ everybody: chosen === 'all' || undefined, behind: chosen === 'behind' || undefined })
          }
          options={(['planned', 'behind', 'all'] as const).map((value) => ({ value, label: say(value) }))}
        />
        <WhoseField day={asOf ?? undefined} value={search.whose} onChange={(whose) => change({ whose })} />
        <TextInput
          aria-label={say('search')}
          placeholder={say('search')}
          data-page-search
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      {list.isPending && <Skeleton height={320} />}
      {first && rows.length === 0 && (
        <Nobody page={first} {...{ period, mayEdit }} onPropose={() => setProposing(true)} />
      )}
      {first && rows.length > 0 && (
        <CustomerGrid
          {...{ metric, total: first.total, rows, changes, wrong }}
          sort={search.by ?? 'deviation'}
          onSort={(by) => change({ by: by === 'deviation' ? undefined : by })}
          onType={
            mayEdit ? (customer, text) => setChanges((all) => typed(all, metric, customer, text)) : undefined
          }
        />
      )}
      {first && rows.length > 0 && (
        <details className={classes.how}>
          <summary>{say('howForeseen')}</summary>
          <p>{say('foreseenHelp')}</p>
        </details>
      )}
      {list.hasNextPage && (
        <Button mt={12} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {first && changes.before.length > 0 && (
        <SaveBar {...{ month, changes, setChanges }} version={first.latest} />
      )}
      {mayExport && first?.plan && rows.length > 0 && (
        <p className={classes.files}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Fragment key={format}>
              <a
                href={api.exportCustomerPlanAddress({
                  params: { month },
                  query: { format, version: first.plan?.version ?? first.latest, ...nodeOf(search.whose) },
                })}
                download
              >
                {sayPlan('asFile', { format: format.toUpperCase() })}
              </a>{' '}
            </Fragment>
          ))}
        </p>
      )}
      {proposing && first && (
        <CustomerWizard
          {...{ month, metric }}
          version={first.latest}
          whose={search.whose}
          day={asOf ?? undefined}
          onClose={(saved) => {
            setProposing(false);
            if (saved) change({ ...saved, version: undefined });
          }}
        />
      )}
    </Page>
  );
}

/** Which version, by whom and when, approved or not; how much is missing. */
function Under({ page: { plan, total, metric } }: { readonly page: CustomerPlanPage }) {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const formats = useFormats();
  if (plan === null) return null;
  const missing = metric === 'sales' ? formats.shortMoney(total.missing) : formats.number(total.missing, 0);
  const adds = customersAddUp(metric);
  return [
    say('version', {
      version: plan.version,
      author: plan.author || sayPlan('holder'),
      day: formats.date(plan.statedOn),
    }),
    ...(plan.comment ? [`«${plan.comment}»`] : []),
    plan.approved
      ? sayPlan('approved', {
          by: plan.approved.by || sayPlan('holder'),
          at: formats.instant(plan.approved.at),
        })
      : sayPlan('notApproved'),
    ...(adds && total.behind > 0 ? [say('missing', { missing, n: total.behind })] : []),
  ].join(' · ');
}

function Nobody({
  page,
  period,
  mayEdit,
  onPropose,
}: {
  readonly page: CustomerPlanPage;
  readonly period: string;
  readonly mayEdit: boolean;
  readonly onPropose: () => void;
}) {
  const say = useWords(customersPlanWords);
  if (page.plan !== null) return <p className="muted">{say('nobody')}</p>;
  return (
    <Empty
      title={say('none', { period })}
      action={
        mayEdit && (
          <Button variant="filled" onClick={onPropose}>
            {say('propose')}
          </Button>
        )
      }
    >
      {say('noneHelp')}
    </Empty>
  );
}
