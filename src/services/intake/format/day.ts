import { fromDayNumber, isIsoDate } from '../../../domain/iso-date.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { DateFormat } from './format.ts';
import { blank, isEmptyCell } from './lexicon.ts';

/** Month names by their first three letters, Russian (both cases) and English. */
export const monthStems: Readonly<Record<string, number>> = {
  янв: 1,
  фев: 2,
  мар: 3,
  апр: 4,
  май: 5,
  мая: 5,
  июн: 6,
  июл: 7,
  авг: 8,
  сен: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export const monthName =
  '(?:январ[ья]|янв|феврал[ья]|февр?|марта?|мар|апрел[ья]|апр|ма[йя]|июн[ья]?|июл[ья]?|августа?|авг|сентябр[ья]|сент?|' +
  'октябр[ья]|окт|ноябр[ья]|ноя?бр?|ноя|декабр[ья]|дек|' +
  'january|jan|february|feb|march|mar|april|apr|may|june?|july?|august|aug|september|sept?|october|oct|november|nov|' +
  'december|dec)';

const time =
  `(?:(?:${blank}|,|t)+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:${blank}?[ap]m)?` +
  `(?:${blank}?(?:z|utc|[-+]\\d{2}:?\\d{2}))?)?`;
const year = `(?:\\d{4}|\\d{2})`;
const yearMark = `(?:${blank}*г(?:ода)?\\.?)?`;

/** Spellings of a day, each for the whole cell. */
export const datePatterns = {
  /** 05.10.2026, 5/10/26, 05-10-2026 0:00:00: which part is the day says the format. */
  parts: `^${blank}*'?\\d{1,2}[./-]\\d{1,2}[./-]${year}${yearMark}${time}${blank}*$`,
  /** 2026-10-05T00:00:00 */
  yearFirst: `^${blank}*'?\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}${time}${blank}*$`,
  /** 20261005 */
  compact: `^${blank}*'?(?:19|20)\\d{6}${blank}*$`,
  /** 5 октября 2026 г., 05-окт-26 */
  dayMonth: `^${blank}*\\d{1,2}(?:${blank}|[./-])*${monthName}(?:${blank}|[.,/-])*${year}${yearMark}${time}${blank}*$`,
  /** Oct 5, 2026 */
  monthDay: `^${blank}*${monthName}\\.?${blank}*\\d{1,2},?${blank}+\\d{4}${time}${blank}*$`,
  /** 46300, 46300.5 */
  serial: `^${blank}*\\d{5}(?:[.,]\\d+)?${blank}*$`,
  /** The empty date of 1C («01.01.0001», «  .  .    ») and of others. */
  empty: `^(?:${blank}|[.:/-])*$|^${blank}*(?:0?1[./-]0?1[./-]0001|0001-01-01|0?0[./-]0?[01][./-](?:0000|1900)|0000-00-00|0)${time}${blank}*$`,
} as const;

/** Two-digit years below it belong to this century. */
export const centuryPivot = 70;
/** Days between 1899-12-30 and 1970-01-01: Excel counts from the former. */
export const serialEpoch = 25569;
/** 1990-01-01 … 2050-12-31 as Excel serials: other five-digit numbers are no dates. */
export const serialRange = { from: 32874, to: 55153 } as const;

const compiled = Object.fromEntries(
  Object.entries(datePatterns).map(([name, pattern]) => [name, new RegExp(pattern, 'iu')]),
) as Record<keyof typeof datePatterns, RegExp>;
const monthWord = new RegExp(monthName, 'iu');

/** Reads a cell that names a day; see `parseDate`. A year in front is always read as such, whatever the order. */
export function readDay(text: string, format: DateFormat): IsoDate | null | undefined {
  if (isEmptyDate(text)) return null;
  const numbers = () => (text.match(/\d+/gu) ?? []).map(Number) as [number, number, number];
  if (compiled.parts.test(text)) {
    const [first, second, last] = numbers();
    return format.order === 'mdy'
      ? isoDate(fullYear(last), first, second)
      : isoDate(fullYear(last), second, first);
  }
  if (compiled.yearFirst.test(text)) {
    const [y, m, d] = numbers();
    return isoDate(y, m, d);
  }
  if (compiled.compact.test(text)) {
    const digits = text.replace(/\D/gu, '');
    return isoDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  }
  if (compiled.dayMonth.test(text)) {
    const [d, y] = numbers();
    return isoDate(fullYear(y), monthNumber(text), d);
  }
  if (compiled.monthDay.test(text)) {
    const [d, y] = numbers();
    return isoDate(y, monthNumber(text), d);
  }
  if (format.serials && compiled.serial.test(text)) return serialDate(numbers()[0]);
  return undefined;
}

/** True for empty cells and for the empty dates that programs write. */
export function isEmptyDate(text: string): boolean {
  return isEmptyCell(text) || compiled.empty.test(text);
}

/** The month named in a text; 0 when there is none. */
export function monthNumber(text: string): number {
  const word = monthWord.exec(text)?.[0] ?? '';
  return monthStems[word.slice(0, 3).toLowerCase()] ?? 0;
}

function fullYear(written: number): number {
  if (written >= 100) return written;
  return written < centuryPivot ? 2000 + written : 1900 + written;
}

/** `YYYY-MM-DD`, or undefined when the calendar has no such day. */
export function isoDate(y: number, m: number, d: number): IsoDate | undefined {
  const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return y > 0 && isIsoDate(text) ? text : undefined;
}

function serialDate(serial: number): IsoDate | undefined {
  if (serial < serialRange.from || serial > serialRange.to) return undefined;
  return fromDayNumber(serial - serialEpoch);
}
