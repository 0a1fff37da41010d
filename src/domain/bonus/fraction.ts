import { add, compare, divide, multiply } from '../decimal.ts';
import type { Decimal } from '../units.ts';

/** An exact number: shares like 950/920 have no last digit, and what is paid is rounded once, at the end. */
export interface Fraction {
  readonly over: Decimal;
  /** Above 0. */
  readonly under: Decimal;
}

export const whole = (value: Decimal): Fraction => ({ over: value, under: '1' });

/** null: divided by nothing, or by less. */
export const share = (over: Decimal, under: Decimal): Fraction | null =>
  compare(under, '0') > 0 ? { over, under } : null;

export const times = (a: Fraction, b: Fraction): Fraction => ({
  over: multiply(a.over, b.over),
  under: multiply(a.under, b.under),
});

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under
    ? { over: add(a.over, b.over), under: a.under }
    : {
        over: add(multiply(a.over, b.under), multiply(b.over, a.under)),
        under: multiply(a.under, b.under),
      };

/** As decimals: below 0, 0 or above. */
export const against = (a: Fraction, value: Decimal): -1 | 0 | 1 => compare(a.over, multiply(value, a.under));

/** Half-up. */
export const rounded = ({ over, under }: Fraction, places: number): Decimal =>
  divide(over, under, places) ?? '0';
