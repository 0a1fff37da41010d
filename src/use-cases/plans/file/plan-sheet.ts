import { multiply } from '../../../domain/decimal.ts';
import {
  type PlanLevel,
  type PlanMetric,
  type PlanTarget,
  planMetrics,
  targetKey,
} from '../../../domain/plan.ts';
import { planHeader } from '../../../domain/plan-headers.ts';
import type { Decimal } from '../../../domain/units.ts';
import type { Plan } from '../read-plan.ts';

/** A plan as a table that people fill in and give back: a row for each member, a column for each metric and its goods. */
export interface PlanSheet {
  readonly columns: readonly {
    readonly header: string;
    readonly metric: PlanMetric;
    readonly product: PlanTarget['product'];
  }[];
  readonly rows: readonly {
    readonly level: PlanLevel;
    readonly name: string;
    readonly period: string;
    /** By the columns; null: no target. Coverage in per cent. */
    readonly values: readonly (Decimal | null)[];
  }[];
}

export function planSheet({ period, targets }: Pick<Plan, 'period' | 'targets'>): PlanSheet {
  const columns = new Map<string, PlanSheet['columns'][number]>();
  for (const { metric, product } of targets) {
    const header = planHeader(metric, product) + (metric === 'coverage' ? ', %' : '');
    columns.set(header, { header, metric, product });
  }
  const inOrder = [...columns.values()].sort(
    (a, b) => planMetrics.indexOf(a.metric) - planMetrics.indexOf(b.metric) || (a.header < b.header ? -1 : 1),
  );
  const found = new Map(targets.map((target) => [targetKey(target), target.value]));
  const members = new Map(targets.map((one) => [`${one.level} ${one.member}`, one]));
  return {
    columns: inOrder,
    rows: [...members.values()].map(({ level, member, name }) => ({
      ...{ level, name, period },
      values: inOrder.map(({ metric, product }) => {
        const value = found.get(targetKey({ level, member, metric, product })) ?? null;
        return value !== null && metric === 'coverage' ? multiply(value, '100') : value;
      }),
    })),
  };
}
