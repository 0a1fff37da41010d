import { describe, expect, test } from 'vitest';
import { parseDate } from './date.ts';
import type { DateFormat } from './format.ts';
import { monthEnd, monthOnly, parseMonth } from './month.ts';
import { parsePresentation } from './presentation.ts';

const dmy: DateFormat = { order: 'dmy', serials: false };

describe('a date of a cell', () => {
  test.each([
    ['05.10.2026', '2026-10-05'],
    ['05.10.26', '2026-10-05'],
    ['5.10.2026', '2026-10-05'],
    ['05.10.2026 0:00:00', '2026-10-05'],
    ['05.10.2026 14:05', '2026-10-05'],
    ['05.10.2026 г.', '2026-10-05'],
    ['05/10/2026', '2026-10-05'],
    ['2026-10-05', '2026-10-05'],
    ['2026-10-05T00:00:00', '2026-10-05'],
    ['2026-10-05T23:30:00+03:00', '2026-10-05'],
    ['2010-12-01 08:26:00', '2010-12-01'],
    ['20261005', '2026-10-05'],
    ['5 октября 2026 г.', '2026-10-05'],
    ['05-окт-26', '2026-10-05'],
    ['Oct 5, 2026', '2026-10-05'],
    ['29.02.2024', '2024-02-29'],
    ['31.12.98', '1998-12-31'],
  ])('«%s» is %s', (cell, date) => {
    expect(parseDate(cell, dmy)).toBe(date);
  });

  test.each([
    '',
    '-',
    '01.01.0001',
    '01.01.0001 0:00:00',
    '0001-01-01T00:00:00',
    '  .  .    ',
    '  .  .       :  :  ',
    '00.00.0000',
    '0000-00-00',
    '0',
    'NULL',
  ])('«%s» is an empty date', (cell) => {
    expect(parseDate(cell, dmy)).toBeNull();
  });

  test.each([
    '30.02.2026',
    '29.02.2025',
    '31.04.2026',
    '05.13.2026',
    '2026-13-01',
    '05.10',
    'вчера',
    '05.10.2026 итого',
    '20261305',
  ])('«%s» is no day of the calendar', (cell) => {
    expect(parseDate(cell, dmy)).toBeUndefined();
  });

  test('a year that nobody means is still returned, to be reported as impossible', () => {
    expect(parseDate('05.10.1026', dmy)).toBe('1026-10-05');
    expect(parseDate('05.10.9999', dmy)).toBe('9999-10-05');
  });

  test('month first only where the column has proved it', () => {
    expect(parseDate('10/05/2026', { order: 'mdy', serials: false })).toBe('2026-10-05');
    expect(parseDate('10/15/2026', { order: 'mdy', serials: false })).toBe('2026-10-15');
    expect(parseDate('2026-10-05', { order: 'mdy', serials: false })).toBe('2026-10-05');
  });

  test('an Excel serial is a date only where serials occur, and only within living memory', () => {
    const serials: DateFormat = { order: 'dmy', serials: true };
    expect(parseDate('46300', serials)).toBe('2026-10-05');
    expect(parseDate('46300,5', serials)).toBe('2026-10-05');
    expect(parseDate('46300', dmy)).toBeUndefined();
    expect(parseDate('12345', serials)).toBeUndefined();
    expect(parseDate('99999', serials)).toBeUndefined();
  });

  test('where cells name months, every spelling gives the last day of its month', () => {
    const months: DateFormat = { order: 'dmy', serials: false, months: true };
    expect(
      ['Октябрь 2026', 'окт.26', '10.2026', '2026-10', '05.10.2026'].map((cell) => parseDate(cell, months)),
    ).toEqual(Array(5).fill('2026-10-31'));
    expect(parseDate('фев 2028', months)).toBe('2028-02-29');
  });
});

describe('a month of a cell', () => {
  test.each([
    ['Октябрь 2026', '2026-10'],
    ['октябрь 2026 г.', '2026-10'],
    ['за октябрь 2026 г.', '2026-10'],
    ['окт.26', '2026-10'],
    ['янв.26', '2026-01'],
    ['Май 2026', '2026-05'],
    ['10.2026', '2026-10'],
    ['10/2026', '2026-10'],
    ['2026-10', '2026-10'],
    ['Oct-26', '2026-10'],
  ])('«%s» is %s', (cell, month) => {
    expect(monthOnly(cell)).toBe(month);
  });

  test('a day belongs to its month, but is no month itself', () => {
    expect(parseMonth('05.10.2026')).toBe('2026-10');
    expect(monthOnly('05.10.2026')).toBeUndefined();
    expect(parseMonth('13.2026')).toBeUndefined();
  });

  test('ends on its last day', () => {
    expect([monthEnd('2026-02'), monthEnd('2028-02'), monthEnd('9999-12')]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '9999-12-31',
    ]);
  });
});

describe('the way 1C names a document', () => {
  test.each([
    [
      'Реализация товаров и услуг 00БП-001234 от 05.10.2026 14:05:33',
      'Реализация товаров и услуг',
      '00БП-001234',
      '2026-10-05',
    ],
    [
      'Реализация (акт, накладная, УПД) 00БП-000007 от 31.12.2025 0:00:00',
      'Реализация (акт, накладная, УПД)',
      '00БП-000007',
      '2025-12-31',
    ],
    ['УПД № 123 от 05.10.2026', 'УПД', '123', '2026-10-05'],
    ['Счет на оплату №12 от 5 октября 2026 г.', 'Счет на оплату', '12', '2026-10-05'],
  ])('%s', (text, type, number, date) => {
    expect(parsePresentation(text)).toEqual({ type, number, date });
  });

  test('other texts are none', () => {
    expect(parsePresentation('Скидка от 10 шт')).toBeUndefined();
    expect(parsePresentation('00БП-001234')).toBeUndefined();
  });
});
