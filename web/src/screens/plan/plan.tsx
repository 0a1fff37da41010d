import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { calendarGrains } from '../../../../src/domain/period.ts';
import { planGrain, plannedPeriod } from '../../../../src/domain/plan-period.ts';
import { NoData } from '../../app/no-data.tsx';
import { useMay, useMe } from '../../app/session.tsx';
import { tell } from '../../app/undo.tsx';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Hatches } from '../../design/hatches.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import { useOrganisation } from '../../server/organisation.ts';
import { invalidatePlans, usePlanFact, usePlans } from '../../server/plans.ts';
import { CloseButton } from './closing/close-button.tsx';
import { ClosedPlan } from './closing/closed-note.tsx';
import { useClosedMonths } from './closing/server.ts';
import { CustomersPlan } from './customers/customers-plan.tsx';
import { FactGrid } from './fact-grid.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { Headline } from './headline.tsx';
import { Legend } from './legend.tsx';
import { PlanEdit } from './plan-edit.tsx';
import { PlanViews } from './plan-views.tsx';
import { inAddress, type PlanState } from './state.ts';
import { Uneven } from './uneven.tsx';
import { VersionChanges } from './version-changes.tsx';
import { Within } from './within.tsx';
import { planWords } from './words.ts';

/** The plan of the organisation, or that of single customers. */
export function PlanPage() {
  const { view } = useSearch({ from: '/plan' });
  return view === 'customers' ? <CustomersPlan /> : <OrganisationPlan />;
}

/** What was planned for a month, a quarter, a half-year or a year beside what is; versions, approval, and the way to a new plan. */
function OrganisationPlan() {
  const say = useWords(planWords);
  const formats = useFormats();
  const search = useSearch({ from: '/plan' });
  const navigate = useNavigate({ from: '/plan' });
  const state = useDataState();
  const { asOf } = state.data ?? {};
  const period = search.period ?? search.month ?? asOf?.slice(0, 7);
  const plans = usePlans();
  const latest = plans.data?.plans.find((one) => one.period === period);
  const closings = useClosedMonths();
  const closed = period === undefined ? undefined : closings.data?.get(period);
  // Which one is shown unless another is asked for: of a closed month that with which it was closed.
  const usual = closed?.planVersion ?? latest?.version;
  const version = latest && closings.data && (search.version ?? usual);
  const fact = usePlanFact(period, version, search);
  const organisation = useOrganisation(asOf ?? undefined);
  const whole = useMe().scope.nodes === null;
  const maySet = useMay('setPlans') && whole;
  const mayExport = useMay('export');
  const mayClose = useMay('closeMonths') && whole;
  const { language } = useLanguage();
  const mayApprove = useMay('approvePlans') && whole;
  const [editing, setEditing] = useState<'byHand' | 'wizard'>();
  const approve = useMutation({
    mutationFn: (which: { readonly period: string; readonly version: number }) =>
      api.approvePlan({ params: { period: which.period }, body: { version: which.version } }),
    onSuccess: (plan) => tell(say('didApprove', { version: plan.version })),
    onSettled: invalidatePlans,
  });
  const change = (next: PlanState) => {
    approve.reset();
    void navigate({ search: (before: PlanState) => ({ ...before, ...next, drill: undefined }) });
  };
  const error =
    state.error ?? plans.error ?? closings.error ?? fact.error ?? organisation.error ?? approve.error;
  if (state.data && !asOf) return <NoData title={say('name')} />;
  if (period === undefined) return <Page title={say('name')}>{error && <ErrorNote error={error} />}</Page>;
  const named = formats.period(period);
  // The server knows better; this is for whether to offer it.
  const grain = planGrain(period);
  const isOver = [new Date().toISOString(), asOf ?? ''].some(
    (day) => plannedPeriod(period).to < day.slice(0, 10),
  );
  const members = organisation.data?.members;

  if (editing && members && (latest === undefined || fact.data)) {
    return (
      <PlanEdit
        period={period}
        version={latest?.version ?? 0}
        targets={fact.data?.rows ?? []}
        members={members}
        restoring={version !== latest?.version}
        wizard={editing === 'wizard'}
        onClose={(saved) => {
          setEditing(undefined);
          if (saved) change({ version: undefined });
        }}
      />
    );
  }
  return (
    <Page
      title={say('title', { period: named })}
      under={fact.data && <Headline plan={fact.data} />}
      actions={
        <>
          <PeriodPicker
            large
            grains={calendarGrains}
            value={period}
            onChange={(label) => change({ ...inAddress(label), version: undefined })}
          />
          {latest && version !== undefined && latest.version > 1 && (
            <ChoiceChip
              large
              label={say('versions')}
              value={String(version)}
              onChange={(chosen) =>
                change({ version: Number(chosen) === usual ? undefined : Number(chosen) })
              }
              options={Array.from({ length: latest.version }, (_, at) => latest.version - at).map((one) => ({
                value: String(one),
                label: say(one === latest.version ? 'latest' : 'version', { version: one }),
              }))}
            />
          )}
          {fact.data?.rows.some(({ metric }) => metric === 'sales') && (
            <ChoiceChip
              large
              label={say('salesGoOn')}
              value={search.sales ?? 'pace'}
              onChange={(chosen) => change({ sales: chosen === 'lastYear' ? chosen : undefined })}
              options={(['pace', 'lastYear'] as const).map((value) => ({
                value,
                label: say(value === 'pace' ? 'salesAtPace' : 'salesAsLastYear'),
              }))}
            />
          )}
          {fact.data && fact.data.rows.length > 0 && (
            <ChoiceChip
              large
              label={say('compare')}
              value={search.compare ?? 'none'}
              onChange={(chosen) => change({ compare: chosen === 'none' ? undefined : chosen })}
              options={(['none', 'previous', 'yearAgo'] as const).map((value) => ({
                value,
                label: say('compareWith', { with: value, grain }),
              }))}
            />
          )}
          {mayExport && version !== undefined && fact.data && (
            <Button
              component="a"
              href={api.extrapolationAddress({
                params: { period },
                query: { version, lang: language, ...(search.sales && { sales: search.sales }) },
              })}
              download
            >
              {say('extrapolation')}
            </Button>
          )}
          {maySet && fact.data && (
            <>
              <Button onClick={() => setEditing('wizard')}>{say('propose')}</Button>
              <Button onClick={() => setEditing('byHand')}>{say('edit')}</Button>
            </>
          )}
          {mayClose && grain === 'month' && isOver && closings.data && !closed && fact.data && (
            <CloseButton month={period} />
          )}
          {mayApprove && latest && version === latest.version && fact.data && latest.approved === null && (
            <Button
              variant="filled"
              loading={approve.isPending}
              onClick={() => approve.mutate({ period, version })}
            >
              {say('approve')}
            </Button>
          )}
        </>
      }
    >
      <Hatches />
      <PlanViews />
      {error && <ErrorNote error={error} retry={() => void invalidatePlans()} />}
      {plans.data && latest === undefined && (
        <Empty
          title={say('none', { period: named })}
          action={
            maySet && (
              <>
                <Button variant="filled" onClick={() => setEditing('wizard')}>
                  {say('propose')}
                </Button>{' '}
                <Button onClick={() => setEditing('byHand')}>{say('byHand')}</Button>
              </>
            )
          }
        >
          {say(maySet ? 'noneHelp' : 'noneOthers')}
        </Empty>
      )}
      {latest && version !== undefined && version < latest.version && (
        <Note kind="warning">
          {say(version === closed?.planVersion ? 'closedWith' : 'old', { version, latest: latest.version })}{' '}
          <Button
            size="compact-xs"
            onClick={() => change({ version: usual === latest.version ? undefined : latest.version })}
          >
            {say('toLatest')}
          </Button>
          <VersionChanges period={period} from={version} to={latest.version} />
        </Note>
      )}
      {fact.data?.closed && <ClosedPlan plan={{ ...fact.data, closed: fact.data.closed }} />}
      {fact.data && fact.data.stated !== 'before' && (
        <Note kind="warning">{say(fact.data.stated, { grain })}</Note>
      )}
      {latest && !error && !(fact.data && members) && <Skeleton height={320} />}
      {fact.data && members && (
        <>
          {fact.data.rows.length === 0 ? (
            <p className="muted">{say('noTargets')}</p>
          ) : (
            <FactGrid
              key={`${period} ${version}`}
              period={period}
              members={members}
              targets={fact.data.rows}
              compare={search.compare}
              onForecast={(forecast) => change({ forecast })}
            />
          )}
          <Uneven uneven={fact.data.uneven} />
          <Within within={fact.data.within} targets={fact.data.rows} />
          {fact.data.rows.length > 0 && <Legend period={period} compare={search.compare} />}
          {mayExport && fact.data.rows.length > 0 && (
            <p>
              {(['xlsx', 'csv'] as const).map((format) => (
                <Fragment key={format}>
                  <a href={`/api/v1/exports/plans/${period}?format=${format}&version=${version}`} download>
                    {say('asFile', { format: format.toUpperCase() })}
                  </a>{' '}
                </Fragment>
              ))}
            </p>
          )}
        </>
      )}
      {search.forecast !== undefined && (
        <ForecastPanel
          period={period}
          member={search.forecast}
          onClose={() => change({ forecast: undefined })}
        />
      )}
    </Page>
  );
}
