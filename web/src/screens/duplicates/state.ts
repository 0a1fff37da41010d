import { z } from 'zod';

export const duplicateParts = ['review', 'merged', 'dismissed'] as const;

/** What the address says: the part of the page; left out the pairs to look at. */
export const duplicatesState = z.object({ part: z.enum(duplicateParts).optional() });
