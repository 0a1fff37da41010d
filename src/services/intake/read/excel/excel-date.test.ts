import { describe, expect, test } from 'vitest';
import { excelDate, plainIsoDate } from './excel-date.ts';

describe('a day number of Excel', () => {
  test.each([
    [46300, '2026-10-05'],
    [46300.5, '2026-10-05T12:00:00'],
    [46300.999999, '2026-10-06'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, date) => expect(excelDate(serial, 'date', false)).toBe(date));

  test.each([0, 60, -1, 0.5, 2_958_466, Number.NaN])('%d is no day', (serial) => {
    expect(excelDate(serial, 'date', false)).toBeNull();
  });

  test('counts from 1904 in books of the old Mac', () => {
    expect(excelDate(46300 - 1462, 'date', true)).toBe('2026-10-05');
    expect(excelDate(0, 'date', true)).toBe('1904-01-01');
  });

  test('is a time of day or a duration where the format shows no date', () => {
    expect(excelDate(0.75, 'time', false)).toBe('18:00:00');
    expect(excelDate(1.5, 'time', false)).toBe('36:00:00');
  });
});

test.each([
  ['2026-10-05T00:00:00.000', '2026-10-05'],
  ['2026-10-05T14:05:33Z', '2026-10-05T14:05:33'],
  ['2026-10-05', '2026-10-05'],
  ['05.10.2026', '05.10.2026'],
])('the ISO date %s reads %s', (text, date) => expect(plainIsoDate(text)).toBe(date));
