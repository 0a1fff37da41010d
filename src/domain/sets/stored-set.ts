import type { IsoDate } from '../units.ts';
import type { CustomerSet } from './customer-set.ts';

/** A set under a name: live ones are asked anew every time, frozen ones stay who they were on a day. */
export interface StoredSet {
  readonly id: number;
  readonly name: string;
  readonly set: CustomerSet;
  /** When, of which data and how many; null: the set is live. */
  readonly frozen: {
    readonly dataVersion: number;
    readonly asOf: IsoDate | null;
    readonly size: number;
  } | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
