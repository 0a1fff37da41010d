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
  /** `2026-10` of each month. */
  readonly monthLabels: readonly string[];
  /** First day of each month, one more at the end. */
  readonly monthStarts: readonly number[];
  /** The last month that is over on `until`. */
  readonly lastFullMonth: number;
}

const millisPerDay = 86_400_000;
const years = 3;

/** Three years of whole months that end on `until` (the last month may be cut). Throws a `Refusal` for no date. */
export function createCalendar(until: IsoDate): DemoCalendar {
  const end = Date.parse(`${until}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(end) || isoDate(end / millisPerDay) !== until)
    throw new Refusal({ code: 'demoUntilInvalid', params: { until } });
  const last = new Date(end);
  const first = Date.UTC(last.getUTCFullYear() - years, last.getUTCMonth() + 1, 1);
  const origin = first / millisPerDay;
  const days = end / millisPerDay - origin + 1;

  const texts: string[] = [];
  const month = new Uint16Array(days);
  const monthOfYear = new Uint8Array(days);
  const weekday = new Uint8Array(days);
  const year = new Uint16Array(days);
  const vat = new Uint8Array(days);
  const monthLabels: string[] = [];
  const monthStarts: number[] = [];
  for (let day = 0; day < days; day++) {
    const date = new Date((origin + day) * millisPerDay);
    const iso = isoDate(origin + day);
    if (date.getUTCDate() === 1) {
      monthStarts.push(day);
      monthLabels.push(iso.slice(0, 7));
    }
    texts.push(russianDate(iso));
    month[day] = monthLabels.length - 1;
    monthOfYear[day] = date.getUTCMonth();
    weekday[day] = (date.getUTCDay() + 6) % 7;
    year[day] = date.getUTCFullYear();
    vat[day] = date.getUTCFullYear() >= 2026 ? 22 : 20;
  }
  monthStarts.push(days);
  const untilIsMonthEnd = new Date(end + millisPerDay).getUTCDate() === 1;
  return {
    from: isoDate(origin),
    until,
    days,
    texts,
    month,
    monthOfYear,
    weekday,
    year,
    vat,
    monthLabels,
    monthStarts,
    lastFullMonth: monthLabels.length - (untilIsMonthEnd ? 1 : 2),
  };
}

/** `dd.mm.yyyy` of any day, also one before the first. */
export function dayText(calendar: DemoCalendar, day: number): string {
  return russianDate(isoDate(Date.parse(`${calendar.from}T00:00:00Z`) / millisPerDay + day));
}

export function dayIso(calendar: DemoCalendar, day: number): IsoDate {
  return isoDate(Date.parse(`${calendar.from}T00:00:00Z`) / millisPerDay + day);
}

// Fixed holidays only: the demo company ships on days moved by government decree.
const holidays = new Set(
  '01.01 02.01 03.01 04.01 05.01 06.01 07.01 08.01 23.02 08.03 01.05 09.05 12.06 04.11 31.12'.split(' '),
);

/** The day itself or the next one on which a branch ships; `calendar.days` when none is left. */
export function workingDayFrom(calendar: DemoCalendar, day: number, saturdays: boolean): number {
  let result = Math.max(0, day);
  while (result < calendar.days && !isWorkingDay(calendar, result, saturdays)) result++;
  return Math.min(result, calendar.days);
}

/** The last `count` days of a month on which a branch ships, ascending. */
export function lastWorkingDays(
  calendar: DemoCalendar,
  month: number,
  count: number,
  saturdays: boolean,
): number[] {
  return workingDays(calendar, month, saturdays).slice(-count);
}

/** The first `count` days of a month on which a branch ships. */
export function firstWorkingDays(
  calendar: DemoCalendar,
  month: number,
  count: number,
  saturdays: boolean,
): number[] {
  return workingDays(calendar, month, saturdays).slice(0, count);
}

export function workingDays(calendar: DemoCalendar, month: number, saturdays: boolean): number[] {
  const result: number[] = [];
  for (let day = at(calendar.monthStarts, month); day < at(calendar.monthStarts, month + 1); day++)
    if (isWorkingDay(calendar, day, saturdays)) result.push(day);
  return result;
}

function isWorkingDay(calendar: DemoCalendar, day: number, saturdays: boolean): boolean {
  const weekday = at(calendar.weekday, day);
  return weekday < (saturdays ? 6 : 5) && !holidays.has(at(calendar.texts, day).slice(0, 5));
}

function isoDate(daysSince1970: number): IsoDate {
  return new Date(daysSince1970 * millisPerDay).toISOString().slice(0, 10);
}

function russianDate(iso: IsoDate): string {
  return `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}
