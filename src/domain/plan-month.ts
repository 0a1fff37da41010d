import { z } from 'zod';

/** `2026-11`. Apart from the plans themselves: addresses of pages know it, and every page loads them. */
export const planMonth = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
