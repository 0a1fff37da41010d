import type { CalendarYear } from '../../../../../src/domain/calendar.ts';
import { addDays, weekday } from '../../../../../src/domain/iso-date.ts';
import type { WorkingCalendar } from '../../../server/api.ts';

/** What a day is; `offByWeek` follows from the week alone. */
export type DayKind = 'worked' | 'offByWeek' | 'off' | 'extra';

type Days = Pick<WorkingCalendar, 'weekdays' | 'daysOff' | 'workedDays'>;

export function kindOfDay(date: string, { weekdays, daysOff, workedDays }: Days): DayKind {
  const day = date.slice(5);
  if (weekdays.includes(weekday(date))) return daysOff.includes(day) ? 'off' : 'worked';
  return workedDays.includes(day) ? 'extra' : 'offByWeek';
}

/** The days of a month, `null` in the first week before its first one: seven a week. */
export function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const days: (string | null)[] = Array.from({ length: weekday(first) - 1 }, () => null);
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) days.push(date);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/**
 * What is stated of a year as it stands: the week only where it is stated itself, so that what is learned of it goes on
 * being learned.
 */
export const statedOf = ({ weekdays, weekSource, daysOff, workedDays }: WorkingCalendar): CalendarYear => ({
  ...(weekSource === 'stated' && { weekdays }),
  daysOff,
  workedDays,
});

/** The year with a day that is worked becoming one that is not, or the other way round. */
export function withDayTurned(calendar: WorkingCalendar, date: string): CalendarYear {
  const stated = statedOf(calendar);
  const day = date.slice(5);
  const without = (days: readonly string[]) => days.filter((one) => one !== day);
  switch (kindOfDay(date, calendar)) {
    case 'worked':
      return { ...stated, daysOff: [...stated.daysOff, day].sort() };
    case 'off':
      return { ...stated, daysOff: without(stated.daysOff) };
    case 'extra':
      return { ...stated, workedDays: without(stated.workedDays) };
    case 'offByWeek':
      return { ...stated, workedDays: [...stated.workedDays, day].sort() };
  }
}

/** The year with a weekday worked or not; single days that the week says by itself now are left out. */
export function withWeekdayTurned(calendar: WorkingCalendar, turned: number): CalendarYear {
  const weekdays = calendar.weekdays.includes(turned)
    ? calendar.weekdays.filter((one) => one !== turned)
    : [...calendar.weekdays, turned].sort();
  const isWorked = (day: string) => weekdays.includes(weekday(`${calendar.year}-${day}`));
  return {
    weekdays,
    daysOff: calendar.daysOff.filter(isWorked),
    workedDays: calendar.workedDays.filter((day) => !isWorked(day)),
  };
}

/** The years that a calendar file may be of: whatever looks like one in its text. */
export const yearsIn = (text: string): readonly number[] =>
  [...new Set(text.match(/\b(?:19|20|21)\d\d\b/g))]
    .map(Number)
    .filter((year) => year >= 1990 && year <= 2148)
    .sort();
