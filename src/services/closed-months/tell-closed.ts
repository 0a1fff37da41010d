import type { Problem } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MonthEffect } from '../activity/month-bases.ts';
import { closedMonths } from './closed-months.ts';

/** Of the months that would change, those that are closed: what they were closed with stays, and will differ. */
export async function tellClosed(
  stores: Pick<Stores, 'records'>,
  effect: readonly MonthEffect[],
): Promise<Problem[]> {
  const closed = await closedMonths(stores);
  return effect
    .filter(({ month }) => closed.has(month))
    .map(({ month, before, after }) => ({
      code: 'closedMonthTouched',
      params: { month, before: before.client, after: after.client },
    }));
}
