import { z } from 'zod';
import { targetLevels } from '../../../../src/domain/target-rules.ts';

/** What the address says: only prospects of a level, or of none; everybody when left out. */
export const prospectsState = z.object({
  level: z.union([z.literal([...targetLevels]), z.literal('none')]).optional(),
});
