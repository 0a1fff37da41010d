import { z } from 'zod';
import { sliceDocument } from '../../../../src/domain/sets/customer-set.ts';

/** What the address of the dashboard says; nothing: the month of the last loaded day, the whole company. */
export const dashboardState = z.object({
  period: z.string().max(60).optional(),
  unit: z.enum(['client', 'legalEntity', 'deliveryPoint']).optional(),
  method: z.string().max(100).optional(),
  slice: sliceDocument.optional(),
  by: z.enum(['branch', 'rep', 'category', 'city']).optional(),
});
export type DashboardState = z.output<typeof dashboardState>;
