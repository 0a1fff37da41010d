import { z } from 'zod';

/** What legal entities that are counted as one client are to each other. */
export const groupKinds = ['holding', 'chain', 'dealer'] as const;
export type GroupKind = (typeof groupKinds)[number];

const id = z.int().positive().max(2_147_483_647);
const entities = z.array(id).max(1000);
const name = z.string().trim().min(1).max(500);

/** A client by hand: legal entities that are counted as one. */
export const newGroup = z.strictObject({
  name,
  kind: z.enum(groupKinds),
  entities: entities.min(1).readonly(),
});
export type NewGroup = z.infer<typeof newGroup>;

/** `out`: these are clients of their own again, or of the group that imports say. */
export const groupChange = z
  .strictObject({ name, kind: z.enum(groupKinds), in: entities.readonly(), out: entities.readonly() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'nothing to change' });
export type GroupChange = z.infer<typeof groupChange>;
