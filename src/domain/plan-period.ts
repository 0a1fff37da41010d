import { z } from 'zod';
import {
  type CalendarGrain,
  calendarGrains,
  calendarPeriod,
  monthsOf,
  type Period,
  parsePeriod,
} from './period.ts';

/**
 * What is planned at once, by its label: a month, a quarter, a half-year or a year (`2026-11`, `2026-Q4`, `2026-H2`,
 * `2026`). Addresses of pages know it, and every page loads them.
 */
export const planPeriod = z.string().regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/);

/** The period under a label of `planPeriod`. */
export function plannedPeriod(label: string): Period & { readonly grain: CalendarGrain } {
  const period = parsePeriod(label, { today: '' });
  const grain = 'code' in period ? undefined : calendarGrains.find((one) => one === period.grain);
  if ('code' in period || grain === undefined) throw new Error(`no period is planned as ${label}`);
  return { ...period, grain };
}

export const planGrain = (label: string): CalendarGrain => plannedPeriod(label).grain;

/** The same period of the year before: `2025-Q4` of `2026-Q4`. */
export const yearBefore = (label: string): string => `${Number(label.slice(0, 4)) - 1}${label.slice(4)}`;

/** The periods of a shorter grain that a period is made of, in order. */
export function periodsWithin(label: string, grain: CalendarGrain): readonly string[] {
  return [...new Set(monthsOf(plannedPeriod(label)).map((month) => calendarPeriod(grain, month).label))];
}

/** From the shortest on. */
export const shorterGrains = (label: string): readonly CalendarGrain[] =>
  calendarGrains.slice(0, calendarGrains.indexOf(planGrain(label)));

/** The longer periods that hold a period, the shortest first: of `2026-11` `2026-Q4`, `2026-H2` and `2026`. */
export function periodsAround(label: string): readonly string[] {
  const { grain, from } = plannedPeriod(label);
  const longer = calendarGrains.slice(calendarGrains.indexOf(grain) + 1);
  return longer.map((one) => calendarPeriod(one, from.slice(0, 7)).label);
}
