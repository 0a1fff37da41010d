import { dayNumber } from '../iso-date.ts';
import type { IsoDate } from '../units.ts';
import type { DaysAhead } from './purchases-to-come.ts';

/** Whoever plans further ahead than two months asks for more than a rhythm says. */
const furthest = 62;

/** The days of a month on which something may still be bought, up to its last working day; null: it is over. */
export function daysAhead(
  month: string,
  working: readonly IsoDate[],
  loaded: IsoDate,
): DaysAhead | 'tooFar' | null {
  const last = working.at(-1);
  if (last === undefined || last <= loaded) return null;
  const after = (day: IsoDate): number => dayNumber(day) - dayNumber(loaded);
  const to = after(last);
  return to > furthest ? 'tooFar' : { from: Math.max(1, after(`${month}-01`)), to };
}
