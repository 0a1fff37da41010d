import { checkAllowed, type Permission, type Viewer } from '../../domain/access.ts';

import type { Records } from '../../stores/records/records.ts';
import type { Passwords } from './passwords.ts';

/** What whoever lets people in has at hand. */
export interface Desk {
  readonly records: Records;
  readonly passwords: Passwords;
  /** Milliseconds of the clock. */
  readonly now: () => number;
}

export const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

/** `after` milliseconds from now, as the records take it. */
export const moment = ({ now }: Pick<Desk, 'now'>, after = 0): string =>
  new Date(now() + after).toISOString();

export const demand = (viewer: Viewer, permission: Permission): void => checkAllowed(viewer, { permission });
