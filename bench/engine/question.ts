import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import type { Stores } from '../../src/stores/stores.ts';
import type { Answer } from './answer.ts';
import type { RawTables } from './raw-lines.ts';

export interface Asking {
  readonly stores: Stores;
  readonly version: DataVersion;
}

/** A question that the product answers, and the same by hand over raw lines. */
export interface EngineQuestion {
  readonly name: string;
  /** p95 at 100 million lines on 2 cores, ms. */
  readonly target: number;
  /** Through the product; null: not yet. Rows to compare are made of the answer when they are asked for. */
  readonly ours: ((asking: Asking) => Promise<() => Answer>) | null;
  /** Statements for both engines; null: raw lines do not know (names are kept elsewhere). */
  readonly byHand: ((tables: RawTables) => readonly string[]) | null;
  /** How many columns name a row, for each statement. */
  readonly keys: readonly number[];
}
