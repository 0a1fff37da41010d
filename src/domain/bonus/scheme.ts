import { z } from 'zod';
import { compare, sum } from '../decimal.ts';
import { assignable } from '../dimensions.ts';
import { planMetrics } from '../plan.ts';
import { planMonth } from '../plan-month.ts';
import type { Decimal } from '../units.ts';

// Trap: without `abort` the checks of the whole go on with a text that is no number.
const number = (form: RegExp) => z.string().regex(form, { abort: true });
/** Roubles and kopecks. */
const amount = number(/^\d{1,12}(\.\d{1,2})?$/);
/** A weight, a coefficient, a share: 0.75 is three quarters. */
const ratio = number(/^\d{1,4}(\.\d{1,6})?$/);
const id = z.int().positive().max(2_147_483_647);

const rising = (values: readonly Decimal[]): boolean =>
  values.every((value, at) => at === 0 || compare(value, values[at - 1] ?? '0') > 0);
const notFalling = (values: readonly Decimal[]): boolean =>
  values.every((value, at) => at === 0 || compare(value, values[at - 1] ?? '0') >= 0);

/**
 * What a fulfilment is worth. `line`: itself, nothing below the threshold and no more than the cap. `steps`: what the last
 * step that is reached says, nothing before the first.
 */
export const bonusScale = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('line'), threshold: ratio, cap: ratio })
    .readonly()
    .refine(({ threshold, cap }) => compare(cap, threshold) >= 0, {
      error: 'a cap is not below its threshold',
      path: ['cap'],
    }),
  z
    .strictObject({
      kind: z.literal('steps'),
      steps: z
        .array(z.strictObject({ from: ratio, k: ratio }).readonly())
        .min(1)
        .max(20)
        .readonly()
        .refine((steps) => rising(steps.map(({ from }) => from)), { error: 'steps rise' })
        .refine((steps) => notFalling(steps.map(({ k }) => k)), { error: 'more is never worth less' }),
    })
    .readonly(),
]);
export type BonusScale = z.infer<typeof bonusScale>;

/** What is looked at before anything is paid: shares of what is owed and of what was shipped, or a number of signals. */
export const bonusGates = ['overdueShare', 'returnsShare', 'unresolvedSignals'] as const;
export type BonusGate = (typeof bonusGates)[number];

const gate = z
  .strictObject({
    of: z.enum(bonusGates),
    /** Above a value the stop factor is at most this; the last one that is passed counts. */
    steps: z
      .array(z.strictObject({ above: ratio, factor: ratio }).readonly())
      .min(1)
      .max(10)
      .readonly()
      .refine((steps) => rising(steps.map(({ above }) => above)), { error: 'steps rise' })
      .refine((steps) => notFalling(steps.map(({ factor }) => factor).reverse()), {
        error: 'worse is never paid better',
      })
      .refine((steps) => steps.every(({ factor }) => compare(factor, '1') <= 0), {
        error: 'a stop factor is 0 to 1',
      }),
  })
  .readonly();

const unlike = <Item>(key: (item: Item) => string) => ({
  check: (items: readonly Item[]) => new Set(items.map(key)).size === items.length,
  error: 'each stands once',
});
const metricsOnce = unlike<{ readonly metric: string }>(({ metric }) => metric);
const gatesOnce = unlike<{ readonly of: string }>(({ of }) => of);
const gradesOnce = unlike<{ readonly grade: string }>(({ grade }) => gradeKey(grade));

/** Grades are compared as people write them. */
export const gradeKey = (grade: string): string => grade.trim().toLowerCase();

/** How somebody is paid from a month on: a version of a scheme, as it is written. */
export const bonusScheme = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    /** The first month that it holds for. */
    from: planMonth,
    /** false: from that month on nobody is paid by it. */
    active: z.boolean().default(true),
    whom: z
      .strictObject({
        level: z.enum(assignable),
        /** Themselves or whoever they belong to; none: everybody of the level. */
        members: z.array(id).max(1000).readonly().default([]),
      })
      .readonly(),
    base: amount,
    parts: z
      .array(z.strictObject({ metric: z.enum(planMetrics), weight: ratio, scale: bonusScale }).readonly())
      .max(planMetrics.length)
      .readonly()
      .refine(metricsOnce.check, { error: metricsOnce.error })
      .refine((parts) => parts.length === 0 || compare(sum(parts.map(({ weight }) => weight)), '1') === 0, {
        error: 'weights add up to 1',
      }),
    /** A rate for every active delivery point by its grade. */
    points: z
      .strictObject({
        /** By whose rules a point is active: one with thresholds makes it a qualified one. */
        method: z.string().min(1).max(100).default('main'),
        rates: z
          .array(z.strictObject({ grade: z.string().trim().min(1).max(200), rate: amount }).readonly())
          .max(50)
          .readonly()
          .refine(gradesOnce.check, { error: gradesOnce.error }),
        otherRate: amount.default('0'),
        /** A rate is held back until its point has been active for so many months in a row; 1: nothing is. */
        holdMonths: z.int().min(1).max(12).default(1),
      })
      .readonly()
      .nullable()
      .default(null),
    /** For every new customer who was active in so many months in a row, his first one included; paid in the last of them. */
    newClients: z
      .strictObject({ rate: amount, months: z.int().min(1).max(12) })
      .readonly()
      .nullable()
      .default(null),
    /** What a team gets by its own fulfilment, shared by the facts of its people. Only reps share it. */
    pool: z
      .strictObject({ amount, metric: z.enum(planMetrics), scale: bonusScale })
      .readonly()
      .nullable()
      .default(null),
    gates: z
      .array(gate)
      .max(bonusGates.length)
      .readonly()
      .default([])
      .refine(gatesOnce.check, { error: gatesOnce.error }),
  })
  .readonly()
  .refine(({ pool, whom }) => pool === null || whom.level === 'rep', {
    error: 'only reps share what their team gets',
    path: ['pool'],
  });
export type BonusScheme = z.infer<typeof bonusScheme>;
