import { ActionIcon } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Share2 } from 'lucide-react';
import { NoData } from '../../app/no-data.tsx';
import { tell } from '../../app/undo.tsx';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Hatches } from '../../design/hatches.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { useDataState, useMethods } from '../../server/definitions.ts';
import { type Asked, askDashboard } from './ask.ts';
import { BranchChip } from './branch-chip.tsx';
import { Breakdown } from './breakdowns.tsx';
import { CoverageBlock } from './coverage-block.tsx';
import classes from './dashboard.module.css';
import { DashboardBridge } from './dashboard-bridge.tsx';
import { FactorsBlock } from './factors-block.tsx';
import { ForecastTile } from './forecast-tile.tsx';
import type { DashboardState } from './state.ts';
import { BaseTile, SalesTile } from './tiles.tsx';
import { ToDo } from './to-do.tsx';
import { TrendBlock } from './trend-block.tsx';
import { Under } from './under.tsx';
import { usePlanned } from './use-planned.ts';
import { dashboardWords } from './words.ts';

const units = ['client', 'legalEntity', 'deliveryPoint'] as const;

/** How many customers were active, what the base is made of, what moved it: every figure opens its customers. */
export function Dashboard() {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const state = useDataState();
  const methods = useMethods();
  const { asOf } = state.data ?? {};
  const method = methods.data?.methods.find(({ id }) => id === (search.method ?? 'main'));
  const asked: Asked | undefined =
    asOf && method
      ? {
          period: search.period ?? asOf.slice(0, 7),
          unit: search.unit ?? method.unit,
          method: method.id,
          slice: search.slice ?? [],
          by: [search.by ?? 'branch', search.by === 'rep' ? 'category' : 'rep'],
        }
      : undefined;
  const answers = useQuery({
    queryKey: ['dashboard', asked],
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => askDashboard(asked as Asked, signal),
  });
  const change = (next: DashboardState) =>
    void navigate({ search: (before: DashboardState) => ({ ...before, ...next, drill: undefined }) });
  const [whole, trend, first, second] = answers.data ?? [];
  const period = whole?.periods[0];
  const planned = usePlanned(asked, period?.open);
  const { forecast, plan, rows } = planned;
  const error = state.error ?? methods.error ?? answers.error;

  if (state.data && !asOf) return <NoData title={say('base')} />;
  return (
    <Page
      title={asked ? say('title', { period: formats.period(asked.period) }) : say('base')}
      under={whole && method && <Under answer={whole} method={method} />}
      actions={
        asked && (
          <>
            <PeriodPicker large value={asked.period} onChange={(label) => change({ period: label })} />
            <BranchChip value={asked.slice} onChange={(slice) => change({ slice })} />
            <ChoiceChip
              large
              label={say('unit')}
              value={asked.unit}
              onChange={(unit) => change({ unit })}
              options={units.map((value) => ({ value, label: say(value) }))}
            />
            <ActionIcon
              variant="default"
              size={30}
              aria-label={say('copy')}
              onClick={() => void copy(say('copied'))}
            >
              <Share2 size={16} strokeWidth={1.8} />
            </ActionIcon>
          </>
        )
      }
    >
      <Hatches />
      {error && <ErrorNote error={error} retry={() => void answers.refetch()} />}
      {period?.shortHistory && <Note kind="warning">{say('shortHistory')}</Note>}
      <div
        className={classes.grid}
        data-ready={whole !== undefined || undefined}
        aria-busy={answers.isFetching}
      >
        <div className={classes.tiles}>
          <BaseTile answer={whole} {...{ forecast, plan }} />
          {forecast ? <ForecastTile {...{ forecast, plan }} /> : <SalesTile answer={whole} />}
        </div>
        <DashboardBridge answer={whole} forecast={forecast} />
        <TrendBlock answer={trend} planned={planned} />
        <div className={classes.pair}>
          <CoverageBlock answer={whole} />
          <FactorsBlock answer={whole} />
        </div>
        <Breakdown answer={first} targets={rows} />
        <ToDo />
        <Breakdown answer={second} targets={rows} />
      </div>
    </Page>
  );
}

async function copy(done: string): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  tell(done);
}
