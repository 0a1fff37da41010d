import { z } from 'zod';
import { type Dimension, dimensions, isAttribute, type Slice } from './dimensions.ts';
import { addDays, addMonths, daysBetween, lastDayOfMonth } from './iso-date.ts';
import { methodReference } from './method.ts';
import { type Metric, metricShapes, metrics } from './metrics.ts';
import {
  type CalendarGrain,
  calendarPeriod,
  daysPeriod,
  type Period,
  parsePeriod,
  periodUpTo,
  previousPeriod,
  rollingMonths,
  windowUpTo,
} from './period.ts';
import type { Problem } from './problem.ts';
import { type CustomerSet, foreignNode, type SetNode, sliceDocument } from './sets/customer-set.ts';
import { countUnits, type Decimal, type IsoDate } from './units.ts';
import type { CalendarSource } from './working-year.ts';

export const grains = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'] as const;
export type Grain = (typeof grains)[number];

/**
 * `previous`: P−1; `yearAgo`: the same days a year before; `sameWorkingDay`: P−1 as it stood when as many working days of
 * it had passed as now, all of it for periods that are over.
 */
export const comparisons = ['previous', 'yearAgo', 'sameWorkingDay'] as const;
export type Comparison = (typeof comparisons)[number];

const some = z.array(z.enum(dimensions)).max(4).default([]);

/** A table of figures: metrics by dimensions on rows and columns, over a period or its parts. */
export const figureQuery = z
  .strictObject({
    metrics: z.array(z.enum(metrics)).min(1),
    rows: some,
    columns: some,
    /** As people write periods (`parsePeriod`). */
    period: z.string().min(1).max(60),
    /** The parts that the period is cut into; they have to fill it. */
    grain: z.enum(grains).optional(),
    /** With a grain: the whole period too, as one more period after its parts. */
    whole: z.boolean().exactOptional(),
    /** For every part the window of this many days or months that ends with it: rolling figures. */
    rolling: z.strictObject({ length: z.int().min(1).max(1100), of: z.enum(['days', 'months']) }).optional(),
    unit: z.enum(countUnits),
    /** One or several methods side by side; without a version as they are today. */
    methods: z.array(methodReference).min(1).max(4),
    slice: sliceDocument.default([]),
    /** Who is asked about, by each of the methods; everybody when left out. */
    among: foreignNode.exactOptional(),
    history: z.enum(['slice', 'company']).default('slice'),
    /** Attributes of customers as they are today, or as they were on the last day of each period. */
    attributes: z.enum(['today', 'onDate']).default('today'),
    compare: z.array(z.enum(comparisons)).default([]),
  })
  .refine(({ rows, columns }) => new Set([...rows, ...columns]).size === rows.length + columns.length, {
    error: 'a dimension stands once',
    path: ['columns'],
  })
  .refine(({ whole, grain, rolling }) => whole !== true || (grain !== undefined && rolling === undefined), {
    error: 'only parts of a period have a whole',
    path: ['whole'],
  });
export type FigureQuery = z.infer<typeof figureQuery>;

export type Value = number | Decimal | null;

/** One cell, total or subtotal: members for the first dimensions of rows and columns; fewer than asked for is a total. */
export interface FigureCell {
  /** Index into the answer's periods. */
  readonly period: number;
  /** Index into the answer's methods. */
  readonly method: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly figures: Readonly<Partial<Record<Metric, Value>>>;
  readonly compared?: Readonly<Partial<Record<Comparison, Readonly<Partial<Record<Metric, Value>>>>>>;
  /** What a total is to its parts, by rows, by columns and by time. */
  readonly totals?: readonly Total[];
}

/** What a total is to the parts right below it: members of the next dimension, or parts of the period. */
export interface Total {
  readonly over: Dimension | 'time';
  /** Number of the parts. */
  readonly parts: number;
  /** Ratios have none. */
  readonly metrics: Readonly<Partial<Record<Metric, Addition>>>;
  /**
   * Units with several of the members at once, in the period and in P−1. Only where because of them Σ `transferredIn` −
   * Σ `transferredOut` of the parts is not that of the total (of the company: 0).
   */
  readonly shared?: { readonly now: number; readonly before: number };
}

/**
 * `sum`: parts add up to the total, money but for the rounding of each part. `distinct`: the total counts different
 * things, and the sum of the parts is another number. `sum` is null where a part is unknown, `overlap` (sum − total)
 * also where the total is: below 0 where the whole has what no part has, as the customers handed over are retained of
 * the company alone.
 */
export type Addition =
  | { readonly is: 'sum'; readonly sum: Value }
  | { readonly is: 'distinct'; readonly sum: Value; readonly overlap: Value };

export interface FigureAnswer {
  readonly query: FigureQuery;
  readonly dataVersion: number;
  readonly historySince: IsoDate | null;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  readonly methods: readonly { readonly id: string; readonly version: number }[];
  readonly periods: readonly (Pick<Period, 'from' | 'to' | 'label'> & {
    /** Not over on the last loaded day: `lost` reads «not yet». */
    readonly open: boolean;
    /** Begins less than 12 months after `historySince`: `new` and `totalBase` are unreliable. */
    readonly shortHistory: boolean;
    /** All the others are its parts. */
    readonly whole?: true;
    /** By comparison; null: `sameWorkingDay` of a period of which no working day has passed is compared with nothing. */
    readonly compared?: Readonly<Partial<Record<Comparison, ComparedPeriod | null>>>;
  })[];
  /** Whose working days `sameWorkingDay` goes by: a branch (id), or 0 for the company. */
  readonly calendar?: { readonly branch: number; readonly sources: readonly CalendarSource[] };
  readonly cells: readonly FigureCell[];
  readonly explained: readonly Explanation[];
  /** Codes and names of the members that cells speak of; a member that is its own name is not listed. */
  readonly members: Readonly<Partial<Record<Dimension, Readonly<Record<string, MemberName>>>>>;
}

export interface ComparedPeriod extends Pick<Period, 'from' | 'to' | 'label'> {
  /** Of `sameWorkingDay` in a running period: how many working days have passed. */
  readonly workingDays?: number;
}

/** Where figures come from: lines, bitmaps and sums kept by month, or attributes; and why not from what is kept. */
export interface Source {
  readonly source: 'lines' | 'kept' | 'attributes';
  readonly why?: LinesReason;
}
export type LinesReason =
  | 'notKept'
  | 'cutsMonth'
  | 'combinationNotKept'
  | 'productsNotKept'
  | 'distinctOverMonths'
  | 'distinctOverMembers'
  | 'byAssignment'
  | 'attributesOnDate'
  | 'thresholdNotAdditive';

/** Of periods that one pass answers. */
export interface Explanation {
  readonly method: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sizes?: Source;
  readonly sums?: Source;
  readonly registered?: Source;
  /** Who is responsible for whom. */
  readonly assigned?: Source;
}

export interface MemberName {
  readonly code: string;
  readonly name: string;
}

/** The parts of a query's period, in order, and behind them the whole where it is asked for. Problems: those of `parsePeriod`, `grainDoesNotFill`. */
export function periodsOf(
  {
    period: text,
    grain,
    rolling,
    whole: withWhole,
  }: Pick<FigureQuery, 'period' | 'grain' | 'rolling' | 'whole'>,
  context: { readonly today: IsoDate },
): readonly [Period, ...Period[]] | Problem {
  const whole = parsePeriod(text, context);
  if ('code' in whole) return whole;
  const parts = grain === undefined ? [whole] : partsOf(whole, grain);
  const [first, ...rest] = parts.map((part) => (rolling === undefined ? part : windowUpTo(part.to, rolling)));
  if (first === undefined || parts[0]?.from !== whole.from || parts.at(-1)?.to !== whole.to)
    return { code: 'grainDoesNotFill', params: { period: whole.label, grain: grain ?? '' } };
  return [first, ...rest, ...(withWhole === true ? [whole] : [])];
}

function partsOf(whole: Period, grain: Grain): Period[] {
  const parts: Period[] = [];
  for (let from = whole.from; from <= whole.to; from = addDays(parts.at(-1)?.to ?? whole.to, 1))
    parts.push(
      grain === 'day' || grain === 'week'
        ? daysPeriod(from, addDays(from, grain === 'day' ? 0 : 6))
        : calendarPeriod(grain satisfies CalendarGrain, from.slice(0, 7)),
    );
  return parts;
}

/** What a period is compared with, whatever the day; `sameWorkingDay` has a file of its own. */
export function comparedWith(period: Period, comparison: Exclude<Comparison, 'sameWorkingDay'>): Period {
  if (comparison === 'previous') return previousPeriod(period);
  if (period.whole !== undefined)
    return periodUpTo(comparedWith(period.whole, comparison), addMonths(period.to, -12));
  const from = addMonths(period.from, -12);
  const year = Number(period.from.slice(0, 4)) - 1;
  switch (period.grain) {
    case 'month':
    case 'quarter':
    case 'halfYear':
    case 'year':
      return calendarPeriod(period.grain, `${year}-${period.from.slice(5, 7)}`);
    case 'months':
      return rollingMonths(
        monthsIn(period),
        period.to === lastDayOfMonth(period.to)
          ? lastDayOfMonth(addMonths(period.to, -12))
          : addMonths(period.to, -12),
      );
    case 'days':
      return daysPeriod(from, addDays(from, daysBetween(period.from, period.to)));
  }
}

const monthsIn = ({ from, to }: Period): number => {
  const next = addDays(to, 1);
  return (
    (Number(next.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(next.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
};

/** The slice that a cell stands for: that of the query and its own members. */
export const sliceOfCell = (
  { slice, rows, columns }: FigureQuery,
  cell: Pick<FigureCell, 'rows' | 'columns'>,
): Slice => [...slice, ...conditionsOf(rows, cell.rows), ...conditionsOf(columns, cell.columns)];

const conditionsOf = (all: readonly Dimension[], members: readonly string[]): Slice =>
  members.map((member, index) => ({ dimension: all[index] ?? 'sku', members: [member] }));

/** A slice of a question as it is meant for a period that ends with a day. */
export const sliceOn = (
  { attributes }: Pick<FigureQuery, 'attributes'>,
  slice: Slice,
  day?: IsoDate,
): Slice =>
  attributes === 'today'
    ? slice
    : slice.map((one) => (isAttribute(one.dimension) ? { ...one, on: one.on ?? day } : one));

/** Exactly the customers behind a figure of an answer. */
export function drillOf(
  { query, methods, periods }: Pick<FigureAnswer, 'query' | 'methods' | 'periods'>,
  cell: FigureCell,
  metric: Metric,
): CustomerSet {
  const set: SetNode = {
    kind: 'state',
    state: metricShapes[metric].behind,
    period: periods[cell.period]?.label ?? query.period,
    slice: sliceOn(query, sliceOfCell(query, cell), periods[cell.period]?.to),
    history: query.history,
  };
  return {
    language: 1,
    unit: query.unit,
    method: { ...(query.methods[cell.method] ?? { id: '' }), version: methods[cell.method]?.version },
    set: query.among === undefined ? set : { kind: 'and', sets: [query.among, set] },
  };
}
