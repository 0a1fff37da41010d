import type { StillSilent } from './silences.ts';

/** How a customer buys, and how long he has been silent: days, 0 where he bought on the last loaded one. */
export interface Buyer {
  readonly interval: number;
  readonly silence: number;
}

/** Days after the last loaded one, 1 the next, both included. */
export interface DaysAhead {
  readonly from: number;
  readonly to: number;
}

/** How many purchases are still to come in some days. */
export interface PurchasesToCome {
  /** Of at least one, of at least two, … purchases; what is rarer than one in 100,000 is left out. */
  readonly atLeast: readonly number[];
  readonly mean: number;
}

const rarest = 1e-5;

/**
 * A renewal process: the first purchase to come ends the silence that there is, given that it has lasted so long; every further
 * one comes after a silence of its own. Worked out day by day, so that nothing is drawn. A day is `[n, n + 1)` of its silence.
 */
export function purchasesToCome(
  { interval, silence }: Buyer,
  { from, to }: DaysAhead,
  stillSilent: StillSilent,
): PurchasesToCome {
  if (to < from || interval <= 0) return { atLeast: [], mean: 0 };
  const lasting = (days: number): number => stillSilent(days / interval);
  const so = lasting(silence + 1);
  if (so <= 0) return { atLeast: [], mean: 0 };
  // By days since a purchase, and by days ahead.
  const after = days(to, (day) => (lasting(day) - lasting(day + 1)) / lasting(1));
  const next = days(to, (day) => (lasting(silence + day) - lasting(silence + day + 1)) / so);
  let nth = firstWithin(next, after, from, to);
  const atLeast: number[] = [];
  let mean = 0;
  while (true) {
    const chance = Math.min(
      1,
      nth.reduce((sum, one) => sum + one, 0),
    );
    if (chance < rarest) return { atLeast, mean };
    atLeast.push(chance);
    mean += chance;
    const before = nth;
    nth = days(to, (day) => (day <= from ? 0 : followed(before, after, from, day)));
  }
}

/** By day, 1 to `to`; place 0 is empty. */
const days = (to: number, of: (day: number) => number): number[] =>
  Array.from({ length: to + 1 }, (_, day) => (day === 0 ? 0 : of(day)));

/** That a purchase of one of the days before a day is followed by the next one on it. */
function followed(bought: readonly number[], after: readonly number[], from: number, day: number): number {
  let sum = 0;
  for (let before = from; before < day; before++) sum += (bought[before] ?? 0) * (after[day - before] ?? 0);
  return sum;
}

/** The first purchase of the days that are asked for, whatever comes before them. */
function firstWithin(next: readonly number[], after: readonly number[], from: number, to: number): number[] {
  const early: number[] = [0];
  for (let day = 1; day < from; day++) early.push((next[day] ?? 0) + followed(early, after, 1, day));
  return days(to, (day) => {
    if (day < from) return 0;
    let sum = next[day] ?? 0;
    for (let before = 1; before < from; before++) sum += (early[before] ?? 0) * (after[day - before] ?? 0);
    return sum;
  });
}
