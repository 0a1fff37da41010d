import { type FigureQuery, figureQuery } from '../../../../src/domain/figure-query.ts';
import { addMonths } from '../../../../src/domain/iso-date.ts';
import { parsePeriod } from '../../../../src/domain/period.ts';
import { api } from '../../server/api.ts';
import type { DashboardState } from './state.ts';

export type Breakdown = NonNullable<DashboardState['by']>;

export interface Asked {
  readonly period: string;
  readonly unit: 'client' | 'legalEntity' | 'deliveryPoint';
  readonly method: string;
  readonly slice: NonNullable<DashboardState['slice']>;
  readonly by: readonly [Breakdown, Breakdown];
}

const trendMonths = 36;

/** The figures of the dashboard, all of one version of the data. */
export async function askDashboard({ period, unit, method, slice, by }: Asked, signal: AbortSignal) {
  const common = { unit, methods: [{ id: method }], slice };
  const whole: FigureQuery = figureQuery.parse({
    ...common,
    period,
    metrics: [
      'activeBase',
      'totalBase',
      'inactive',
      'coverage',
      'new',
      'retained',
      'reactivated',
      'lost',
      'sales',
      'documents',
      'frequency',
      'avgCheck',
    ],
    compare: ['previous', 'sameWorkingDay', 'yearAgo'],
  });
  const trend: FigureQuery = figureQuery.parse({
    ...common,
    period: trendPeriod(period),
    grain: 'month',
    metrics: ['activeBase'],
  });
  const parts = by.map((dimension) =>
    figureQuery.parse({
      ...common,
      period,
      rows: [dimension],
      metrics: ['activeBase', 'lost', 'new'],
      compare: ['sameWorkingDay'],
    }),
  );
  const { answers } = await api.tables({ body: { queries: [whole, trend, ...parts] } }, { signal });
  return answers;
}

/** The three years that end with the last month of a period. */
function trendPeriod(label: string): string {
  const period = parsePeriod(label, { today: new Date().toISOString().slice(0, 10) });
  // The server says in words what is wrong with it.
  if ('code' in period) return label;
  const last = (period.whole ?? period).to.slice(0, 7);
  return `${addMonths(`${last}-01`, 1 - trendMonths).slice(0, 7)}..${last}`;
}
