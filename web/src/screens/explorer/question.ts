import type { Dimension } from '../../../../src/domain/dimensions.ts';
import {
  type Comparison,
  type FigureQuery,
  figureQuery,
  type Grain,
  periodsOf,
} from '../../../../src/domain/figure-query.ts';
import { addDays, addMonths, daysBetween } from '../../../../src/domain/iso-date.ts';
import type { Metric } from '../../../../src/domain/metrics.ts';
import { calendarPeriod, parsePeriod } from '../../../../src/domain/period.ts';
import type { CountUnit, IsoDate } from '../../../../src/domain/units.ts';
import type { colourModes, comparisonViews, ExplorerState } from './state.ts';

/** All that is asked and how it is shown: what the address says, and where it says nothing, what the page begins with. */
export interface Question {
  readonly metrics: readonly Metric[];
  readonly rows: readonly Dimension[];
  readonly columns: readonly Dimension[];
  readonly grain: Grain | 'none';
  readonly whole: boolean;
  readonly period: string;
  readonly unit: CountUnit;
  readonly methods: readonly string[];
  readonly attribution: ExplorerState['attribution'];
  readonly slice: NonNullable<ExplorerState['slice']>;
  readonly compare: Comparison | 'none';
  readonly compared: (typeof comparisonViews)[number];
  readonly colour: (typeof colourModes)[number];
}

interface Known {
  /** Last loaded day. */
  readonly asOf: IsoDate;
  /** What the main method counts. */
  readonly unit: CountUnit;
}

/** The year that ends with the month of the last loaded day, by branches and channels, against the year before. */
export function questionOf(state: ExplorerState, { asOf, unit }: Known): Question {
  const rows = state.rows ?? ['branch', 'salesChannel'];
  const compare = state.compare ?? 'yearAgo';
  return {
    metrics: state.metrics ?? ['activeBase'],
    rows,
    columns: (state.columns ?? []).filter((one) => !rows.includes(one)),
    grain: state.grain ?? 'month',
    whole: state.whole ?? true,
    period: state.period ?? lastMonths(asOf, 12),
    unit: state.unit ?? unit,
    methods: [...new Set(state.methods ?? ['main'])],
    attribution: state.attribution,
    slice: state.slice ?? [],
    compare,
    compared: state.compared ?? 'colour',
    colour:
      state.colour === 'deviation' && compare === 'none'
        ? 'none'
        : (state.colour ?? (compare === 'none' ? 'none' : 'deviation')),
  };
}

/** So many calendar months that end with the month of a day. */
export const lastMonths = (day: IsoDate, count: number): string => {
  const last = day.slice(0, 7);
  const first = addMonths(`${last}-01`, 1 - count).slice(0, 7);
  return first === last ? last : `${first}..${last}`;
};

/** The question as the server is asked it. */
export function queryOf(question: Question, asOf: IsoDate): FigureQuery {
  const { metrics, rows, columns, period, grain, unit, methods, attribution, slice, compare } = question;
  const parts = grain === 'none' ? [] : periodsOf({ period, grain }, { today: asOf });
  // A period of one part is its own whole.
  const whole = question.whole && Array.isArray(parts) && parts.length > 1;
  return figureQuery.parse({
    metrics,
    rows,
    columns,
    period,
    ...(grain !== 'none' && { grain }),
    ...(whole && { whole }),
    unit,
    methods: methods.map((id) => ({ id, ...(attribution && { attribution }) })),
    slice,
    compare: compare === 'none' ? [] : [compare],
  });
}

/** What a saved view keeps: all but what is open beside the table. */
export function pinnedState(search: ExplorerState): Omit<ExplorerState, 'view' | 'cell'> {
  const { view, cell, drill, ...state } = search as ExplorerState & { readonly drill?: unknown };
  return state;
}

/** A period that parts fill, widened where its ends cut one: whole quarters, years, weeks. */
export function fitted(label: string, grain: Grain | 'none', asOf: IsoDate): string {
  const period = parsePeriod(label, { today: asOf });
  if (
    'code' in period ||
    grain === 'none' ||
    Array.isArray(periodsOf({ period: label, grain }, { today: asOf }))
  )
    return label;
  if (grain === 'day') return label;
  if (grain === 'week') {
    const over = (daysBetween(period.from, period.to) + 1) % 7;
    return `${period.from}..${addDays(period.to, over === 0 ? 0 : 7 - over)}`;
  }
  const first = calendarPeriod(grain, period.from.slice(0, 7)).from.slice(0, 7);
  const last = calendarPeriod(grain, period.to.slice(0, 7)).to.slice(0, 7);
  return `${first}..${last}`;
}
