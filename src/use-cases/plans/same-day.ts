import { previousPeriod } from '../../domain/period.ts';
import { plannedPeriod, yearBefore } from '../../domain/plan-period.ts';
import { Refusal } from '../../domain/problem.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { PeriodCalendar } from './period-calendar.ts';
import { type Asked, type FigureOf, periodFigures } from './period-figures.ts';

/** The period before, and the same period a year ago. */
export const planComparisons = ['previous', 'yearAgo'] as const;
export type PlanComparison = (typeof planComparisons)[number];

/**
 * What each was after as many working days of an earlier period as have passed of this one: all of it where it has fewer,
 * or where this one is over. null: no day has passed, or the days of that period are not known.
 */
export async function sameDayFigures(
  desk: Desk,
  {
    period,
    to,
    asked,
  }: { readonly period: string; readonly to: PlanComparison; readonly asked: readonly Asked[] },
  calendarOf: (member: number) => PeriodCalendar,
): Promise<FigureOf> {
  const { historySince } = await currentVersion(desk.stores.records);
  const then = to === 'previous' ? previousPeriod(plannedPeriod(period)).label : yearBefore(period);
  const whole = plannedPeriod(then);
  const periodOf = ({ member }: Asked): string | undefined => {
    const { days, passed, before } = calendarOf(member);
    if (passed === 0) return undefined;
    const day = passed < days.length ? before.get(then)?.[passed - 1] : undefined;
    const isKnown = whole.from.slice(0, 7) >= (historySince ?? '').slice(0, 7);
    if (!isKnown || (day ?? whole.to) < (historySince ?? '')) return undefined;
    return day === undefined ? then : `${then}@${day}`;
  };
  return await figuresOfPeriods(desk, asked, periodOf);
}

/** Figures of each in a period of its own (`2026-10@2026-10-16`); null where it has none. */
export async function figuresOfPeriods(
  desk: Desk,
  asked: readonly Asked[],
  periodOf: (asked: Asked) => string | undefined,
): Promise<FigureOf> {
  const found = new Map<string, FigureOf>();
  for (const [period, some] of Map.groupBy(asked, periodOf))
    if (period !== undefined) found.set(period, await figuresUnlessCut(desk, period, some));
  return (one) => found.get(periodOf(one) ?? '')?.(one) ?? null;
}

/** Of a month of which only the total is known no day is. */
async function figuresUnlessCut(desk: Desk, period: string, asked: readonly Asked[]): Promise<FigureOf> {
  try {
    return await periodFigures(desk, period, asked);
  } catch (error) {
    if (error instanceof Refusal && error.problems.some(({ code }) => code === 'finerThanMonth'))
      return () => null;
    throw error;
  }
}
