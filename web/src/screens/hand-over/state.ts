import { z } from 'zod';
import { mostHandedOver } from '../../app/chosen-limits.ts';

/** What the address says: whose customers are handed over, all or some by name, or which report is shown. */
export const handOverState = z.object({
  from: z.int().positive().optional(),
  clients: z.array(z.int().positive()).min(1).max(mostHandedOver).readonly().optional(),
  report: z.int().positive().optional(),
});
