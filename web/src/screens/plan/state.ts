import { z } from 'zod';
import { planMonth } from '../../../../src/domain/plan-month.ts';
import { planGrain, planPeriod } from '../../../../src/domain/plan-period.ts';

/**
 * What the address says: the month, of the last loaded day when left out, or a longer period in place of it, which version of its plan, the latest, how
 * sales go on, at their pace, with which period the fact is compared, none, and whose forecast is looked at (0: the company).
 */
export const planState = z.object({
  month: planMonth.optional(),
  // A year that somebody has typed into the address is a number there.
  period: z.coerce.string().pipe(planPeriod).optional(),
  version: z.int().positive().optional(),
  sales: z.literal('lastYear').optional(),
  compare: z.enum(['previous', 'yearAgo']).optional(),
  forecast: z.int().nonnegative().optional(),
  /** Of single customers: one metric, whose they are, those without a plan too or only those behind it, in which order. */
  view: z.literal('customers').optional(),
  metric: z
    .enum(['sales', 'activeBase', 'qualifiedBase', 'documents', 'avgCheck', 'avgSkuPerClient'])
    .optional(),
  whose: z
    .string()
    .regex(/^(branch|department|team|rep)-[1-9]\d{0,9}$/)
    .optional(),
  everybody: z.literal(true).optional(),
  behind: z.literal(true).optional(),
  by: z.enum(['name', 'plan', 'fact', 'deviation', 'fulfilment', 'toPlan', 'expected']).optional(),
});
export type PlanState = z.output<typeof planState>;

/** A period as the address says it: plans of customers are of months, and stay with the month that was looked at last. */
export const inAddress = (label: string): Pick<PlanState, 'month' | 'period'> =>
  planGrain(label) === 'month' ? { month: label, period: undefined } : { period: label };
