import { z } from 'zod';

/** What the address says: whose flaws are shown; 0 is nobody’s, left out the whole base. */
export const qualityState = z.object({ branch: z.int().nonnegative().optional() });
