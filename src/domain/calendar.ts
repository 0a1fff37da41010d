import { z } from 'zod';
import { addDays, isIsoDate, weekday } from './iso-date.ts';
import type { Problem } from './problem.ts';
import type { IsoDate } from './units.ts';

const days = z
  .array(z.string().regex(/^\d\d-\d\d$/))
  .max(366)
  .readonly();

/** One year of a production calendar; days as `MM-DD`. */
export const calendarYear = z.strictObject({
  /** Weekdays that are worked, 1 = Monday … 7 = Sunday; left out: Monday to Friday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().exactOptional(),
  /** Days off that fall on worked weekdays. */
  daysOff: days,
  /** Days of other weekdays that are worked. */
  workedDays: days,
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** Years by number; a company may put its own in place of these or beside them. */
export type ProductionCalendar = Readonly<Record<number, CalendarYear>>;

/** The decreed calendars of Russia; source: the yearly government decrees on the transfer of days off. */
export const russianCalendar: ProductionCalendar = {
  2024: year(
    '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    '04-27 11-02 12-28',
  ),
  2025: year(
    '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    '11-01',
  ),
  2026: year('01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31', ''),
};

/** Labour Code of Russia, article 112. Their transfers from weekends are decreed for each year. */
export const fixedHolidays = year(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04',
  '',
);

function year(daysOff: string, workedDays: string): CalendarYear {
  return { daysOff: daysOff.split(' '), workedDays: workedDays.split(' ').filter(Boolean) };
}

export const fiveDayWeek: readonly number[] = [1, 2, 3, 4, 5];

/** Years without a calendar are Monday to Friday less the fixed holidays. */
export function isWorkingDay(date: IsoDate, calendar: ProductionCalendar = russianCalendar): boolean {
  const { weekdays = fiveDayWeek, daysOff, workedDays } = calendar[Number(date.slice(0, 4))] ?? fixedHolidays;
  const day = date.slice(5);
  return weekdays.includes(weekday(date)) ? !daysOff.includes(day) : workedDays.includes(day);
}

/** The working days from `from` to `to`, both included, in order. */
export function workingDates(
  from: IsoDate,
  to: IsoDate,
  calendar: ProductionCalendar = russianCalendar,
): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (isWorkingDay(date, calendar)) dates.push(date);
  return dates;
}

/**
 * A year as a person says it, in order and each day once. Problems: `calendarYearOutOfRange`, `calendarDayUnknown` (the
 * year has no such day), `calendarDayTwice` (off and worked).
 */
export function readCalendarYear(
  year: number,
  { weekdays, daysOff, workedDays }: CalendarYear,
): CalendarYear | Problem {
  if (year < 1990 || year > 2148) return { code: 'calendarYearOutOfRange', params: { year: `${year}` } };
  const unknown = [...daysOff, ...workedDays].find((day) => !isIsoDate(`${year}-${day}`));
  if (unknown !== undefined) return { code: 'calendarDayUnknown', params: { day: unknown, year: `${year}` } };
  const twice = daysOff.find((day) => workedDays.includes(day));
  if (twice !== undefined) return { code: 'calendarDayTwice', params: { day: twice, year: `${year}` } };
  const inOrder = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();
  return {
    ...(weekdays !== undefined && { weekdays: inOrder(weekdays) }),
    daysOff: inOrder(daysOff),
    workedDays: inOrder(workedDays),
  };
}
