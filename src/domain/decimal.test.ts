import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, divide, fixed, isDecimal, multiply, round, subtract, sum } from './decimal.ts';

/** Thousandths as a bigint: an oracle with arithmetic of its own. */
const thousandths = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
function asText(value: bigint, digits = 3): string {
  const unsigned = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${unsigned.slice(0, -digits)}.${unsigned.slice(-digits)}`;
}

describe('money is exact', () => {
  test('where floats are not', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(multiply('1.005', '1000')).toBe('1005');
    expect(sum(['1740.00', '300.00', '-145.00'])).toBe('1895');
    expect(sum([])).toBe('0');
  });

  test('beyond sixteen digits', () => {
    expect(add('99999999999999999999.99', '0.01')).toBe('100000000000000000000');
  });

  test('and equal numbers are equal texts', () => {
    expect(subtract('1.50', '1.5')).toBe('0');
    expect(multiply('-3', '0')).toBe('0');
    expect(compare('1.50', '1.5')).toBe(0);
  });

  test('sums, differences, products and order agree with whole-number arithmetic', () => {
    fc.assert(
      fc.property(thousandths, thousandths, (a, b) => {
        expect(compare(add(asText(a), asText(b)), asText(a + b))).toBe(0);
        expect(compare(subtract(asText(a), asText(b)), asText(a - b))).toBe(0);
        expect(compare(multiply(asText(a), asText(b)), asText(a * b, 6))).toBe(0);
        expect(compare(asText(a), asText(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('rounding', () => {
  test('is half-up, away from zero', () => {
    expect(round('16493.475', 2)).toBe('16493.48');
    expect(round('0.125', 2)).toBe('0.13');
    expect(round('-0.125', 2)).toBe('-0.13');
    expect(round('-0.001', 2)).toBe('0');
  });

  test('of a quotient happens once, at the place asked for', () => {
    expect(divide('2910', '3', 2)).toBe('970');
    expect(divide('1895', '2', 2)).toBe('947.5');
    expect(divide('2', '3', 2)).toBe('0.67');
    expect(divide('1', '0')).toBeNull();
    expect(divide('1', '0.00')).toBeNull();
  });

  test('of a quotient agrees with whole-number arithmetic', () => {
    const part = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const whole = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(part, whole, (a, b) => {
        const expected = asText((a * 20_000n + b) / (2n * b), 4);
        expect(compare(divide(`${a}`, `${b}`, 4) ?? '', expected)).toBe(0);
        // Rounded twice, first at the many places of a quotient, it must not differ.
        expect(compare(round(divide(`${a}`, `${b}`) ?? '', 4), expected)).toBe(0);
      }),
    );
  });
});

test('a decimal is digits, one point and a minus, nothing else', () => {
  for (const good of ['0', '-1.50', '007', '12345678901234567890.123'])
    expect(isDecimal(good), good).toBe(true);
  for (const bad of ['', '1,5', '1e3', '+1', '.5', '5.', ' 1', '−1', 'NaN'])
    expect(isDecimal(bad), bad).toBe(false);
});

describe('what leaves the product has exactly its decimals', () => {
  test.each([
    ['12', '12.00'],
    ['12.3', '12.30'],
    ['12.340', '12.34'],
    ['12.3400', '12.34'],
    ['12.345', '12.35'],
    ['-0.125', '-0.13'],
    ['-0.001', '0.00'],
    ['-0.00', '0.00'],
    ['-0', '0.00'],
    ['0', '0.00'],
    ['007.5', '7.50'],
    ['-12', '-12.00'],
    ['99999999999999999999.99', '99999999999999999999.99'],
  ])('%s → %s', (value, said) => expect(fixed(value, 2)).toBe(said));

  test('none at all, and more than are there', () => {
    expect([fixed('12.5', 0), fixed('12', 0), fixed('0.5', 4)]).toEqual(['13', '12', '0.5000']);
  });

  test.each(['', '-', '.', '1.2.3', '1,2', 'x'])('«%s» is no number', (text) => {
    expect(() => fixed(text, 2)).toThrow();
  });
});
