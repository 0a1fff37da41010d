import { z } from 'zod';

/** As many customers by name as an address can hold. */
export const mostHandedOver = 500;

/** What the address says: whose customers are handed over, all or some by name, or which report is shown. */
export const handOverState = z.object({
  from: z.int().positive().optional(),
  clients: z.array(z.int().positive()).min(1).max(mostHandedOver).readonly().optional(),
  report: z.int().positive().optional(),
});
