import { isIsoDate } from '../../../domain/iso-date.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { isEmptyDate, isoDate, monthName, monthNumber, readDay } from './day.ts';
import type { DateFormat } from './format.ts';
import { blank } from './lexicon.ts';

const year = `(?:\\d{4}|\\d{2})`;
const yearMark = `(?:${blank}*г(?:од|ода)?\\.?)?`;

/** Spellings of a month, each for the whole cell. */
export const monthPatterns = {
  /** Октябрь 2026, окт.26, Oct-26, октябрь 2026 г. */
  named: `^${blank}*(?:за${blank}+)?${monthName}(?:${blank}|[.,/'-])*${year}${yearMark}${blank}*$`,
  /** 10.2026, 10/2026 */
  monthFirst: `^${blank}*(?:0?[1-9]|1[0-2])[./-]\\d{4}${yearMark}${blank}*$`,
  /** 2026-10 */
  yearFirst: `^${blank}*\\d{4}[./-](?:0?[1-9]|1[0-2])${blank}*$`,
  /** 2026 октябрь */
  yearNamed: `^${blank}*\\d{4}${yearMark}(?:${blank}|[,-])*${monthName}${blank}*$`,
} as const;

const compiled = Object.fromEntries(
  Object.entries(monthPatterns).map(([name, pattern]) => [name, new RegExp(pattern, 'iu')]),
) as Record<keyof typeof monthPatterns, RegExp>;
const nameOnly = new RegExp(`^${blank}*${monthName}\\.?${blank}*$`, 'iu');

const dayFirst: DateFormat = { order: 'dmy', serials: false };

/**
 * A month as `YYYY-MM`: «Октябрь 2026», «окт.26», «10.2026», «2026-10», or a day of it in any spelling of dates.
 * `null`: empty; `undefined`: no month.
 */
export function parseMonth(text: string, days: DateFormat = dayFirst): string | null | undefined {
  const month = monthOnly(text);
  if (month !== undefined) return month;
  return readDay(text, days)?.slice(0, 7);
}

/** Like `parseMonth`, but a full date is no month. */
export function monthOnly(text: string): string | null | undefined {
  if (isEmptyDate(text)) return null;
  const numbers = (text.match(/\d+/gu) ?? []).map(Number);
  const [first = 0, second = 0] = numbers;
  if (compiled.named.test(text) || compiled.yearNamed.test(text)) {
    return monthText(first < 100 ? 2000 + first : first, monthNumber(text));
  }
  if (compiled.monthFirst.test(text)) return monthText(second, first);
  if (compiled.yearFirst.test(text)) return monthText(first, second);
  return undefined;
}

/** The number of a month named without its year («январь»), else undefined. */
export function monthWithoutYear(text: string): number | undefined {
  return nameOnly.test(text) ? monthNumber(text) : undefined;
}

function monthText(y: number, m: number): string | undefined {
  return isoDate(y, m, 1)?.slice(0, 7);
}

/** Last day of a month `YYYY-MM` of any year that is written with four digits. */
export function monthEnd(month: string): IsoDate {
  // Trap: going by way of the next month fails in December of 9999, which files do have.
  const days = [31, 30, 29].find((day) => isIsoDate(`${month}-${day}`)) ?? 28;
  return `${month}-${days}`;
}

/** The pattern of a day inside a running text: «от 05.10.2026 14:05:33», «с 5 октября 2026 г.». */
export const dayInText = `(?:\\d{1,2}[./-]\\d{1,2}[./-]${year}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}${blank}+${monthName}${blank}+\\d{4})`;
