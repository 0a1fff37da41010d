import type { BonusScheme } from '../../domain/bonus/scheme.ts';
import type { KeptStatement } from '../../domain/bonus/statement.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';

export interface SchemeVersion {
  readonly id: number;
  readonly version: number;
  /** Empty: the owner of the data folder. */
  readonly author: string;
  readonly statedAt: string;
  readonly scheme: BonusScheme;
}

export interface NewScheme {
  /** null: it is a new one. */
  readonly id: number | null;
  /** The version that was looked at; 0: there was none. */
  readonly version: number;
  readonly scheme: BonusScheme;
}

export interface NamedStatement extends KeptStatement {
  readonly name: string;
}

export interface BonusMonth {
  readonly month: string;
  /** The version of the data that the statements are of. */
  readonly dataVersion: number;
  /** Last day loaded now. */
  readonly asOf: IsoDate | null;
  /** null: they are worked out from what is known now. */
  readonly kept: { readonly by: string; readonly at: string } | null;
  /** As the organisation is ordered: by kind, then by name. */
  readonly statements: readonly NamedStatement[];
  readonly total: Decimal;
  readonly heldBack: Decimal;
}
