import { addDays, weekday } from './iso-date.ts';
import type { IsoDate } from './units.ts';

/** One year of a production calendar of the five-day week, as dates `MM-DD`. */
export interface CalendarYear {
  /** Days off that fall on Monday to Friday. */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workingWeekends: readonly string[];
}

/** Years by number; a company may put its own in place of these or beside them. */
export type ProductionCalendar = Readonly<Record<number, CalendarYear>>;

export interface WorkingDays {
  readonly days: number;
  /** A year without a decreed calendar is touched: Monday to Friday less the fixed holidays were counted. */
  readonly preliminary: boolean;
}

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
const fixedHolidays = year(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04',
  '',
);

function year(daysOff: string, workingWeekends: string): CalendarYear {
  return { daysOff: daysOff.split(' '), workingWeekends: workingWeekends.split(' ').filter(Boolean) };
}

/** True when the calendar of a date's year is not decreed (or not entered) yet. */
export function isPreliminary(date: IsoDate, calendar: ProductionCalendar = russianCalendar): boolean {
  return calendar[Number(date.slice(0, 4))] === undefined;
}

export function isWorkingDay(date: IsoDate, calendar: ProductionCalendar = russianCalendar): boolean {
  const { daysOff, workingWeekends } = calendar[Number(date.slice(0, 4))] ?? fixedHolidays;
  const day = date.slice(5);
  return weekday(date) <= 5 ? !daysOff.includes(day) : workingWeekends.includes(day);
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDays(
  from: IsoDate,
  to: IsoDate,
  calendar: ProductionCalendar = russianCalendar,
): WorkingDays {
  let days = 0;
  let preliminary = false;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) days += 1;
    preliminary ||= isPreliminary(date, calendar);
  }
  return { days, preliminary };
}
