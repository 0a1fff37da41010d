import { describe, expect, test } from 'vitest';
import { type CalendarYear, russianCalendar } from '../../domain/calendar.ts';
import { weekday } from '../../domain/iso-date.ts';
import { Refusal } from '../../domain/problem.ts';
import { readCalendarFile } from './calendar-file.ts';

const read = (text: string) => readCalendarFile(Buffer.from(text));

/** Without the holidays that fall on weekends, which the decreed calendar does not name. */
const weekdaysOff = (year: number, calendar: CalendarYear | undefined): CalendarYear => ({
  daysOff: calendar?.daysOff.filter((day) => weekday(`${year}-${day}`) < 6) ?? [],
  workedDays: calendar?.workedDays ?? [],
});

const refusalOf = async (text: string) => {
  try {
    return await read(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [{ code, place } = { code: '' }] = error.problems;
    return place === undefined || Object.keys(place).length === 0 ? code : [code, place];
  }
};

const day = (d: string, t: number) => `<day d="${d}" t="${t}"/>`;
const xml = (days: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<calendar year="2024" lang="ru"><holidays><holiday id="1" title="Новогодние каникулы"/></holidays><days>${days}</days></calendar>`;
const off2024 = [
  ...[
    '01.01',
    '01.02',
    '01.03',
    '01.04',
    '01.05',
    '01.06',
    '01.07',
    '01.08',
    '02.23',
    '03.08',
    '04.29',
    '04.30',
  ],
  ...['05.01', '05.09', '05.10', '06.12', '11.04', '12.30', '12.31'],
];
const days2024 = [
  ...off2024.map((one) => day(one, 1)),
  ...['02.22', '03.07', '05.08', '06.11', '11.02'].map((one) => day(one, 2)),
  ...['04.27', '12.28'].map((one) => day(one, 3)),
].join('');

const months = [
  ...['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь'],
  ...['Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'],
];
/** Days off of 2026, weekends among them, as the tables list them. */
const listed2026 = [
  '1,2,3,4,5,6,7,8,9+,10,11,17,18,24,25,31',
  '1,7,8,14,15,21,22,23,28',
  '1,7,8,9+,14,15,21,22,28,29',
  '4,5,11,12,18,19,25,26,30*',
  '1,2,3,8*,9,10,11+,16,17,23,24,30,31',
  '6,7,11*,12,13,14,20,21,27,28',
  '4,5,11,12,18,19,25,26',
  '1,2,8,9,15,16,22,23,29,30',
  '5,6,12,13,19,20,26,27',
  '3,4,10,11,17,18,24,25,31',
  '1,3*,4,7,8,14,15,21,22,28,29',
  '5,6,12,13,19,20,26,27,31+',
];
const table = (rows: readonly (readonly string[])[], delimiter = ',') =>
  [['Год/Месяц', ...months, 'Всего рабочих дней'], ...rows]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(delimiter))
    .join('\r\n');
const row2026 = ['2026', ...listed2026, '247'];

describe('a file of the production calendar', () => {
  test('as XML, and as the same in JSON, gives the decreed days', async () => {
    const fromXml = await read(xml(days2024));
    expect(weekdaysOff(2024, fromXml.get(2024))).toEqual(russianCalendar[2024]);
    // Whoever works on Saturdays has its holidays too.
    expect(fromXml.get(2024)?.daysOff).toContain('01-06');
    const element = (name: string, attributes: object, elements: readonly object[] = []) => ({
      name,
      attributes,
      elements,
    });
    const marks = [...days2024.matchAll(/d="(.+?)" t="(.)"/g)].map(([, d, t]) => element('day', { d, t }));
    const json = { elements: [element('calendar', { year: '2024' }, [element('days', {}, marks)])] };
    expect(await read(JSON.stringify(json))).toEqual(fromXml);
  });

  test('as a table of years by months, in both encodings, and as JSON by months', async () => {
    const years = await read(`\uFEFF${table([row2026])}`);
    expect(weekdaysOff(2026, years.get(2026))).toEqual(russianCalendar[2026]);
    expect(await read(table([row2026], ';'))).toEqual(years);
    const listed = listed2026.map((days, index) => ({ month: index + 1, days }));
    expect(await read(JSON.stringify({ year: 2026, months: listed }))).toEqual(years);
    const single = [...table([row2026])].map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    expect(await readCalendarFile(Buffer.from(single))).toEqual(years);
  });

  test.each([
    ['nothing', '', 'calendarFileUnreadable'],
    ['something else', 'Дата;Сумма\n1;2', 'calendarFileUnreadable'],
    ['a page', '<html><body>нет</body></html>', 'calendarFileUnreadable'],
    ['XML that is cut', xml(days2024).slice(0, 300), 'calendarFileUnreadable'],
    ['XML that expands itself', xml(days2024, '<!DOCTYPE c [<!ENTITY a "b">]>'), 'calendarFileUnreadable'],
    ['XML nested without end', '<calendar year="2024">'.repeat(100_000), 'calendarFileUnreadable'],
    ['a day that there is not', xml(day('02.30', 1)), 'calendarFileDayWrong'],
    ['a day of no kind', xml(day('01.01', 7)), 'calendarFileDayWrong'],
    ['JSON of another kind', '{"year": 2024, "months": [null]}', 'calendarFileUnreadable'],
    ['a year of words', '{"year": "год", "months": []}', 'calendarFileYearWrong'],
    ['a year out of range', table([['1950', ...listed2026]]), 'calendarYearOutOfRange'],
    [
      'a wrong year',
      table([['2O26', ...listed2026]]),
      ['calendarFileYearWrong', { row: 2, column: 'Год/Месяц' }],
    ],
    ['a year twice', table([row2026, row2026]), ['calendarFileYearTwice', { row: 3 }]],
    [
      'an empty month',
      table([row2026.with(3, '')]),
      ['calendarFileMonthMissing', { row: 2, column: 'Март' }],
    ],
    [
      'a wrong day',
      table([row2026.with(2, '1,30')]),
      ['calendarFileDayWrong', { row: 2, column: 'Февраль' }],
    ],
  ])('that is %s is refused with its place', async (_what, text, problem) => {
    expect(await refusalOf(text)).toEqual(problem);
  });
});
