import type { IsoDate } from '../units.ts';

/** What a number had reached in one month, quarter, half-year or year by each of its working days. */
export interface PeriodPath {
  /** Its label: `2026-11`, `2026-Q4`; those that are looked at together are of one length, and in order by their labels. */
  readonly period: string;
  /** Working days, in order. */
  readonly days: readonly IsoDate[];
  /** By the end of each of them; by the last one: by the end of the period. */
  readonly reached: readonly number[];
}

/** Of how much the number rose, or fell, on single days; `days`: working days of the period. */
export function periodPath(
  period: string,
  days: readonly IsoDate[],
  changes: ReadonlyMap<IsoDate, number>,
): PeriodPath {
  const reached = days.map(() => 0);
  for (const [date, change] of changes) {
    const first = days.findIndex((day) => day >= date);
    for (let at = first < 0 ? days.length - 1 : first; at < days.length; at++)
      reached[at] = (reached[at] ?? 0) + change;
  }
  return { period, days, reached };
}

export const finalOf = ({ reached }: Pick<PeriodPath, 'reached'>): number => reached.at(-1) ?? 0;
