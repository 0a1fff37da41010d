import { daysBetween } from '../../../../../src/domain/iso-date.ts';
import type { IsoDate } from '../../../../../src/domain/units.ts';

/** Fewer intervals than this have no middle half. */
const fewestIntervals = 3;

/** How many days pass between days of purchases: the middle half. Undefined where they are too few. */
export function usualDays(dates: readonly IsoDate[]): readonly [number, number] | undefined {
  const days = [...new Set(dates)].sort();
  const gaps = days
    .slice(1)
    .map((day, index) => daysBetween(days[index] ?? day, day))
    .sort((a, b) => a - b);
  if (gaps.length < fewestIntervals) return undefined;
  return [Math.round(quantile(gaps, 0.25)), Math.round(quantile(gaps, 0.75))];
}

/** Of numbers in order, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
