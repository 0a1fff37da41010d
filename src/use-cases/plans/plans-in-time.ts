import { sum } from '../../domain/decimal.ts';
import type { CalendarGrain } from '../../domain/period.ts';
import { addsUpInTime, type PlanTarget, targetKey } from '../../domain/plan.ts';
import { periodsWithin, shorterGrains } from '../../domain/plan-period.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { versionsInForce } from './plan-entries.ts';

/** What the shorter periods within a longer one are planned together, beside what it is planned itself. */
export interface PlannedWithin<Target extends PlanTarget> {
  readonly target: Target;
  /** Of which length they are. */
  readonly grain: CalendarGrain;
  readonly sum: Decimal;
  /** How many of them are planned, of how many there are. */
  readonly planned: number;
  readonly of: number;
}

/** Nothing of metrics that do not add up over time; nothing where no shorter period is planned. */
export async function plannedWithin<Target extends PlanTarget>(
  desk: Desk,
  period: string,
  targets: readonly Target[],
): Promise<readonly PlannedWithin<Target>[]> {
  const adding = targets.filter(({ metric }) => addsUpInTime(metric));
  const grains = shorterGrains(period).map((grain) => ({ grain, labels: periodsWithin(period, grain) }));
  if (grains.length === 0 || adding.length === 0) return [];
  const valueIn = await plannedIn(
    desk,
    grains.flatMap(({ labels }) => labels),
  );
  return adding.flatMap((target) =>
    grains.flatMap(({ grain, labels }) => {
      const values = labels.flatMap((label) => valueIn(label, target) ?? []);
      if (values.length === 0) return [];
      return [{ target, grain, sum: sum(values), planned: values.length, of: labels.length }];
    }),
  );
}

/** What is planned in each of some periods, by the versions that hold; null: nothing. */
export async function plannedIn(
  desk: Desk,
  periods: readonly string[],
): Promise<(period: string, target: Omit<PlanTarget, 'value'>) => Decimal | null> {
  const versions = await versionsInForce(desk);
  const rows = await desk.stores.records.db
    .selectFrom('plan_target')
    .selectAll()
    .where('period', 'in', [...periods])
    .execute();
  const values = new Map(
    rows
      .filter(({ period, version }) => versions.get(period) === version)
      .map(({ period, level, member, metric, product_of: dimension, product, value }) => {
        const goods = dimension === '' ? null : { dimension, member: product };
        const about = { level, member, metric, product: goods } as Omit<PlanTarget, 'value'>;
        return [`${period} ${targetKey(about)}`, value] as const;
      }),
  );
  return (period, target) => values.get(`${period} ${targetKey(target)}`) ?? null;
}
