import { type ProductionCalendar, workingDates } from './calendar.ts';
import { type Period, periodUpTo, previousPeriod } from './period.ts';
import type { IsoDate } from './units.ts';

export interface SameWorkingDay {
  readonly period: Period;
  /** How many working days of the running period have passed; left out for one that is over. */
  readonly workingDays?: number;
}

/**
 * P−1 up to its n-th working day, n those of the period up to `asOf`, the last loaded day; all of P−1 where it has fewer,
 * or where the period is over. null: no working day has passed.
 */
export function sameWorkingDay(
  period: Period,
  asOf: IsoDate | null,
  calendar: ProductionCalendar,
): SameWorkingDay | null {
  const before = previousPeriod(period);
  if (asOf === null || period.to <= asOf) return { period: before };
  const workingDays = workingDates(period.from, asOf, calendar).length;
  if (workingDays === 0) return null;
  const day = workingDates(before.from, before.to, calendar)[workingDays - 1] ?? before.to;
  return { period: periodUpTo(before, day), workingDays };
}
