import { isWorkingDay as isOfficialWorkingDay } from '../../domain/calendar.ts';
import {
  addMonths,
  dayNumber,
  firstDayOfMonth,
  fromDayNumber,
  isIsoDate,
  lastDayOfMonth,
  weekday,
} from '../../domain/iso-date.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { at } from './random.ts';

/** The days of the demo as numbers 0 … days − 1, with everything the inner loops ask of a day looked up beforehand. */
export interface DemoCalendar {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly days: number;
  /** `05.10.2026` of each day. */
  readonly texts: readonly string[];
  /** Number of the month since the first one, of each day. */
  readonly month: Uint16Array;
  /** 0 January … 11 December, of each day. */
  readonly monthOfYear: Uint8Array;
  /** 0 Monday … 6 Sunday, of each day. */
  readonly weekday: Uint8Array;
  readonly year: Uint16Array;
  /** Main rate of VAT in per cent on each day: 22 since 01.01.2026, 20 before. */
  readonly vat: Uint8Array;
  /** Of each day: 2 everybody works, 1 a Saturday on which some branches do, 0 nobody. */
  readonly worked: Uint8Array;
  /** `2026-10` of each month. */
  readonly monthLabels: readonly string[];
  /** First day of each month, one more at the end. */
  readonly monthStarts: readonly number[];
  /** The last month that is over on `until`. */
  readonly lastFullMonth: number;
}

const monthsOfHistory = 36;

/** Three years of whole months that end on `until` (the last month may be cut). Throws a `Refusal` for no date. */
export function createCalendar(until: IsoDate): DemoCalendar {
  if (!isIsoDate(until)) throw new Refusal({ code: 'demoUntilInvalid', params: { until } });
  const from = addMonths(firstDayOfMonth(until), 1 - monthsOfHistory);
  const origin = dayNumber(from);
  const days = dayNumber(until) - origin + 1;

  const texts: string[] = [];
  const month = new Uint16Array(days);
  const monthOfYear = new Uint8Array(days);
  const weekdays = new Uint8Array(days);
  const year = new Uint16Array(days);
  const vat = new Uint8Array(days);
  const worked = new Uint8Array(days);
  const monthLabels: string[] = [];
  const monthStarts: number[] = [];
  for (let day = 0; day < days; day++) {
    const iso = fromDayNumber(origin + day);
    if (iso.endsWith('-01')) {
      monthStarts.push(day);
      monthLabels.push(iso.slice(0, 7));
    }
    texts.push(russianDate(iso));
    month[day] = monthLabels.length - 1;
    monthOfYear[day] = Number(iso.slice(5, 7)) - 1;
    weekdays[day] = weekday(iso) - 1;
    year[day] = Number(iso.slice(0, 4));
    vat[day] = iso >= '2026-01-01' ? 22 : 20;
    worked[day] = isOfficialWorkingDay(iso) ? 2 : weekday(iso) === 6 && !holidays.has(iso.slice(5)) ? 1 : 0;
  }
  monthStarts.push(days);
  return {
    from,
    until,
    days,
    texts,
    month,
    monthOfYear,
    weekday: weekdays,
    year,
    vat,
    worked,
    monthLabels,
    monthStarts,
    lastFullMonth: monthLabels.length - (until === lastDayOfMonth(until) ? 1 : 2),
  };
}

/** `dd.mm.yyyy` of any day, also one before the first. */
export function dayText(calendar: DemoCalendar, day: number): string {
  return russianDate(dayIso(calendar, day));
}

export function dayIso(calendar: DemoCalendar, day: number): IsoDate {
  return fromDayNumber(dayNumber(calendar.from) + day);
}

// Nobody ships on these, whatever the branch does on other Saturdays.
const holidays = new Set(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '),
);

/** The day itself or the next one on which a branch ships; `calendar.days` when none is left. */
export function workingDayFrom(calendar: DemoCalendar, day: number, saturdays: boolean): number {
  let result = Math.max(0, day);
  while (result < calendar.days && !isWorkingDay(calendar, result, saturdays)) result++;
  return Math.min(result, calendar.days);
}

/** The days of a month on which a branch ships. */
export function workingDays(calendar: DemoCalendar, month: number, saturdays: boolean): number[] {
  const result: number[] = [];
  for (let day = at(calendar.monthStarts, month); day < at(calendar.monthStarts, month + 1); day++)
    if (isWorkingDay(calendar, day, saturdays)) result.push(day);
  return result;
}

function isWorkingDay(calendar: DemoCalendar, day: number, saturdays: boolean): boolean {
  return at(calendar.worked, day) >= (saturdays ? 1 : 2);
}

function russianDate(iso: IsoDate): string {
  return `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}
