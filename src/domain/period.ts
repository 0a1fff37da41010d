import {
  addDays,
  addMonths,
  addToMonth,
  daysBetween,
  firstDayOfMonth,
  isIsoDate,
  lastDayOfMonth,
} from './iso-date.ts';
import type { Problem } from './problem.ts';
import type { IsoDate } from './units.ts';

/** A span of calendar days, both ends included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /**
   * Canonical name, which `parsePeriod` reads back: `2011-11`, `2011-Q4`, `2011-H2`, `2011`, `2011-09..2011-11`,
   * `2011-11-01..2011-11-15`; rolling months that do not end a month: `last:3m@2011-11-15`; a period as it stood on one
   * of its days: `2011-11@2011-11-15`.
   */
  readonly label: string;
  readonly grain: 'month' | 'quarter' | 'halfYear' | 'year' | 'months' | 'days';
  /** Of a period as it stood on a day (`periodUpTo`): all of it, by which it is compared with the one before. */
  readonly whole?: Period;
}

const grainMonths = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;
export type CalendarGrain = keyof typeof grainMonths;
/** From the shortest on. */
export const calendarGrains = [
  'month',
  'quarter',
  'halfYear',
  'year',
] as const satisfies readonly CalendarGrain[];
export const monthsIn = (grain: CalendarGrain): number => grainMonths[grain];

function isCalendarGrain(grain: Period['grain']): grain is CalendarGrain {
  return grain in grainMonths;
}

/** The calendar month, quarter, half-year or year that contains a month `YYYY-MM`. */
export function calendarPeriod(grain: CalendarGrain, month: string): Period {
  const length = grainMonths[grain];
  const year = month.slice(0, 4);
  const index = Math.floor((Number(month.slice(5, 7)) - 1) / length);
  const first = `${year}-${String(index * length + 1).padStart(2, '0')}`;
  const labels = { month: first, quarter: `${year}-Q${index + 1}`, halfYear: `${year}-H${index + 1}`, year };
  return {
    from: firstDayOfMonth(first),
    to: lastDayOfMonth(addToMonth(first, length - 1)),
    label: labels[grain],
    grain,
  };
}

/** Whole calendar months, both included. */
export function monthsPeriod(firstMonth: string, lastMonth: string): Period {
  if (firstMonth === lastMonth) return calendarPeriod('month', firstMonth);
  return {
    from: firstDayOfMonth(firstMonth),
    to: lastDayOfMonth(lastMonth),
    label: `${firstMonth}..${lastMonth}`,
    grain: 'months',
  };
}

export function daysPeriod(from: IsoDate, to: IsoDate): Period {
  return { from, to, label: `${from}..${to}`, grain: 'days' };
}

/** `months` months that end on a day. When the day ends its month they are calendar months: 30 November, 3 → September to November. */
export function rollingMonths(months: number, to: IsoDate): Period {
  if (to === lastDayOfMonth(to)) return monthsPeriod(addToMonth(to.slice(0, 7), 1 - months), to.slice(0, 7));
  return { from: addDays(addMonths(to, -months), 1), to, label: `last:${months}m@${to}`, grain: 'months' };
}

/** So many days or months that end with a day. */
export const windowUpTo = (
  to: IsoDate,
  { length, of }: { readonly length: number; readonly of: 'days' | 'months' },
): Period => (of === 'days' ? daysPeriod(addDays(to, 1 - length), to) : rollingMonths(length, to));
/** A period as it stood on one of its days: later days are left out, what was before it stays the same. */
export function periodUpTo(period: Period, day: IsoDate): Period {
  const whole = period.whole ?? period;
  return day === whole.to ? whole : { ...whole, to: day, label: `${whole.label}@${day}`, whole };
}

/** P−1: of a calendar period the one before; of n months or n days the n before. Ends on the day before `period`. */
export function previousPeriod(period: Period): Period {
  if (period.whole !== undefined) return previousPeriod(period.whole);
  const firstMonth = period.from.slice(0, 7);
  if (isCalendarGrain(period.grain)) {
    return calendarPeriod(period.grain, addToMonth(firstMonth, -grainMonths[period.grain]));
  }
  const lastDay = addDays(period.from, -1);
  if (period.grain === 'days') {
    return daysPeriod(addDays(lastDay, -daysBetween(period.from, period.to)), lastDay);
  }
  const rolling = /^last:(\d+)m@/.exec(period.label);
  return rollingMonths(rolling ? Number(rolling[1]) : monthsOf(period).length, lastDay);
}

/** The months `YYYY-MM` that a period touches, also in part. */
export function monthsOf(period: Pick<Period, 'from' | 'to'>): readonly string[] {
  const months: string[] = [];
  const last = period.to.slice(0, 7);
  for (let month = period.from.slice(0, 7); month <= last; month = addToMonth(month, 1)) months.push(month);
  return months;
}

/** The last calendar month that is wholly over on the day `today`. */
export function lastClosedMonth(today: IsoDate): Period {
  return calendarPeriod('month', addToMonth(today.slice(0, 7), -1));
}

/**
 * Reads a period as people write it: `2011-11`, `2011-Q4`, `2011Q4`, `2011-H2`, `2011`, `2011-09..2011-11` (also of
 * quarters and years), `2011-11-01..2011-11-15`, `2011-11@2011-11-15` (as it stood that day), `last:30d`, `last:3m` (rolling, ending `today`), «ноябрь 2011»,
 * «IV кв. 2011», «II полугодие 2011», «сентябрь–ноябрь 2011», «с 01.11.2011 по 15.11.2011», «последние 30 дней».
 * Years 1900 to 2199. Problems: `periodUnreadable`, `periodReversed`, `periodOutOfRange`.
 */
export function parsePeriod(text: string, context: { readonly today: IsoDate }): Period | Problem {
  const written = prepare(text);
  if (beyondCalendar.test(written)) return { code: 'periodOutOfRange', params: { text } };
  const period =
    parseRolling(written, context.today) ??
    parseUpTo(written, context) ??
    parsePart(written) ??
    joinRange(parseRange(written));
  if (!period) return { code: 'periodUnreadable', params: { text } };
  if (period.from > period.to) return { code: 'periodReversed', params: { text } };
  if (period.from < '1900-01-01' || period.to > '2199-12-31') {
    return { code: 'periodOutOfRange', params: { text } };
  }
  return period;
}

/**
 * The steps of a series: `2010-12..2011-12` is 13 months, `2011-Q1..2011-Q4` four quarters, `2010..2012` three years;
 * ends of different kinds (`2011-Q1..2011-05`) step by month; anything else that `parsePeriod` reads is one step.
 */
export function expandPeriods(
  text: string,
  context: { readonly today: IsoDate },
): readonly Period[] | Problem {
  const whole = parsePeriod(text, context);
  if ('code' in whole) return whole;
  const ends = parseRange(prepare(text));
  if (!ends || whole.grain !== 'months' || whole.label.startsWith('last:')) return [whole];
  const [first, last] = ends;
  const grain = first.grain === last.grain && isCalendarGrain(first.grain) ? first.grain : 'month';
  const steps: Period[] = [];
  for (let month = whole.from.slice(0, 7); month <= whole.to.slice(0, 7); ) {
    steps.push(calendarPeriod(grain, month));
    month = addToMonth(month, grainMonths[grain]);
  }
  return steps;
}

const monthStems = {
  ru: ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
} as const;
const monthWords = monthStems.ru.map(
  (ru, index) => new RegExp(`^(?:${ru}|${monthStems.en[index]})[а-яa-z]*$`),
);

function monthNumber(word: string): string | null {
  const index = monthWords.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : String(index + 1).padStart(2, '0');
}

/** Years around which months would need a sign or a fifth digit. */
const beyondCalendar = /(?<![\d:])(?:0\d{3}|9999)(?!\d)/;

const romans = ['i', 'ii', 'iii', 'iv'];

function prepare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .replace(/(\d) ?(?:г\.?|год|года)(?= |[–—-]|$)/g, '$1')
    .replace(/^(?:за|с|from) /, '')
    .trim();
}

export interface RollingSpan {
  readonly count: number;
  readonly unit: 'day' | 'month';
  /** The last day; left out, the span moves with the day it is asked on. */
  readonly to?: IsoDate;
}

/** The rolling days or months that a text names (`last:90d`, «последние 3 месяца»); null for other periods. */
export function rollingSpan(text: string): RollingSpan | null {
  const written = prepare(text);
  const short = /^last:(\d{1,4})([dm])(?:@(\S+))?$/.exec(written);
  const words = /^(?:последни[ей]|last) (\d{1,4}) (дн|день|day|мес|month)[а-яa-z]*\.?$/.exec(written);
  const [, count = '0', unit = ''] = short ?? words ?? [];
  const to = short?.[3];
  if (Number(count) === 0 || (to !== undefined && !isIsoDate(to))) return null;
  return {
    count: Number(count),
    unit: /^[dд]/.test(unit) ? 'day' : 'month',
    ...(to !== undefined && { to }),
  };
}

function parseRolling(text: string, today: IsoDate): Period | null {
  const span = rollingSpan(text);
  if (!span) return null;
  const { count, unit, to = today } = span;
  return unit === 'day' ? daysPeriod(addDays(to, 1 - count), to) : rollingMonths(count, to);
}

function parseUpTo(text: string, context: { readonly today: IsoDate }): Period | null {
  const [, of = '', day = ''] = /^(.+)@(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  if (!isIsoDate(day)) return null;
  const whole = parsePeriod(of, context);
  const within = !('code' in whole) && whole.whole === undefined && whole.from <= day && day <= whole.to;
  return within ? periodUpTo(whole, day) : null;
}

/** One calendar period or one day. */
function parsePart(text: string): Period | null {
  const year = /^(\d{4})$/.exec(text);
  if (year) return calendarPeriod('year', `${year[1]}-01`);

  const month = /^(\d{4})-(\d{2})$/.exec(text) ?? swap(/^(\d{1,2})\.(\d{4})$/.exec(text));
  if (month) return monthPart(month[1], month[2]);
  const named = /^([а-яa-z]+)\.? (\d{4})$/.exec(text);
  if (named) return monthPart(named[2], monthNumber(named[1] ?? ''));

  const part =
    /^(\d{4})[- ]?([qh])([1-4])$/.exec(text) ??
    /^(?<letter>[qh])(?<index>[1-4]) (?<year>\d{4})$/.exec(text) ??
    /^(?<index>[1-4]|i{1,3}|iv)(?:-?[а-я]{1,2})? ?(?<letter>кв|полугоди)[а-я]*\.? ?(?<year>\d{4})$/.exec(
      text,
    );
  if (part) {
    const { year: y = part[1], letter = part[2], index = part[3] } = part.groups ?? {};
    const number = romans.includes(index ?? '') ? romans.indexOf(index ?? '') + 1 : Number(index);
    const quarter = letter === 'q' || letter === 'кв';
    if (!quarter && number > 2) return null;
    const first = (number - 1) * (quarter ? 3 : 6) + 1;
    return calendarPeriod(quarter ? 'quarter' : 'halfYear', `${y}-${String(first).padStart(2, '0')}`);
  }

  const day = parseDay(text);
  return day ? daysPeriod(day, day) : null;
}

function swap(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1]];
}

function monthPart(year: string | undefined, month: string | null | undefined): Period | null {
  const label = `${year}-${(month ?? '').padStart(2, '0')}`;
  return isIsoDate(`${label}-01`) ? calendarPeriod('month', label) : null;
}

function parseDay(text: string): IsoDate | null {
  const numeric = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const named = /^(\d{1,2}) ([а-яa-z]+)\.? (\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = numeric ?? named ?? [];
  const date = year
    ? `${year}-${(numeric ? month : (monthNumber(month) ?? '')).padStart(2, '0')}-${day.padStart(2, '0')}`
    : text;
  return isIsoDate(date) ? date : null;
}

/** The two ends of a range; a first month without a year («сентябрь–ноябрь 2011») takes the year of the last. */
function parseRange(text: string): readonly [Period, Period] | null {
  if (parsePart(text)) return null;
  for (const separator of text.matchAll(/ ?\.\. ?| ?[–—-] ?| по | to /g)) {
    const left = text.slice(0, separator.index);
    const right = text.slice(separator.index + separator[0].length);
    const last = parsePart(right);
    const first = last && (parsePart(left) ?? parsePart(`${left} ${last.to.slice(0, 4)}`));
    if (first && last && (first.grain === 'days') === (last.grain === 'days')) return [first, last];
  }
  return null;
}

function joinRange(ends: readonly [Period, Period] | null): Period | null {
  if (!ends) return null;
  const [first, last] = ends;
  if (first.grain === 'days') return daysPeriod(first.from, last.to);
  if (first.label === last.label) return first;
  return monthsPeriod(first.from.slice(0, 7), last.to.slice(0, 7));
}

const monthNames = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/**
 * «ноябрь 2026 г.», «IV кв. 2026», «II полугодие 2026», «2026 год», «сентябрь–ноябрь 2026 г.», «01.11.2026–15.11.2026»;
 * in English November 2026, Q4 2026, H2 2026, 2026, and ISO dates, the one order that nobody misreads.
 */
export function formatPeriod(period: Period, language: 'ru' | 'en'): string {
  const ru = language === 'ru';
  const day = (date: IsoDate) => (ru ? date.split('-').reverse().join('.') : date);
  if (period.whole !== undefined)
    return `${formatPeriod(period.whole, language)} (${ru ? 'по' : 'to'} ${day(period.to)})`;
  const year = period.from.slice(0, 4);
  const part = period.label.slice(-1);
  switch (period.grain) {
    case 'year':
      return ru ? `${year} год` : year;
    case 'halfYear':
      return ru ? `${romans[Number(part) - 1]?.toUpperCase()} полугодие ${year}` : `H${part} ${year}`;
    case 'quarter':
      return ru ? `${romans[Number(part) - 1]?.toUpperCase()} кв. ${year}` : `Q${part} ${year}`;
    case 'month':
      return withYear(period.from, language);
    case 'months': {
      if (period.label.startsWith('last:')) break;
      if (year !== period.to.slice(0, 4)) {
        return `${withYear(period.from, language)} – ${withYear(period.to, language)}`;
      }
      return `${monthName(period.from, language)}–${withYear(period.to, language)}`;
    }
  }
  return period.from === period.to ? day(period.from) : `${day(period.from)}–${day(period.to)}`;
}

function monthName(date: IsoDate, language: 'ru' | 'en'): string {
  return monthNames[language][Number(date.slice(5, 7)) - 1] ?? '';
}

function withYear(date: IsoDate, language: 'ru' | 'en'): string {
  return `${monthName(date, language)} ${date.slice(0, 4)}${language === 'ru' ? ' г.' : ''}`;
}
