import { z } from 'zod';
import { add, divide, isDecimal, multiply, round } from './decimal.ts';
import { assignable } from './dimensions.ts';
import type { Metric } from './metrics.ts';
import { growthTarget } from './plan-fact.ts';
import { plannedPeriod } from './plan-period.ts';
import { shareUnits } from './shares.ts';
import type { Decimal, IsoDate } from './units.ts';

/** What can be planned. `coverage` is a share: 0.75 is three quarters. */
export const planMetrics = [
  'activeBase',
  'qualifiedBase',
  'sales',
  'avgSkuPerClient',
  'avgCheck',
  'new',
  'coverage',
] as const;
export type PlanMetric = (typeof planMetrics)[number];

/** The figure that stands beside a planned metric, and by which method it is counted. */
export const figureBehind = (
  metric: PlanMetric,
): { readonly metric: Metric; readonly method: 'main' | 'qualified' } =>
  metric === 'qualifiedBase' ? { metric: 'activeBase', method: 'qualified' } : { metric, method: 'main' };

/** For whom: the whole company, or members of the organisation. */
export const planLevels = ['company', ...assignable] as const;
export type PlanLevel = (typeof planLevels)[number];

/** Of which goods alone. */
export const planProducts = ['category', 'sku'] as const;

export const planValue = z.string().max(40).refine(isDecimal);

const planTarget = z
  .strictObject({
    level: z.enum(planLevels),
    /** Of the organisation; 0: the company. */
    member: z.int().nonnegative().max(2_147_483_647),
    metric: z.enum(planMetrics),
    product: z
      .strictObject({ dimension: z.enum(planProducts), member: z.string().min(1).max(500) })
      .readonly()
      .nullable()
      .default(null),
    value: planValue,
  })
  .readonly()
  .refine(({ level, member }) => (level === 'company') === (member === 0), {
    error: 'the company has no member, everybody else has one',
    path: ['member'],
  });
export type PlanTarget = z.infer<typeof planTarget>;

/** The plan of a period as somebody writes it. `version`: of the plan that was looked at, 0 where there was none. */
export const newPlan = z
  .strictObject({
    version: z.int().nonnegative(),
    comment: z.string().max(2000).default(''),
    targets: z.array(planTarget).max(8000).readonly(),
  })
  .readonly();
export type NewPlan = z.infer<typeof newPlan>;

/** What a target is about; each stands once in a plan. */
export const targetKey = ({ level, member, metric, product }: Omit<PlanTarget, 'value'>): string =>
  JSON.stringify([level, member, metric, product?.dimension ?? '', product?.member ?? '']);

/**
 * From what a proposal starts: the period before, the same period of last year, the period before as it became this one a year
 * ago; from below: what the customers of a member are planned together, or those right below him; or from plans in time: what
 * the shorter periods within are planned together (`shorter`), or the share that this period had a year ago of the longer one
 * that is planned (`longer`).
 */
export const planBases = [
  'previous',
  'yearAgo',
  'seasonal',
  'customers',
  'parts',
  'shorter',
  'longer',
] as const;
export type PlanBase = (typeof planBases)[number];

/** To grow by a share or a number, to keep what there is, or to reach a value whatever there is. */
export const goal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('growByPercent'), percent: planValue }),
  z.strictObject({ kind: z.literal('growBy'), value: planValue }),
  z.strictObject({ kind: z.literal('maintain') }),
  z.strictObject({ kind: z.literal('reach'), value: planValue }),
]);
export type Goal = z.infer<typeof goal>;

/** Decimal places in which a metric is planned: people are whole. */
const places: Readonly<Record<PlanMetric, number>> = {
  ...{ activeBase: 0, qualifiedBase: 0, new: 0, sales: 2, avgCheck: 2, avgSkuPerClient: 2, coverage: 4 },
};

/** What a goal asks for, from what there was: 10,000 and 20 % are 12,000. Half-up to the places of the metric. */
export const goalValue = (metric: PlanMetric, base: Decimal, asked: Goal): Decimal =>
  round(exactGoal(base, asked), places[metric]);

function exactGoal(base: Decimal, asked: Goal): Decimal {
  switch (asked.kind) {
    case 'growByPercent':
      return growthTarget(base, divide(asked.percent, '100') ?? '0');
    case 'growBy':
      return add(base, asked.value);
    case 'maintain':
      return base;
    case 'reach':
      return asked.value;
  }
}

/**
 * A total by shares, so that the parts add up to it exactly: what rounding down leaves goes to the largest rests, of
 * equal ones to the first. Without any weight all get the same.
 */
export function shareOut(metric: PlanMetric, total: Decimal, weights: readonly Decimal[]): Decimal[] {
  const unit = places[metric] === 0 ? '1' : `0.${'1'.padStart(places[metric], '0')}`;
  // Weights keep all of their decimals.
  const decimals = Math.max(0, ...weights.map((one) => one.split('.')[1]?.length ?? 0));
  const scale = `1${'0'.repeat(decimals)}`;
  const units = BigInt(divide(total, unit, 0) ?? '0');
  const sign = units < 0n ? '-' : '';
  const shares = shareUnits(
    units < 0n ? -units : units,
    weights.map((one) => BigInt(multiply(one, scale))),
  );
  return shares.map((one) => multiply(`${one === 0n ? '' : sign}${one}`, unit));
}

/** Metrics of which parts say something about the whole at all. */
export const isSummed = (metric: PlanMetric): boolean =>
  metric === 'activeBase' || metric === 'sales' || metric === 'new';

/** Whether parts of the organisation add up to the whole: money does, customers whom several serve do not. */
export const addsUp = (metric: PlanMetric): boolean => metric === 'sales';

/**
 * Whether the plans of the parts of a period add up to its own: money does, and so does whoever is new, as he is so only
 * once. Who buys in every month is one customer of the quarter.
 */
export const addsUpInTime = (metric: PlanMetric): boolean => metric === 'sales' || metric === 'new';

/** When a plan was stated: in good time, while its period (`2026-11`, `2026-Q4`) ran, or when it was over. */
export function statedWhen(label: string, day: IsoDate): 'before' | 'during' | 'after' {
  const { from, to } = plannedPeriod(label);
  if (day < from) return 'before';
  return day <= to ? 'during' : 'after';
}
