import { type CalendarYear, fiveDayWeek, fixedHolidays, russianCalendar } from './calendar.ts';
import { addDays, weekday } from './iso-date.ts';
import { isDecreedOff, isWorked, type LearnedCalendar, workedWeekdays } from './learned-calendar.ts';
import type { IsoDate } from './units.ts';

/**
 * From where a part of a working calendar is: said by the company for the branch or for all of it, shown by the
 * shipments of the branch or of all of it, decreed, or, where no decree is known, the holidays of the law alone.
 */
export const calendarSources = [
  'stated',
  'statedForCompany',
  'learned',
  'learnedFromCompany',
  'decreed',
  'preliminary',
] as const;
export type CalendarSource = (typeof calendarSources)[number];

/** What is known of the working days of a branch, or of the whole company. */
export interface CalendarEvidence {
  /** What the company says itself, by year. */
  readonly stated: Readonly<Record<number, CalendarYear>>;
  readonly learned: LearnedCalendar | null;
}

/** The working days of one year, and where they are from. */
export interface WorkingYear extends Required<CalendarYear> {
  readonly weekdays: readonly number[];
  readonly weekSource: CalendarSource;
  readonly daysSource: CalendarSource;
}

/**
 * Puts a year together from evidence, the nearest first: of a branch and then of the company, or of the company alone.
 * Weekdays and single days come each from the first that knows: what is stated, then what is learned, then the decree.
 * Who ships on most decreed days off keeps none of them.
 */
export function workingYear(year: number, evidence: readonly CalendarEvidence[]): WorkingYear {
  const sources = {
    stated: ['stated', 'statedForCompany'],
    learned: ['learned', 'learnedFromCompany'],
  } as const;
  const known = evidence.map((one, index) => ({ ...one, index: index === 0 ? 0 : 1 }) as const);
  const said = known.flatMap(({ stated, index }) => {
    const own = stated[year];
    return own === undefined ? [] : [{ own, source: sources.stated[index] }];
  });
  const shown = known.flatMap(({ learned, index }) =>
    // Shipments without a rhythm show nothing.
    learned === null || workedWeekdays(learned).length === 0
      ? []
      : [{ learned, source: sources.learned[index] }],
  );
  const week = said.find(({ own }) => own.weekdays !== undefined);
  const [{ learned, source: learnedFrom } = { learned: null, source: null }] = shown;
  const weekdays = week?.own.weekdays ?? (learned === null ? fiveDayWeek : workedWeekdays(learned));
  const weekSource = week?.source ?? learnedFrom ?? 'decreed';
  const [days] = said;
  if (days !== undefined) {
    const { daysOff, workedDays } = days.own;
    return { weekdays, daysOff, workedDays, weekSource, daysSource: days.source };
  }
  if (learned !== null && learnedFrom !== null && isWorked(learned.daysOff))
    return { weekdays, daysOff: [], workedDays: [], weekSource, daysSource: learnedFrom };
  const decree = russianCalendar[year];
  return {
    weekdays,
    daysOff: daysOfYear(year)
      .filter((date) => weekdays.includes(weekday(date)) && isDecreedOff(date))
      .map((date) => date.slice(5)),
    workedDays: (decree ?? fixedHolidays).workedDays,
    weekSource,
    daysSource: decree === undefined ? 'preliminary' : 'decreed',
  };
}

/** The years that a span touches. */
export function workingYears(
  evidence: readonly CalendarEvidence[],
  from: IsoDate,
  to: IsoDate,
): Readonly<Record<number, WorkingYear>> {
  const years: Record<number, WorkingYear> = {};
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    years[year] = workingYear(year, evidence);
  return years;
}

function daysOfYear(year: number): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) dates.push(date);
  return dates;
}
