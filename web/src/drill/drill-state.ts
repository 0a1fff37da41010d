import { z } from 'zod';
import { type CustomerSet, foreignSet, sliceDocument } from '../../../src/domain/sets/customer-set.ts';

/** What stands behind a figure that somebody has opened; a part of the address. */
export const drillState = z.object({
  set: foreignSet,
  /** Whose purchases the columns of the list show. */
  period: z.string().max(60),
  slice: sliceDocument.optional(),
  /** How the person came here, in words: «АКБ · октябрь 2026 · Казань». */
  path: z.array(z.string().max(200)).max(8),
  /** Which of its lists is shown; without it the customers. */
  tab: z.enum(['documents', 'excluded']).optional(),
});

export interface Drill extends Omit<z.output<typeof drillState>, 'set'> {
  readonly set: CustomerSet;
}
