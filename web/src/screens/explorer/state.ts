import { z } from 'zod';

/** What the address of the page says. */
export const explorerState = z.object({});
