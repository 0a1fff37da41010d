import type { PlanMetric } from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { versionsInForce } from './plan-entries.ts';
import { companyOf } from './read-plan.ts';

export interface PlannedPeriod {
  readonly period: string;
  /** The latest one, or that with which a month was closed. */
  readonly version: number;
  readonly value: Decimal;
}

/** What a member (0: the company) is planned of all goods, period after period; nothing of whom the reader does not see. */
export async function plannedPeriods(
  desk: Desk,
  member: number,
  metric: PlanMetric,
): Promise<readonly PlannedPeriod[]> {
  if (!(await companyOf(desk)).isSeen(member)) return [];
  const versions = await versionsInForce(desk);
  const rows = await desk.stores.records.db
    .selectFrom('plan_target')
    .select(['period', 'version', 'value'])
    .where('member', '=', member)
    .where('metric', '=', metric)
    .where('product_of', '=', '')
    .orderBy('period')
    .execute();
  return rows.filter(({ period, version }) => versions.get(period) === version);
}
