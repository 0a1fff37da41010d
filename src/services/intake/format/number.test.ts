import { describe, expect, test } from 'vitest';
import type { NumberFormat } from './format.ts';
import { parseNumber } from './number.ts';

const russian: NumberFormat = { decimal: ',', thousands: null };
const english: NumberFormat = { decimal: '.', thousands: ',' };
const german: NumberFormat = { decimal: ',', thousands: '.' };

describe('a number of a cell', () => {
  test.each([
    ['1740', '1740'],
    ['1 581,82', '1581.82'],
    ['1\u00a0581,82', '1581.82'],
    ['1\u202f234\u202f567,8', '1234567.8'],
    ["1'200,50", '1200.5'],
    ['6,000', '6'],
    ['-2,000', '-2'],
    ['−145,00', '-145'],
    ['145,00-', '-145'],
    ['(145,00)', '-145'],
    ['(1 200 ₽)', '-1200'],
    ['+5', '5'],
    [',5', '0.5'],
    ['12,', '12'],
    ['1 740,00 руб.', '1740'],
    ['1 740,00 ₽', '1740'],
    ['1 200р', '1200'],
    ['24 шт', '24'],
    ['10%', '10'],
    ["'000123", '123'],
    ['7.70E+09', '7700000000'],
    ['1,2e-3', '0.0012'],
    ['-0', '0'],
  ])('«%s» is %s', (cell, value) => {
    expect(parseNumber(cell, russian)).toBe(value);
  });

  test.each(['', ' ', '-', '—', '–', '−', '#Н/Д', '#ДЕЛ/0!', 'NULL', 'null', '\u00a0'])(
    '«%s» says nothing',
    (cell) => {
      expect(parseNumber(cell, russian)).toBeNull();
    },
  );

  test.each([
    'сто',
    '5 10',
    '12 34',
    '1,2,3',
    '1..5',
    '--5',
    '-5-',
    '(5',
    '5)',
    '0x10',
    '5 октября',
    '12.5.2026',
    'МЛК-09',
    '.',
    '1 200,50,',
    'e5',
    'руб.',
  ])('«%s» is no number and none is made of it', (cell) => {
    expect(parseNumber(cell, russian)).toBeUndefined();
  });

  test('is kept exactly, and rounded half-up at the fourth decimal, away from zero', () => {
    expect(parseNumber('0,00005', russian)).toBe('0.0001');
    expect(parseNumber('-0,00005', russian)).toBe('-0.0001');
    expect(parseNumber('0,000049999999999999999999', russian)).toBe('0');
    expect(parseNumber('9007199254740,9931', russian)).toBe('9007199254740.9931');
  });

  test('is refused from ten trillion on', () => {
    expect(parseNumber('9 999 999 999 999,99', russian)).toBe('9999999999999.99');
    expect(parseNumber('10 000 000 000 000', russian)).toBeUndefined();
    expect(parseNumber('-10000000000000', russian)).toBeUndefined();
    expect(parseNumber('1e39', russian)).toBeUndefined();
  });

  test('with a thousands separator reads groups of three and nothing else as thousands', () => {
    expect(parseNumber('6,000', english)).toBe('6000');
    expect(parseNumber('1,234,567.89', english)).toBe('1234567.89');
    expect(parseNumber('12,34', english)).toBeUndefined();
    expect(parseNumber('1.234.567,89', german)).toBe('1234567.89');
    expect(parseNumber('1.740', german)).toBe('1740');
    expect(parseNumber('12.5', german)).toBeUndefined();
  });

  test('without one reads a lone point or comma as decimal: typed cells stand beside typed-in text', () => {
    expect(parseNumber('12.5', russian)).toBe('12.5');
    expect(parseNumber('12,5', { decimal: '.', thousands: null })).toBe('12.5');
    expect(parseNumber('1.234.567', russian)).toBeUndefined();
  });
});
