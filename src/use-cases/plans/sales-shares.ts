import { compare, divide } from '../../domain/decimal.ts';
import type { PlanTarget } from '../../domain/plan.ts';
import { yearBefore } from '../../domain/plan-period.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { PeriodCalendar } from './period-calendar.ts';
import { type Asked, periodFigures } from './period-figures.ts';
import { figuresOfPeriods } from './same-day.ts';

/** How sales go on: at the pace so far, or as they went on in the same period of last year. */
export const salesBy = ['pace', 'lastYear'] as const;
export type SalesBy = (typeof salesBy)[number];

/**
 * Which share of last year's period each had sold by as large a share of its working days; null: not asked for, or nothing
 * was sold then.
 */
export async function salesShares(
  desk: Desk,
  {
    period,
    by,
    targets,
  }: { readonly period: string; readonly by: SalesBy; readonly targets: readonly PlanTarget[] },
  calendarOf: (member: number) => PeriodCalendar,
): Promise<(target: PlanTarget) => Decimal | null> {
  const asked = by === 'lastYear' ? targets.filter(({ metric }) => metric === 'sales') : [];
  if (asked.length === 0) return () => null;
  const yearAgo = yearBefore(period);
  const wholeOf = await periodFigures(desk, yearAgo, asked);
  const dayOf = ({ member }: Asked): string | undefined => {
    const { days, passed, before } = calendarOf(member);
    const then = before.get(yearAgo) ?? [];
    return then[Math.max(1, Math.round((passed / days.length) * then.length)) - 1];
  };
  const partOf = await figuresOfPeriods(desk, asked, (target) => {
    const day = dayOf(target);
    return day === undefined ? undefined : `${yearAgo}@${day}`;
  });
  return (target) => {
    const [part, whole] = [partOf(target), wholeOf(target)];
    const share = part && whole ? divide(part, whole) : null;
    return share !== null && compare(share, '0') > 0 ? share : null;
  };
}
