import Big from 'big.js';
import type { Decimal } from './units.ts';

// A constructor of our own: its settings are not shared, and strict refuses floats as operands.
const Exact = Big();
Exact.strict = true;
Exact.RM = Exact.roundHalfUp;

/**
 * Decimal places of a division that is not rounded for display. Far beyond what is ever shown, so rounding such a
 * quotient again gives the digit that the exact fraction would give (divisors below 10^15, up to 4 places shown).
 */
export const QUOTIENT_PLACES = 20;

/** True for a plain decimal, `-1234.50`; no exponent, blank, plus sign or comma. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** Every operand is a plain decimal (`isDecimal`), else big.js throws. Sums and products are exact, however long. */
export function add(a: Decimal, b: Decimal): Decimal {
  return plain(new Exact(a).plus(b));
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return plain(new Exact(a).minus(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return plain(new Exact(a).times(b));
}

/** The quotient rounded half-up to `places`, or null when the divisor is 0. */
export function divide(a: Decimal, b: Decimal, places = QUOTIENT_PLACES): Decimal | null {
  const divisor = new Exact(b);
  if (divisor.eq('0')) return null;
  Exact.DP = places;
  return plain(new Exact(a).div(divisor));
}

/** Half-up, that is away from zero: 0.125 → 0.13, −0.125 → −0.13, as 1C and accounting do. Trailing zeros are dropped. */
export function round(value: Decimal, places: number): Decimal {
  return plain(new Exact(value).round(places));
}

/** Rounded half-up and written with exactly `places` decimals: the form in which figures leave the product. */
export function fixed(value: Decimal, places: number): Decimal {
  const said = written(value, places);
  if (said !== null) return said;
  const rounded = new Exact(value).round(places);
  return (rounded.eq('0') ? rounded.abs() : rounded).toFixed(places);
}

const [ZERO, NINE, POINT, MINUS] = [48, 57, 46, 45];

/** A plain number of which no decimal has to be rounded, by its characters alone: tables write tens of thousands of such. */
function written(value: Decimal, places: number): Decimal | null {
  const first = value.charCodeAt(0) === MINUS ? 1 : 0;
  let point = value.length;
  for (let at = first; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === POINT && point === value.length && at > first) point = at;
    else if (code < ZERO || code > NINE || (at > point + places && code !== ZERO)) return null;
  }
  if (places === 0 || point === first) return null;
  const startsWithZero = value.charCodeAt(first) === ZERO;
  if (startsWithZero && (first > 0 || point > 1)) return null;
  if (point === value.length) return `${value}.${'0'.repeat(places)}`;
  const missing = point + 1 + places - value.length;
  return missing > 0 ? value + '0'.repeat(missing) : value.slice(0, point + 1 + places);
}

/** −1, 0 or 1: fit for sorting. `1.50` and `1.5` are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Exact(a).cmp(b);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = new Exact('0');
  for (const value of values) total = total.plus(value);
  return plain(total);
}

/** The shortest form: no trailing zeros, no exponent, no minus zero; two equal numbers are equal texts. */
function plain(value: Big): Decimal {
  return value.eq('0') ? '0' : value.toFixed();
}
