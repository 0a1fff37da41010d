import type { PlanMetric } from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import { closedMonths } from '../../services/closed-months/closed-months.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf, plansOfDesk } from './read-plan.ts';

export interface PlannedMonth {
  readonly month: string;
  /** The latest one, or that with which the month was closed. */
  readonly version: number;
  readonly value: Decimal;
}

/** What a member (0: the company) is planned of all goods, month after month; nothing of whom the reader does not see. */
export async function plannedMonths(
  desk: Desk,
  member: number,
  metric: PlanMetric,
): Promise<readonly PlannedMonth[]> {
  if (!(await companyOf(desk)).isSeen(member)) return [];
  const closed = await closedMonths(desk.stores);
  const versions = new Map(
    (await plansOfDesk(desk)).map(({ month, version }) => [month, closed.get(month)?.planVersion ?? version]),
  );
  const rows = await desk.stores.records.db
    .selectFrom('plan_target')
    .select(['month', 'version', 'value'])
    .where('member', '=', member)
    .where('metric', '=', metric)
    .where('product_of', '=', '')
    .orderBy('month')
    .execute();
  return rows.filter(({ month, version }) => versions.get(month) === version);
}
