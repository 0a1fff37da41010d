import { z } from 'zod';
import { assignmentKinds } from './dated-facts.ts';
import { isKeepable } from './display-name.ts';
import { isIsoDate } from './iso-date.ts';
import type { IsoDate } from './units.ts';

const id = z.int().positive().max(2_147_483_647);
const day = z.string().refine(isIsoDate);
const words = (longest: number) => z.string().trim().min(1).max(longest).refine(isKeepable);
const name = words(200);

/** A branch, department, team or rep by hand. */
export const newMember = z.strictObject({
  kind: z.enum(assignmentKinds),
  name,
  code: z.exactOptional(words(100)),
  /** Whom it belongs to, from a day on. */
  under: z.exactOptional(z.strictObject({ member: id, since: day }).readonly()),
});
export type NewMember = z.infer<typeof newMember>;

/** `retired`: the first day on which it is offered to nobody any more; null brings it back. */
export const memberEdit = z
  .strictObject({
    version: z.int().nonnegative().max(2_147_483_647),
    name: z.exactOptional(name),
    retired: z.exactOptional(day.nullable()),
  })
  .refine(({ name: named, retired }) => named !== undefined || retired !== undefined, {
    error: 'nothing to change',
  });
export type MemberEdit = z.infer<typeof memberEdit>;

/** What can be said of a member by hand. */
export interface MemberState {
  readonly name: string;
  readonly code: string;
  readonly retired: IsoDate | null;
}

/** It may be chosen on that day. */
export const isOffered = ({ retired }: Pick<MemberState, 'retired'>, on: IsoDate): boolean =>
  retired === null || retired > on;
