/** Days from the first to the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Periods as their names read, with P−1, by arithmetic of their own. */
export interface NamedSpan {
  /** As a user writes it. */
  readonly name: string;
  readonly period: Span;
  readonly previous: Span;
}

const DAY = 86_400_000;
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
/** Months since year 0. */
const monthIndex = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstDay = (index: number): string =>
  new Date(Date.UTC(Math.floor(index / 12), index % 12, 1)).toISOString().slice(0, 10);
const wholeMonths = (first: number, count: number): Span => ({
  from: firstDay(first),
  to: plusDays(firstDay(first + count), -1),
});
const month = (index: number): string => firstDay(index).slice(0, 7);

/** The calendar month, quarter, half-year or year that a date lies in. */
export function calendarSpan(months: 1 | 3 | 6 | 12, date: string): NamedSpan {
  const index = monthIndex(date);
  const first = index - (index % months);
  const year = date.slice(0, 4);
  const part = (first % 12) / months + 1;
  return {
    name: { 1: month(first), 3: `${year}-Q${part}`, 6: `${year}-H${part}`, 12: year }[months],
    period: wholeMonths(first, months),
    previous: wholeMonths(first - months, months),
  };
}

/** `count` whole months, the first of which a date lies in. */
export function monthsSpan(count: number, date: string): NamedSpan {
  const first = monthIndex(date);
  return {
    name: `${month(first)}..${month(first + count - 1)}`,
    period: wholeMonths(first, count),
    previous: wholeMonths(first - count, count),
  };
}

export function daysSpan(from: string, days: number): NamedSpan {
  const to = plusDays(from, days - 1);
  return {
    name: `${from}..${to}`,
    period: { from, to },
    previous: { from: plusDays(from, -days), to: plusDays(from, -1) },
  };
}

/** `count` months that end on a day, and the `count` before them. */
export function rollingSpan(count: number, to: string): NamedSpan {
  const period = monthsUpTo(count, to);
  return { name: `last:${count}m@${to}`, period, previous: monthsUpTo(count, plusDays(period.from, -1)) };
}

function monthsUpTo(count: number, to: string): Span {
  const end = monthIndex(plusDays(to, 1));
  if (end > monthIndex(to)) return wholeMonths(end - count, count);
  // A day that the earlier month lacks stands for its last day.
  const lastOfEarlier = plusDays(firstDay(monthIndex(to) - count + 1), -1);
  const sameDay = `${lastOfEarlier.slice(0, 8)}${to.slice(8)}`;
  return { from: plusDays(sameDay < lastOfEarlier ? sameDay : lastOfEarlier, 1), to };
}
