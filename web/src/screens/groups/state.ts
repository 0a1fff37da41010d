import { z } from 'zod';
import { mostMembers } from '../../app/chosen-limits.ts';

const id = z.int().positive().max(2_147_483_647);

/** What the address says: the group that is open, or of whom a new one is made. */
export const groupsState = z.object({
  group: id.optional(),
  make: z
    .object({ unit: z.enum(['client', 'legalEntity']), ids: z.array(id).max(mostMembers).readonly() })
    .optional(),
});
export type MakeOf = NonNullable<z.output<typeof groupsState>['make']>;
