import { z } from 'zod';

/** What the address says: whose customers are handed over, or which report is shown. */
export const handOverState = z.object({
  from: z.int().positive().optional(),
  report: z.int().positive().optional(),
});
