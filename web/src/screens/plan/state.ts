import { z } from 'zod';

/** What the address says: the month, of the last loaded day when left out, and which version of its plan, the latest. */
export const planState = z.object({
  // Every page loads this: the domain of plans is left to the screen.
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  version: z.int().positive().optional(),
});
export type PlanState = z.output<typeof planState>;
