import type { IsoDate } from '../units.ts';

/** What a number had reached in one month by each of its working days. */
export interface MonthPath {
  /** `2026-11` */
  readonly month: string;
  /** Working days, in order. */
  readonly days: readonly IsoDate[];
  /** By the end of each of them; by the last one: by the end of the month. */
  readonly reached: readonly number[];
}

/** Of how much the number rose, or fell, on single days; `days`: working days of the month. */
export function monthPath(
  month: string,
  days: readonly IsoDate[],
  changes: ReadonlyMap<IsoDate, number>,
): MonthPath {
  const reached = days.map(() => 0);
  for (const [date, change] of changes) {
    const first = days.findIndex((day) => day >= date);
    for (let at = first < 0 ? days.length - 1 : first; at < days.length; at++)
      reached[at] = (reached[at] ?? 0) + change;
  }
  return { month, days, reached };
}

export const finalOf = ({ reached }: Pick<MonthPath, 'reached'>): number => reached.at(-1) ?? 0;
