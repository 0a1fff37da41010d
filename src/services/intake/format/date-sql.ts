import { centuryPivot, datePatterns, monthName, monthStems, serialEpoch, serialRange } from './day.ts';
import type { DateFormat } from './format.ts';
import { isEmptyCellSql, sqlLet, sqlMatch, sqlString } from './lexicon.ts';
import { monthPatterns } from './month.ts';

// Years of the fast paths: the empty dates 01.01.0001 and 00.01.1900 must not pass here.
const plainYear = '(?:19[1-9]\\d|20\\d\\d)';
const fastParts = `^\\d\\d[./-]\\d\\d[./-]${plainYear}(?: \\d?\\d:\\d\\d(?::\\d\\d)?)?$`;
const plainShapes = "'00.00.0000', '00/00/0000', '00-00-0000'";
const fastYearFirst = `^${plainYear}-\\d\\d-\\d\\d(?:[ T]\\d\\d:\\d\\d:\\d\\d)?$`;

/** A day as the whole number `YYYYMMDD`; parts are expressions of whole numbers. */
function joined(y: string, m: string, d: string): string {
  return `toUInt32(${y} * 10000 + ${m} * 100 + ${d})`;
}

function fullYearSql(y: string): string {
  return `multiIf(${y} >= 100, ${y}, ${y} < ${centuryPivot}, 2000 + ${y}, 1900 + ${y})`;
}

function monthNumberOf(expr: string): string {
  const stems = Object.keys(monthStems).map(sqlString).join(', ');
  const word = `lowerUTF8(substringUTF8(extract(${expr}, ${sqlString(`(?i)${monthName}`)}), 1, 3))`;
  return `transform(${word}, [${stems}], [${Object.values(monthStems).join(', ')}], 0)`;
}

function part(expr: string, index: number): string {
  return `toUInt32OrZero(arrayElement(extractAll(${expr}, '\\\\d+'), ${index}))`;
}

/** Not yet checked against the calendar. */
function readDaySql(expr: string, format: DateFormat): string {
  const [day, month] = format.order === 'mdy' ? [4, 1] : [1, 4];
  const at = (from: number, length: number) => `substring(${expr}, ${from}, ${length})`;
  const [first, second, third] = [part(expr, 1), part(expr, 2), part(expr, 3)];
  const [dayPart, monthPart] = format.order === 'mdy' ? [second, first] : [first, second];
  const compact = `replaceRegexpAll(${expr}, '\\\\D', '')`;
  const serial = format.serials
    ? `${sqlMatch(expr, datePatterns.serial)}, if(${first} BETWEEN ${serialRange.from} AND ${serialRange.to}, ` +
      `toYYYYMMDD(toDate32(${first} - ${serialEpoch})), 0), `
    : '';
  const written = `toUInt32OrZero(translate(${expr}, './-', ''))`;
  const [high, low] = [`intDiv(${written}, 1000000)`, `intDiv(${written}, 10000) % 100`];
  const [monthOf, dayOf] = format.order === 'mdy' ? [high, low] : [low, high];
  return (
    `multiIf(translate(${expr}, '123456789', '000000000') IN (${plainShapes}) AND ${written} % 10000 BETWEEN 1910 AND 2099, ` +
    `${joined(`${written} % 10000`, monthOf, dayOf)}, match(${expr}, ${sqlString(fastParts)}), toUInt32OrZero(concat(${at(7, 4)}, ${at(month, 2)}, ${at(day, 2)})), ` +
    `match(${expr}, ${sqlString(fastYearFirst)}), toUInt32OrZero(concat(${at(1, 4)}, ${at(6, 2)}, ${at(9, 2)})), ` +
    `${isEmptyCellSql(expr)} OR ${sqlMatch(expr, datePatterns.empty)}, NULL, ` +
    `${sqlMatch(expr, datePatterns.parts)}, ${joined(fullYearSql(third), monthPart, dayPart)}, ` +
    `${sqlMatch(expr, datePatterns.yearFirst)}, ${joined(first, second, third)}, ` +
    `${sqlMatch(expr, datePatterns.compact)}, toUInt32OrZero(${compact}), ` +
    `${sqlMatch(expr, datePatterns.dayMonth)}, ${joined(fullYearSql(second), monthNumberOf(expr), first)}, ` +
    `${sqlMatch(expr, datePatterns.monthDay)}, ${joined(second, monthNumberOf(expr), first)}, ${serial}0)`
  );
}

/** A `YYYYMMDD` number as it is, or 0 where the calendar has no such day. */
function checkedSql(n: string): string {
  const [y, m, d] = [`intDiv(${n}, 10000)`, `intDiv(${n}, 100) % 100`, `${n} % 100`];
  const leap = `(${y} % 4 = 0 AND ${y} % 100 != 0 OR ${y} % 400 = 0)`;
  const days = `multiIf(${m} IN (4, 6, 9, 11), 30, ${m} = 2, if(${leap}, 29, 28), 31)`;
  const valid = `${y} >= 1 AND ${m} BETWEEN 1 AND 12 AND ${d} BETWEEN 1 AND ${days}`;
  return `multiIf(isNull(${n}), NULL, ${valid}, ${n}, 0)`;
}

const checkedDaySql = (expr: string, format: DateFormat): string =>
  sqlLet('n', readDaySql(expr, format), checkedSql('n'));

/**
 * `dayNumberSql` in two steps: `read` over the text, and over what was read (`name`) the number. The engine takes half as
 * long to understand two queries, one over the other, as a function within the expression.
 */
export const dayNumberSteps = (
  expr: string,
  format: DateFormat,
  name: string,
): { read: string; number: string } =>
  format.months
    ? { read: dayNumberSql(expr, format), number: name }
    : { read: readDaySql(expr, format), number: checkedSql(name) };

/** The month as `YYYYMM`; 0: no month; NULL: empty. Equal to `parseMonth`. */
function monthNumberSql(expr: string, format: DateFormat): string {
  const [first, second] = [part(expr, 1), part(expr, 2)];
  const valid = (y: string, m: string) => `if(${m} BETWEEN 1 AND 12 AND ${y} >= 1, ${y} * 100 + ${m}, 0)`;
  const named = `${sqlMatch(expr, monthPatterns.named)} OR ${sqlMatch(expr, monthPatterns.yearNamed)}`;
  return (
    `multiIf(${isEmptyCellSql(expr)} OR ${sqlMatch(expr, datePatterns.empty)}, NULL, ` +
    `${named}, ${valid(`if(${first} < 100, 2000 + ${first}, ${first})`, monthNumberOf(expr))}, ` +
    `${sqlMatch(expr, monthPatterns.monthFirst)}, ${valid(second, first)}, ` +
    `${sqlMatch(expr, monthPatterns.yearFirst)}, ${valid(first, second)}, intDiv(${checkedDaySql(expr, format)}, 100))`
  );
}

/**
 * Expression over a text expression: Nullable(UInt32), the day as `YYYYMMDD`; 0: no date (`isNoDateSql`); NULL: empty.
 * Equal to `parseDate` in every case but one: a month (`format.months`) has its first day here.
 */
function dayNumberSql(expr: string, format: DateFormat): string {
  return format.months
    ? sqlLet('month', monthNumberSql(expr, format), 'if(month = 0, 0, month * 100 + 1)')
    : checkedDaySql(expr, format);
}

/** Condition on a day number: the cell is not empty, and it names no day of the calendar. */
export const isNoDateSql = (number: string): string => `ifNull(${number} = 0, false)`;

/**
 * Nullable(Date32) of a day number; NULL: empty or no date. Days beyond the type are clamped to 1900-01-01 and
 * 2299-12-31, so that the caller's bounds find them.
 */
export function dayOfNumberSql(number: string, format: DateFormat): string {
  const made = `makeDate32(intDiv(${number}, 10000), intDiv(${number}, 100) % 100, ${number} % 100)`;
  // Trap: toLastDayOfMonth of a Date32 is a Date and wraps before 1970.
  const date = format.months ? `addDays(addMonths(${made}, 1), -1)` : made;
  return `multiIf(isNull(${number}) OR ${number} = 0, NULL, ${number} < 19000101, toDate32('1900-01-01'),
    ${number} > 22991231, toDate32('2299-12-31'), ${date})`;
}

/** Expression over a text expression: Nullable(Date32), equal to `parseDate`. */
export const dateSql = (expr: string, format: DateFormat): string =>
  sqlLet('day', dayNumberSql(expr, format), dayOfNumberSql('day', format));
