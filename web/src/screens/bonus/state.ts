import { z } from 'zod';

/** What the address says: the month, of the last loaded day when left out; whose statement; or the schemes, and which one. */
export const bonusState = z.object({
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  member: z.int().positive().optional(),
  tab: z.literal('schemes').optional(),
});
