import { weekday } from '../iso-date.ts';
import type { IsoDate } from '../units.ts';
import { finalOf, type MonthPath } from './month-path.ts';

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

/** Learnt from months that are over, none of which ended with nothing. */
export function learnRhythm(months: readonly MonthPath[]): Rhythm {
  const usual = week.map((of) =>
    median(months.flatMap(({ days }) => gapsOf(days).filter((_, at) => weekdayOf(days[at]) === of))),
  );
  const all = months.flatMap(({ days, reached }) => {
    const mean = finalOf({ reached }) / days.length;
    const extra = extraDays(days, usual);
    return days.map((day, at) => ({
      ...{ of: weekdayOf(day), mean, extra: extra[at] ?? 0 },
      brought: (reached[at] ?? 0) - (reached[at - 1] ?? 0),
    }));
  });
  const typical = sumOf(all, ({ mean }) => mean) / Math.max(1, all.length);
  const ordinary = all.filter(({ extra }) => extra === 0);
  const level =
    share(
      sumOf(ordinary, ({ brought }) => brought),
      sumOf(ordinary, ({ mean }) => mean),
    ) ?? 1;
  const shy = doubt * typical * level;
  const weekdays = week.map((one) => {
    const days = ordinary.filter(({ of }) => of === one);
    const expected = level * sumOf(days, ({ mean }) => mean);
    return Math.max(0.1, share(sumOf(days, ({ brought }) => brought) + shy, expected + shy) ?? 1);
  });
  const late = all.filter(({ extra }) => extra > 0);
  const more = sumOf(late, ({ brought, of, mean }) => brought - (weekdays[of] ?? 1) * mean * level);
  const waited = sumOf(late, ({ extra, mean }) => extra * mean * level);
  return { weekdays, gaps: usual, perDayOff: Math.max(0, share(more, waited + shy) ?? 0) };
}

/** Which share of a month's working time has passed by the end of each working day; the last one is 1. */
export function passedShares(
  days: readonly IsoDate[],
  { weekdays, perDayOff, gaps }: Rhythm,
): readonly number[] {
  const extra = extraDays(days, gaps);
  const weights = days.map((day, at) => (weekdays[weekdayOf(day)] ?? 1) + perDayOff * (extra[at] ?? 0));
  const all = sumOf(weights, (one) => one);
  let passed = 0;
  return weights.map((one) => {
    passed += one;
    return passed / all;
  });
}

const weekdayOf = (day = ''): number => weekday(day) - 1;

/** Days since the working day before, or since the month began. */
const gapsOf = (days: readonly IsoDate[]): number[] =>
  days.map((day, at) => Number(day.slice(8)) - Number((days[at - 1] ?? '').slice(8)));

const extraDays = (days: readonly IsoDate[], usual: readonly number[]): number[] =>
  gapsOf(days).map((gap, at) => Math.max(0, gap - (usual[weekdayOf(days[at])] ?? gap)));

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 1;
