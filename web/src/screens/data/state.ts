import { z } from 'zod';

/** What the address of the wizard says: whose import it shows, and where in it one is. */
export const importState = z.object({
  job: z.uuid().optional(),
  step: z.enum(['columns', 'check', 'apply']).optional(),
  /** Position of the table that is looked at. */
  table: z.int().nonnegative().optional(),
  show: z.enum(['faulty', 'first', 'all', 'mended']).optional(),
  /** Documents that have lost most of their lines may be replaced. */
  shrunk: z.boolean().optional(),
});
export type ImportState = z.output<typeof importState>;
