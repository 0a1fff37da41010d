import { addToMonth } from '../../../domain/iso-date.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { monthName, readDay } from '../format/day.ts';
import { blank, isEmptyCell } from '../format/lexicon.ts';
import { dayInText, monthEnd, monthOnly } from '../format/month.ts';
import type { SourceRow } from '../source-table.ts';

export interface StatedPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What the rows above the header say. */
export interface Preamble {
  readonly period?: StatedPeriod;
  /** «Задолженность на 31.10.2026»: the one day as of which it is. */
  readonly asOf?: IsoDate;
  /** «Группировки колонок: Основной менеджер» → «Основной менеджер». */
  readonly columnGrouping?: string;
  /** The rows, a line each. */
  readonly text: string;
}

const dayFirst = { order: 'dmy', serials: false } as const;
const day = `(${dayInText})(?:${blank}+\\d{1,2}:\\d{2}(?::\\d{2})?)?`;
const mark = `(?:${blank}*г\\.?)?`;
const span = new RegExp(`${day}${mark}${blank}*(?:-|–|—|по|до|\\.\\.)${blank}*${day}`, 'iu');
const begin = new RegExp(`начало${blank}+периода${blank}*:?${blank}*${day}`, 'iu');
const end = new RegExp(`конец${blank}+периода${blank}*:?${blank}*${day}`, 'iu');
const oneDay = new RegExp(`период${blank}*:${blank}*${day}${mark}${blank}*$`, 'imu');
const state = new RegExp(
  `(?:^|[^\\p{L}])(?:на|as${blank}+(?:of|at))(?:${blank}+дату)?${blank}*:?${blank}*${day}`,
  'gimu',
);
const month = new RegExp(`(?:^|[^\\p{L}])(${monthName}${blank}+\\d{4})`, 'iu');
const quarter = /(?:^|[^\p{L}\d])(I{1,3}|IV|[1-4])(?:-?[йи])?\s*(?:квартал|кв\.?)\s*(\d{4})/iu;
const wholeYear = /(?:период\s*:|за)\s*(\d{4})\s*(?:г(?:од)?\.?)?\s*$/imu;

/** Reads the rows above a header; texts are joined over the cells of a row. */
export function readPreamble(rows: readonly SourceRow[]): Preamble {
  const text = rows
    .map((row) => row.cells.filter((cell) => !isEmptyCell(cell)).join(' '))
    .filter(Boolean)
    .join('\n');
  const period = readPeriod(text);
  const grouping = /группировки\s+(?:колонок|столбцов)\s*:?\s*([^\n;]+)/iu.exec(text)?.[1]?.trim();
  const asOf = dayOfState(text);
  return {
    text,
    ...(period && { period }),
    ...(asOf && { asOf }),
    ...(grouping && { columnGrouping: grouping }),
  };
}

/** A period named in a text: «Период: 01.10.2026 - 31.10.2026», «за октябрь 2026 г.», «3 квартал 2026 г.». */
export function readPeriod(text: string): StatedPeriod | undefined {
  const [, from, to] = span.exec(text) ?? [];
  if (from && to) return daySpan(from, to);
  const [first, last] = [begin.exec(text)?.[1], end.exec(text)?.[1]];
  if (first && last) return daySpan(first, last);
  const single = oneDay.exec(text)?.[1];
  if (single) return daySpan(single, single);
  const named = monthOnly(month.exec(text)?.[1] ?? '');
  if (named) return { from: `${named}-01`, to: monthEnd(named) };
  const [, number = '', year = ''] = quarter.exec(text) ?? [];
  if (year) {
    const index = /\d/.test(number) ? Number(number) : { i: 1, ii: 2, iii: 3, iv: 4 }[number.toLowerCase()];
    const start = addToMonth(`${year}-01`, ((index ?? 1) - 1) * 3);
    return { from: `${start}-01`, to: monthEnd(addToMonth(start, 2)) };
  }
  const whole = wholeYear.exec(text)?.[1];
  return whole ? { from: `${whole}-01-01`, to: `${whole}-12-31` } : undefined;
}

/** Of several days, an opening and a closing balance, none is taken. */
function dayOfState(text: string): IsoDate | undefined {
  const days = [...text.matchAll(state)].map(([, written = '']) => readDay(written, dayFirst));
  return new Set(days).size === 1 ? (days[0] ?? undefined) : undefined;
}

/** The month of a period that lies within one, `YYYY-MM`. */
export function monthOf(period: StatedPeriod): string | undefined {
  return period.from.slice(0, 7) === period.to.slice(0, 7) ? period.from.slice(0, 7) : undefined;
}

function daySpan(from: string, to: string): StatedPeriod | undefined {
  const [first, last] = [readDay(from, dayFirst), readDay(to, dayFirst)];
  return first && last && first <= last ? { from: first, to: last } : undefined;
}
