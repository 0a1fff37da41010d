import { z } from 'zod';
import { planMonth } from '../../../../src/domain/plan-month.ts';

/** What the address says: the month, of the last loaded day when left out; whose statement; or the schemes, and which one. */
export const bonusState = z.object({
  month: planMonth.optional(),
  member: z.int().positive().optional(),
  tab: z.literal('schemes').optional(),
});
