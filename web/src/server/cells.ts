import type { Metric } from '../../../src/domain/metrics.ts';
import type { FigureAnswer } from './api.ts';

export type Cell = FigureAnswer['cells'][number];

/** The total of an answer: no member of rows or columns, the period and method of these places. */
export const totalOf = (answer: FigureAnswer, period = 0, method = 0): Cell | undefined =>
  answer.cells.find(
    (cell) =>
      cell.period === period && cell.method === method && cell.rows.length === 0 && cell.columns.length === 0,
  );

/** A figure as a number, for drawing; what is shown as text keeps the decimal text. */
export function amount(figures: Cell['figures'] | undefined, metric: Metric): number | undefined {
  const value = figures?.[metric];
  return value === undefined || value === null ? undefined : Number(value);
}

/** A member by its name; codes of places and products are their own names. */
export const memberName = (answer: FigureAnswer, dimension: string, member: string): string =>
  (answer.members as Record<string, Record<string, { readonly name: string }> | undefined>)[dimension]?.[
    member
  ]?.name ?? member;
