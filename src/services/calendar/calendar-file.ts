import { z } from 'zod';
import { type CalendarYear, fixedHolidays, readCalendarYear } from '../../domain/calendar.ts';
import { addDays, isIsoDate, weekday } from '../../domain/iso-date.ts';
import { type Place, Refusal } from '../../domain/problem.ts';
import { readXml } from '../intake/read/excel/xml-stream.ts';
import { splitRecord } from '../intake/read/text/split-record.ts';

/** Days off of a year, `MM-DD`, weekends among them. */
type DaysOff = ReadonlySet<string>;

/**
 * The years of a file of the production calendar: XML or JSON as xmlcalendar.ru gives them
 * (https://github.com/xmlcalendar/data), or the table of years by months of data.gov.ru and xmlcalendar.ru (CSV; `*` is
 * a shortened working day, `+` a day off moved there). All of them are of the five-day week: of Saturdays and Sundays a
 * year keeps those that are worked and the holidays of the law, which matter to who works then.
 *
 * @throws Refusal `calendarFileUnreadable` (another form, damaged, with a document type), `calendarFileYearWrong`,
 * `calendarFileYearTwice`, `calendarFileMonthMissing`, `calendarFileDayWrong`, and those of `readCalendarYear`
 */
export async function readCalendarFile(content: Buffer): Promise<ReadonlyMap<number, CalendarYear>> {
  const text = decoded(content);
  const first = text.trimStart()[0];
  const years = first === '<' ? await fromXml(text) : first === '{' ? fromJson(text) : fromTable(text);
  return new Map([...years].map(([year, off]) => [year, calendarOf(year, off)]));
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1251').decode(content);
  }
}

const unreadable = (): Refusal => new Refusal({ code: 'calendarFileUnreadable' });

function calendarOf(year: number, off: DaysOff): CalendarYear {
  const all = daysOf(year);
  const isWeekend = (day: string): boolean => weekday(`${year}-${day}`) > 5;
  const read = readCalendarYear(year, {
    daysOff: all.filter((day) => off.has(day) && (!isWeekend(day) || fixedHolidays.daysOff.includes(day))),
    workedDays: all.filter((day) => isWeekend(day) && !off.has(day)),
  });
  if ('code' in read) throw new Refusal(read);
  return read;
}

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date.slice(5));
  return days;
}

function yearOf(text: string | undefined, place: Place = {}): number {
  if (text === undefined || !/^(19|20|21)\d\d$/.test(text.trim()))
    throw new Refusal({ code: 'calendarFileYearWrong', place, params: { year: text ?? '' } });
  return Number(text);
}

function dayOf(year: number, month: number, text: string, place: Place = {}): string {
  const day = `${String(month).padStart(2, '0')}-${text.padStart(2, '0')}`;
  if (!/^\d{1,2}$/.test(text) || !isIsoDate(`${year}-${day}`))
    throw new Refusal({ code: 'calendarFileDayWrong', place, params: { day: text, year: String(year) } });
  return day;
}

interface MarkedDay {
  readonly d?: string | undefined;
  readonly t?: string | undefined;
}

/** Weekends are off unless they are marked as worked (2: shortened, 3), weekdays worked unless marked as off (1). */
function markedYear(year: number, marks: readonly MarkedDay[]): DaysOff {
  const off = new Set(daysOf(year).filter((day) => weekday(`${year}-${day}`) > 5));
  for (const { d = '', t = '' } of marks) {
    const [, month = '', number = ''] = /^(\d{1,2})\.(\d{1,2})$/.exec(d) ?? [];
    if (month === '' || !['1', '2', '3'].includes(t))
      throw new Refusal({
        code: 'calendarFileDayWrong',
        params: { day: `${d} ${t}`.trim(), year: String(year) },
      });
    const day = dayOf(year, Number(month), number);
    if (t === '1') off.add(day);
    else off.delete(day);
  }
  return off;
}

async function fromXml(text: string): Promise<ReadonlyMap<number, DaysOff>> {
  const years = new Map<number, MarkedDay[]>();
  let current: MarkedDay[] | undefined;
  const handler = {
    open(name: string, { year, d, t }: Readonly<Record<string, string>>) {
      if (name === 'calendar') {
        current = [];
        years.set(yearOf(year), current);
      } else if (name === 'day') current?.push({ d, t });
    },
  };
  try {
    await readXml([Buffer.from(text)], handler);
  } catch (error) {
    throw error instanceof Refusal && error.problems[0]?.code === 'damagedFile' ? unreadable() : error;
  }
  if (![...years.values()].some((marks) => marks.length > 0)) throw unreadable();
  return new Map([...years].map(([year, marks]) => [year, markedYear(year, marks)]));
}

const monthsDocument = z.object({
  year: z.union([z.int(), z.string()]),
  months: z.array(z.object({ month: z.int(), days: z.string() })),
});
const marked = z.object({ name: z.string(), attributes: z.record(z.string(), z.string()).optional() });
const elementsDocument = z.object({
  elements: z.array(
    marked.extend({ elements: z.array(marked.extend({ elements: z.array(marked).optional() })).optional() }),
  ),
});

/** Either a list of days off by months, or the elements of the XML as JSON. */
function fromJson(text: string): ReadonlyMap<number, DaysOff> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  const listed = monthsDocument.safeParse(document);
  if (listed.success) {
    const year = yearOf(String(listed.data.year));
    const months = new Map(listed.data.months.map(({ month, days }) => [month, days]));
    return new Map([[year, listedYear(year, (month) => months.get(month))]]);
  }
  const { data } = elementsDocument.safeParse(document);
  const calendar = data?.elements.find(({ name }) => name === 'calendar');
  const days = calendar?.elements?.find(({ name }) => name === 'days')?.elements ?? [];
  if (calendar === undefined || days.length === 0) throw unreadable();
  const year = yearOf(calendar.attributes?.year);
  const marks = days.map(({ attributes }) => ({ d: attributes?.d, t: attributes?.t }));
  return new Map([[year, markedYear(year, marks)]]);
}

const monthNames = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** Every month names all its days off, weekends among them: one that names none is missing. */
function listedYear(
  year: number,
  daysIn: (month: number) => string | undefined,
  placeOf: (month: number) => Place = () => ({}),
): DaysOff {
  const off = new Set<string>();
  for (const [index, name] of monthNames.entries()) {
    const listed = (daysIn(index + 1) ?? '').split(',').map((day) => day.trim());
    if (listed.every((day) => day === ''))
      throw new Refusal({
        code: 'calendarFileMonthMissing',
        place: placeOf(index + 1),
        params: { month: name, year: String(year) },
      });
    for (const entry of listed) {
      const [, day = entry, mark = ''] = /^(\d{1,2})([*+]?)$/.exec(entry) ?? [];
      const found = dayOf(year, index + 1, day, placeOf(index + 1));
      if (mark !== '*') off.add(found);
    }
  }
  return off;
}

function fromTable(text: string): ReadonlyMap<number, DaysOff> {
  const lines = text.split(/\r?\n/);
  const years = new Map<number, DaysOff>();
  const head = lines.findIndex((line) => line.trim() !== '');
  const header = lines[head] ?? '';
  const delimiter = [',', ';', '\t'].find((one) => splitRecord(header, one).cells.length > 12);
  if (delimiter === undefined) throw unreadable();
  const titles = splitRecord(header, delimiter).cells.map((title) => title.trim());
  const columns = monthNames.map((name) => titles.findIndex((title) => title.toLowerCase() === name));
  if (columns.includes(-1)) throw unreadable();
  for (const [index, line] of lines.entries()) {
    if (index <= head || line.trim() === '') continue;
    const { cells } = splitRecord(line, delimiter);
    const row = index + 1;
    const year = yearOf(cells[0], { row, ...(titles[0] && { column: titles[0] }) });
    if (years.has(year))
      throw new Refusal({ code: 'calendarFileYearTwice', place: { row }, params: { year: String(year) } });
    const columnOf = (month: number): number => columns[month - 1] ?? -1;
    const off = listedYear(
      year,
      (month) => cells[columnOf(month)],
      (month) => ({ row, column: titles[columnOf(month)] ?? '' }),
    );
    years.set(year, off);
  }
  if (years.size === 0) throw unreadable();
  return years;
}
