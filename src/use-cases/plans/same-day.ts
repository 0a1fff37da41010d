import { addMonths } from '../../domain/iso-date.ts';
import { Refusal } from '../../domain/problem.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { MonthCalendar } from './month-calendar.ts';
import { type Asked, type FigureOf, monthFigures } from './month-figures.ts';

/** The month before, and the same month a year ago. */
export const planComparisons = ['previous', 'yearAgo'] as const;
export type PlanComparison = (typeof planComparisons)[number];

/**
 * What each was after as many working days of an earlier month as have passed of this one: all of it where it has fewer,
 * or where this one is over. null: no day has passed, or the days of that month are not known.
 */
export async function sameDayFigures(
  desk: Desk,
  {
    month,
    to,
    asked,
  }: { readonly month: string; readonly to: PlanComparison; readonly asked: readonly Asked[] },
  calendarOf: (member: number) => MonthCalendar,
): Promise<FigureOf> {
  const { historySince } = await currentVersion(desk.stores.records);
  const then = addMonths(`${month}-01`, to === 'previous' ? -1 : -12).slice(0, 7);
  const periodOf = ({ member }: Asked): string | undefined => {
    const { days, passed, before } = calendarOf(member);
    if (passed === 0) return undefined;
    const day = passed < days.length ? before.get(then)?.[passed - 1] : undefined;
    if (historySince !== null && (day ?? `${then}-31`) < historySince) return undefined;
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
    return await monthFigures(desk, period, asked);
  } catch (error) {
    if (error instanceof Refusal && error.problems.some(({ code }) => code === 'finerThanMonth'))
      return () => null;
    throw error;
  }
}
