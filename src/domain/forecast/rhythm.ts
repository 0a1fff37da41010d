import { daysBetween, weekday } from '../iso-date.ts';
import type { IsoDate } from '../units.ts';
import { finalOf, type PeriodPath } from './period-path.ts';

/** How working days differ in what they bring, beside the usual one: 1.1 is a tenth more. */
export interface Rhythm {
  /** A working day of each weekday, Monday to Sunday. */
  readonly weekdays: readonly number[];
  /** What a day off more than usual before a working day adds to it: orders pile up over holidays. */
  readonly perDayOff: number;
  /** Days from one working day to the next that are usual of each weekday. */
  readonly gaps: readonly number[];
}

const week = [0, 1, 2, 3, 4, 5, 6];

/** Days that have to show a difference before half of it is believed. */
const doubt = 4;

/** Learnt from periods that are over, none of which ended with nothing. */
export function learnRhythm(periods: readonly PeriodPath[]): Rhythm {
  const gaps = usualGaps(periods);
  // Per weekday, of days without more days off before them than usual: what a usual day brings, and what they did.
  const [expected, brought] = [week.map(() => 0), week.map(() => 0)];
  let [days, usual] = [0, 0];
  for (const path of periods) {
    const mean = finalOf(path) / path.days.length;
    for (const [at, { of, gap }] of shapeOf(path.days).entries()) {
      days += 1;
      usual += mean;
      if (gap > (gaps[of] ?? gap)) continue;
      expected[of] = (expected[of] ?? 0) + mean;
      brought[of] = (brought[of] ?? 0) + rise(path, at);
    }
  }
  const level = share(sum(brought), sum(expected)) ?? 1;
  const shy = (doubt * level * usual) / Math.max(1, days);
  const weekdays = week.map((of) =>
    Math.max(0.1, share((brought[of] ?? 0) + shy, level * (expected[of] ?? 0) + shy) ?? 1),
  );
  let [more, waited] = [0, 0];
  for (const path of periods) {
    const mean = (level * finalOf(path)) / path.days.length;
    for (const [at, { of, gap }] of shapeOf(path.days).entries()) {
      const extra = gap - (gaps[of] ?? gap);
      if (extra <= 0) continue;
      more += rise(path, at) - (weekdays[of] ?? 1) * mean;
      waited += extra * mean;
    }
  }
  return { weekdays, gaps, perDayOff: Math.max(0, share(more, waited + shy) ?? 0) };
}

/** Which share of a period's working time has passed by the end of each working day; the last one is 1. */
export function passedShares(
  days: readonly IsoDate[],
  { weekdays, perDayOff, gaps }: Rhythm,
): readonly number[] {
  const weights = shapeOf(days).map(
    ({ of, gap }) => (weekdays[of] ?? 1) + perDayOff * Math.max(0, gap - (gaps[of] ?? gap)),
  );
  const all = sum(weights);
  let passed = 0;
  return weights.map((one) => {
    passed += one;
    return passed / all;
  });
}

const gapBefore = (day: IsoDate, before: IsoDate | undefined): number =>
  before === undefined ? Number(day.slice(8)) : daysBetween(before, day);

const rise = ({ reached }: PeriodPath, at: number): number => (reached[at] ?? 0) - (reached[at - 1] ?? 0);

interface DayShape {
  /** 0 is Monday. */
  readonly of: number;
  /** Days since the working day before, or since the period began. */
  readonly gap: number;
}

/** All members of a branch share its days. */
const shapes = new WeakMap<readonly IsoDate[], readonly DayShape[]>();

function shapeOf(days: readonly IsoDate[]): readonly DayShape[] {
  const known = shapes.get(days);
  if (known !== undefined) return known;
  const shape = days.map((day, at) => ({
    of: weekday(day) - 1,
    gap: gapBefore(day, days[at - 1]),
  }));
  shapes.set(days, shape);
  return shape;
}

/** The middle one of each weekday; a weekday that never came has no usual one, and none is more than it. */
function usualGaps(periods: readonly PeriodPath[]): number[] {
  const found: number[][] = week.map(() => []);
  for (const { days } of periods) for (const { of, gap } of shapeOf(days)) found[of]?.push(gap);
  return found.map((all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 31);
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
