import { z } from 'zod';
import { grounds } from './grounds.ts';
import { countUnits } from './units.ts';

/** What may be stated of many customers at once. */
export const bulkFields = ['clientType', 'salesChannel', 'acquisitionChannel', 'industry', 'city'] as const;

/** More at once would hold up everybody else. */
export const mostAtOnce = 10_000;

/** One word about many customers, from a day on (today when left out). */
export const bulkEdit = z.strictObject({
  unit: z.enum(countUnits),
  ids: z.array(z.int().positive().max(2_147_483_647)).min(1).max(mostAtOnce),
  field: z.enum(bulkFields),
  value: z.string().trim().min(1).max(200),
  since: z.iso.date().optional(),
  grounds: z.exactOptional(grounds),
});
export type BulkEdit = z.infer<typeof bulkEdit>;
