import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import { datePatterns, serialRange } from './day.ts';
import type { DateFormat } from './format.ts';
import type { ColumnName, FormatDecision } from './format-decision.ts';
import { sqlString } from './lexicon.ts';
import { type Statistic, shapeOf, shapeSql } from './number-format.ts';

/** What all values of a date column say about its spelling. */
export interface DateStats {
  /** Cells by shape: every digit written as 0 («05.10.2026» → «00.00.0000»). */
  readonly shapes: Readonly<Record<string, number>>;
  /** Cells by their first two parts, where day or month stands first («05.10.»); '' counts all others. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Five-digit numbers that are Excel serials of 1990 … 2050. */
  readonly serials: number;
}

const pair = "^[ ']?(\\d{1,2}[./-]\\d{1,2}[./-])\\d";

/** Aggregates whose answers make a `DateStats`. */
export function dateStatsSql(expr: string): readonly Statistic<keyof DateStats>[] {
  const serial = `toUInt32OrZero(substring(${expr}, 1, 5)) BETWEEN ${serialRange.from} AND ${serialRange.to}`;
  return [
    { name: 'shapes', sql: `sumMap(map(${shapeSql(expr)}, toUInt64(1)))` },
    { name: 'pairs', sql: `sumMap(map(extract(${expr}, ${sqlString(pair)}), toUInt64(1)))` },
    { name: 'serials', sql: `countIf(match(${expr}, '^\\\\d{5}(?:[.,]\\\\d+)?$') AND ${serial})` },
  ];
}

/** The same statistics from values in memory. */
export function dateStats(values: Iterable<string>): DateStats {
  const shapes: Record<string, number> = {};
  const pairs: Record<string, number> = {};
  const [pairPattern, serialPattern] = [new RegExp(pair, 'u'), new RegExp(datePatterns.serial, 'u')];
  let serials = 0;
  for (const value of values) {
    const shape = shapeOf(value);
    shapes[shape] = (shapes[shape] ?? 0) + 1;
    const key = pairPattern.exec(value)?.[1] ?? '';
    pairs[key] = (pairs[key] ?? 0) + 1;
    const serial = serialPattern.test(value) ? Number.parseInt(value, 10) : 0;
    if (serial >= serialRange.from && serial <= serialRange.to) serials++;
  }
  return { shapes, pairs, serials };
}

export interface DateContext extends ColumnName {
  readonly field: Field;
  /** Order proved by another column of the same table. */
  readonly neighbour?: 'dmy' | 'mdy' | undefined;
  readonly samples?: readonly string[];
}

interface Orders {
  /** Cells whose first part is above 12, so that it is the day. */
  dayFirst: number;
  monthFirst: number;
  undecided: number;
  /** Undecided cells written with points, as no month-first country writes. */
  points: number;
}

function orders(stats: DateStats): Orders {
  const met: Orders = { dayFirst: 0, monthFirst: 0, undecided: 0, points: 0 };
  for (const [key, count] of Object.entries(stats.pairs)) {
    if (key === '' || key.startsWith('0.') || key.startsWith('00')) continue;
    const [first = 0, second = 0] = (key.match(/\d+/g) ?? []).map(Number);
    if (first > 12 && second > 12) continue;
    if (first > 12) met.dayFirst += Number(count);
    else if (second > 12) met.monthFirst += Number(count);
    else {
      met.undecided += Number(count);
      // 01.01.0001 is no date: it proves nothing, and points do not hurt.
      if (/^\d+\.\d+\.$/.test(key)) met.points += Number(count);
    }
  }
  return met;
}

/** The order of day and month that the values themselves prove, if any. */
export function provenOrder(stats: DateStats): 'dmy' | 'mdy' | undefined {
  const { dayFirst, monthFirst } = orders(stats);
  if (dayFirst > 0 === monthFirst > 0) return undefined;
  return dayFirst > 0 ? 'dmy' : 'mdy';
}

/**
 * Decides how the dates of a column read, from all of them. The month stands first only when the column itself proves
 * it; days of 12 or less that are not written with points are asked about.
 */
export function decideDateFormat(stats: DateStats, context: DateContext): FormatDecision<DateFormat> {
  const met = orders(stats);
  const serials = Number(stats.serials) > 0;
  const rest = { serials, ...(context.field === 'month' && { months: true as const }) };
  const decided = (order: DateFormat['order']) => ({ format: { order, ...rest }, findings: [] as Problem[] });
  if (met.dayFirst && met.monthFirst) {
    const { dayFirst, monthFirst } = met;
    const findings = [problem(context, { dayFirst, monthFirst })];
    return ask(context, rest, dayFirst >= monthFirst ? 'dmy' : 'mdy', findings);
  }
  if (met.dayFirst) return decided('dmy');
  if (met.monthFirst) return decided('mdy');
  if (met.undecided === 0) return decided(Object.keys(stats.shapes).some(isYearFirst) ? 'ymd' : 'dmy');
  if (met.points === met.undecided || context.neighbour === 'dmy') return decided('dmy');
  return ask(context, rest, context.neighbour ?? 'dmy', []);
}

function isYearFirst(shape: string): boolean {
  return /^'?0000[./-]/.test(shape) || /^0{8}$/.test(shape);
}

function ask(
  context: DateContext,
  rest: Omit<DateFormat, 'order'>,
  suggested: 'dmy' | 'mdy',
  findings: readonly Problem[],
): FormatDecision<DateFormat> {
  const sample =
    context.samples?.find((value) => new RegExp(pair, 'u').test(value)) ?? context.samples?.[0] ?? '';
  return {
    question: {
      code: 'dayMonthOrder',
      key: `dayMonthOrder:${context.column}`,
      options: ['dmy', 'mdy'],
      suggested,
      params: { column: context.column, sample },
    },
    formats: { dmy: { order: 'dmy', ...rest }, mdy: { order: 'mdy', ...rest } },
    findings,
  };
}

function problem(name: ColumnName, params: Record<string, number>): Problem {
  const { file, sheet, column } = name;
  return {
    code: 'dateOrderConflict',
    place: { ...(file !== undefined && { file }), ...(sheet !== undefined && { sheet }), column },
    params,
  };
}
