import { isIsoDate } from './iso-date.ts';
import { Refusal } from './problem.ts';
import type { IsoDate } from './units.ts';

/**
 * Today's date, for everybody who asks: `AKB_TODAY` when it is set, else the local calendar date.
 * The one exception to a domain without I/O: one clock in one place is worth more than a purer folder.
 * Throws a `Refusal` (`clockInvalid`) when `AKB_TODAY` is no date.
 */
export function today(): IsoDate {
  const fixed = process.env.AKB_TODAY;
  if (!fixed) return localDate(new Date());
  if (!isIsoDate(fixed)) throw new Refusal({ code: 'clockInvalid', params: { value: fixed } });
  return fixed;
}

function localDate(now: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
