import type { IsoDate } from './units.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Trap: the argument must be a real date (`isIsoDate`), else the result is NaN. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date of a day number of `dayNumber`; years 0000 to 9999. */
export function fromDayNumber(days: number): IsoDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** True for an existing day written `YYYY-MM-DD`; `2011-02-29` is none. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const days = dayNumber(text);
  return !Number.isNaN(days) && fromDayNumber(days) === text;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later; a day that the month lacks becomes its last day (31 January + 1 = 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const month = addToMonth(date.slice(0, 7), months);
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${date.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** `to` − `from` in days; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** First day of the month of a date or of a month `YYYY-MM`. */
export function firstDayOfMonth(dateOrMonth: string): IsoDate {
  return `${dateOrMonth.slice(0, 7)}-01`;
}

/** Last day of the month of a date or of a month `YYYY-MM`. */
export function lastDayOfMonth(dateOrMonth: string): IsoDate {
  return addDays(firstDayOfMonth(addToMonth(dateOrMonth.slice(0, 7), 1)), -1);
}

/** A month `YYYY-MM` moved by whole months. */
export function addToMonth(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): number {
  // 1970-01-01 was a Thursday; the double modulo keeps days before it positive.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}
