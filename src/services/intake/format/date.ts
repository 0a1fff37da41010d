import type { IsoDate } from '../../../domain/units.ts';
import { readDay } from './day.ts';
import type { DateFormat } from './format.ts';
import { monthEnd, parseMonth } from './month.ts';

/**
 * Reads a cell as a calendar day; the time of day is dropped. With `format.months` the cell names a month, or any day
 * of it, and reads as the month's last day. `null`: the cell says "nothing" (also 1C's `01.01.0001`); `undefined`: no
 * date, or one that no calendar has (30.02.2026). Years are not judged: 1026-10-05 is returned.
 */
export function parseDate(text: string, format: DateFormat): IsoDate | null | undefined {
  if (!format.months) return readDay(text, format);
  const month = parseMonth(text, format);
  return month && monthEnd(month);
}
