import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDecimal } from './plain-decimal.ts';

describe('a number as Excel shows it', () => {
  test.each([
    ['0.30000000000000004', '0.3'],
    ['7707083893', '7707083893'],
    ['7.7070838930000000E+09', '7707083893'],
    ['770708389301', '770708389301'],
    ['1E-7', '0.0000001'],
    ['1.5E+20', '150000000000000000000'],
    ['12345678901234567890', '12345678901234600000'],
    ['0.1', '0.1'],
    ['-1740', '-1740'],
    ['-0', '0'],
    ['-0.0000000000000000', '0'],
    ['1740.0', '1740.0'],
    ['158.18181818181819', '158.181818181818'],
    ['0', '0'],
    ['#Н/Д', '#Н/Д'],
    ['', ''],
  ])('%s is %s', (text, plain) => expect(plainDecimal(text)).toBe(plain));

  test('never has an exponent and never moves by more than the 15th digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = plainDecimal(String(value));
        expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plain)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });

  test('money of two decimals is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (kopecks) => {
        expect(Math.round(Number(plainDecimal(String(kopecks / 100))) * 100) + 0).toBe(kopecks + 0);
      }),
    );
  });
});
