import { z } from 'zod';
import { roles } from './access.ts';
import { displayName } from './display-name.ts';

/** The longest state of a screen, in characters of its JSON. */
export const longestState = 16_384;

/** Nested too deep it cannot be written either. */
function fits(state: unknown): boolean {
  try {
    return JSON.stringify(state).length <= longestState;
  } catch {
    return false;
  }
}

const viewFields = {
  name: displayName,
  /** Which screen it is of: `explorer`, `customers`… */
  screen: z.string().regex(/^[a-zA-Z][a-zA-Z-]{0,39}$/),
  /** What the screen keeps in its address, as it wrote it. */
  state: z.record(z.string(), z.unknown()).refine(fits, { error: 'viewTooLong' }).readonly(),
  /** Who sees it beside its owner. */
  roles: z.array(z.enum(roles)).max(roles.length).readonly(),
};

/** A screen as somebody has set it up, under a name. */
export const viewDocument = z.strictObject({ ...viewFields, roles: viewFields.roles.default([]) });
export type ViewDocument = z.infer<typeof viewDocument>;

export const viewChange = z
  .strictObject({ name: viewFields.name, state: viewFields.state, roles: viewFields.roles })
  .partial();
export type ViewChange = z.infer<typeof viewChange>;

export interface SavedView extends ViewDocument {
  readonly id: number;
  /** The reader's own. */
  readonly own: boolean;
  /** He may change and remove it. */
  readonly changeable: boolean;
  /** Name of its owner; '' is the owner of the data folder. */
  readonly owner: string;
  readonly changedAt: string;
}
