import { z } from 'zod';

/**
 * What the address says: the month, of the last loaded day when left out, which version of its plan, the latest, how
 * sales go on, at their pace, and whose forecast is looked at (0: the company).
 */
export const planState = z.object({
  // Every page loads this: the domain of plans is left to the screen.
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  version: z.int().positive().optional(),
  sales: z.literal('lastYear').optional(),
  forecast: z.int().nonnegative().optional(),
  /** Of single customers: one metric, whose they are, those without a plan too, in which order. */
  view: z.literal('customers').optional(),
  metric: z.enum(['sales', 'activeBase', 'documents', 'avgCheck', 'avgSkuPerClient']).optional(),
  whose: z
    .string()
    .regex(/^(branch|department|team|rep)-[1-9]\d{0,9}$/)
    .optional(),
  everybody: z.literal(true).optional(),
  by: z.enum(['name', 'plan', 'fact', 'deviation', 'fulfilment', 'expected']).optional(),
});
export type PlanState = z.output<typeof planState>;
