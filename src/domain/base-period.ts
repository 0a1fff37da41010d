import { z } from 'zod';
import { addDays } from './iso-date.ts';
import { calendarPeriod, lastClosedMonth, type Period, windowUpTo } from './period.ts';
import type { IsoDate } from './units.ts';

/** The calendar period that a day lies in, or a window that ends with the day. */
export const basePeriodDocument = z.union([
  z.enum(['month', 'quarter', 'halfYear', 'year']),
  z.strictObject({ length: z.int().min(1).max(1100), of: z.enum(['days', 'months']) }),
]);
export type BasePeriod = z.infer<typeof basePeriodDocument>;

export const basePeriodAt = (base: BasePeriod, day: IsoDate): Period =>
  typeof base === 'string' ? calendarPeriod(base, day.slice(0, 7)) : windowUpTo(day, base);

/** The last one that is wholly over on the day `today`; a window of months ends with the last closed month. */
export function lastClosedBase(base: BasePeriod, today: IsoDate): Period {
  if (typeof base !== 'string')
    return windowUpTo(base.of === 'days' ? addDays(today, -1) : lastClosedMonth(today).to, base);
  return calendarPeriod(base, addDays(calendarPeriod(base, today.slice(0, 7)).from, -1).slice(0, 7));
}
