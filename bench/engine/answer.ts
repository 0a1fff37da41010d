import type { FigureAnswer, FigureCell } from '../../src/domain/figure-query.ts';
import { dayNumber } from '../../src/domain/iso-date.ts';
import type { Metric } from '../../src/domain/metrics.ts';
import { namesOf } from '../../src/services/activity/dimension-sql.ts';
import { monthIndex } from './raw-lines.ts';

/** Rows of one statement, or what the product says to the same. */
export type Rows = readonly (readonly unknown[])[];
/** One element for each statement of the hand-written question. */
export type Answer = readonly Rows[];

/** The same numbers, in whatever form and order, give the same text. Rows whose figures are all 0 say nothing. */
export function plainRows(rows: Rows, keys: number): string[] {
  return rows
    .map((row) => row.map(plain))
    .filter((row) => row.slice(keys).some((figure) => figure !== '0'))
    .map((row) => row.join(' '))
    .sort();
}

function plain(value: unknown): string {
  const text = value === null || value === undefined ? '∑' : String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** Says where two answers differ; null where they do not. `keys`: columns that name a row, for each statement. */
export function difference(ours: Answer, theirs: Answer, keys: readonly number[]): string | null {
  for (const [index, of] of keys.entries()) {
    const [mine, other] = [plainRows(ours[index] ?? [], of), plainRows(theirs[index] ?? [], of)];
    const at = mine.findIndex((row, line) => row !== other[line]);
    if (at >= 0 || mine.length !== other.length) {
      const line = at < 0 ? mine.length : at;
      return `statement ${index + 1}: ${mine.length} and ${other.length} rows, ${mine[line] ?? 'none'} | ${other[line] ?? 'none'}`;
    }
  }
  return null;
}

type Key = (answer: FigureAnswer, cell: FigureCell) => unknown;

/** How hand-written questions name the period of a row. */
export const byMonth: Key = ({ periods }, { period }) => monthIndex(periods[period] ?? { from: '' });
export const byDay: Key = ({ periods }, { period }) => dayNumber(periods[period]?.to ?? '');
export const atOnce: Key = () => 0;

/** Members of all dimensions of the question, null where a row is the total of one. */
const membersOf = ({ query }: FigureAnswer, { rows, columns }: FigureCell): unknown[] =>
  [
    query.rows.map((one, index) => [one, rows[index]] as const),
    query.columns.map((one, index) => [one, columns[index]] as const),
  ]
    .flat()
    // Lines refer to what nobody knows by the number 0.
    .map(([dimension, member]) => (member === '' && namesOf(dimension) !== null ? 0 : (member ?? null)));

export type Pick = (answer: FigureAnswer) => Rows;

/** Cells of all levels: the period, every dimension, the metrics. */
export const table =
  (period: Key, metrics: readonly Metric[]): Pick =>
  (answer) =>
    answer.cells.map((cell) => [
      period(answer, cell),
      ...membersOf(answer, cell),
      ...metrics.map((metric) => cell.figures[metric]),
    ]);

/** The whole, without dimensions. */
export const whole =
  (period: Key, metrics: readonly Metric[]): Pick =>
  (answer) =>
    answer.cells
      .filter(({ rows, columns }) => rows.length + columns.length === 0)
      .map((cell) => [period(answer, cell), ...metrics.map((metric) => cell.figures[metric])]);

/** Members of the only dimension, without their total. */
export const parts =
  (period: Key | null, metrics: readonly Metric[]): Pick =>
  (answer) =>
    answer.cells
      .filter(({ rows }) => rows.length === 1)
      .map((cell) => [
        ...(period === null ? [] : [period(answer, cell)]),
        ...membersOf(answer, cell),
        ...metrics.map((metric) => cell.figures[metric]),
      ]);
