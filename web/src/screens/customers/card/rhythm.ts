import { addDays, daysBetween } from '../../../../../src/domain/iso-date.ts';
import type { IsoDate } from '../../../../../src/domain/units.ts';

/** Fewer purchases than this say nothing of the next one. */
export const fewestPurchases = 3;

export interface Rhythm {
  /** Days on which something was bought. */
  readonly purchases: number;
  readonly last: IsoDate;
  /** Days between purchases: the median, and the middle half of them. */
  readonly usual: number;
  readonly middle: readonly [number, number];
  readonly expected: IsoDate;
  /** Between which days the middle half would come. */
  readonly window: readonly [IsoDate, IsoDate];
  /** Days from the last purchase to the last loaded day. */
  readonly since: number;
  /** How many days the expected one is past; below 0 it is ahead. */
  readonly late: number;
}

/** When somebody buys, by the days of his purchases alone. Undefined where they are too few. */
export function rhythmOf(dates: readonly IsoDate[], asOf: IsoDate): Rhythm | undefined {
  const days = [...new Set(dates)].sort();
  const last = days.at(-1);
  if (last === undefined || days.length < fewestPurchases) return undefined;
  const gaps = days
    .slice(1)
    .map((day, index) => daysBetween(days[index] ?? day, day))
    .sort((a, b) => a - b);
  const usual = Math.round(quantile(gaps, 0.5));
  const middle = [Math.round(quantile(gaps, 0.25)), Math.round(quantile(gaps, 0.75))] as const;
  const expected = addDays(last, usual);
  return {
    ...{ purchases: days.length, last, usual, middle, expected },
    window: [addDays(last, middle[0]), addDays(last, middle[1])],
    since: daysBetween(last, asOf),
    late: daysBetween(expected, asOf),
  };
}

/** Of numbers in order, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
