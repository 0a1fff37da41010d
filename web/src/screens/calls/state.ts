import { z } from 'zod';

const member = z.int().nonnegative().optional();

/** What the address says; every page loads this, so the domain of calls is left to the screen. */
export const callsState = z.object({
  view: z.enum(['results', 'rules']).optional(),
  /** Of the results: `2026-11`. */
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  group: z.enum(['agreed', 'winBack', 'rules']).optional(),
  sort: z.enum(['plan']).optional(),
  /** Of members of the organisation whose customers alone are meant; 0: of nobody. */
  branch: member,
  department: member,
  team: member,
  rep: member,
  /** Who is looked at, instead of the first of the list. */
  who: z.int().positive().optional(),
});
export type CallsState = z.output<typeof callsState>;
