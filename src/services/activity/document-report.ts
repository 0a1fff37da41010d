import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';
import type { Exclusion } from './counted-lines.ts';

/** Which lines are asked for: those that count under the method, those that do not, or all of them. */
export const lineChoices = ['counted', 'excluded', 'all'] as const;
export type LineChoice = (typeof lineChoices)[number];

/**
 * A shipment as one customer has it. Amounts are exact, with two to four decimals: those of all pages add up to the sales
 * of their set.
 */
export interface DocumentRow {
  /** Identity of the document, and of the customer in the unit asked for: together they name the row. */
  readonly id: string;
  readonly customer: number;
  /** False: only the number of the customer may be shown to the reader. */
  readonly shown: boolean;
  readonly name: string;
  /** The latest day of its lines. */
  readonly date: IsoDate;
  /** null: the source has no numbers; then this is what the customer got on that day, or in that month. */
  readonly number: string | null;
  readonly kinds: readonly string[];
  /** null: its lines are of several delivery points. */
  readonly deliveryPoint: { readonly id: number; readonly name: string; readonly address: string } | null;
  /** For whom its lines count; '' is several of them or nobody. */
  readonly rep: string;
  readonly branch: string;
  readonly lines: number;
  readonly quantity: Decimal | null;
  readonly sales: Decimal | null;
  readonly salesExVat: Decimal | null;
  /** Lines that count. */
  readonly counted: number;
  /** Lines that do not, by reason. */
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
}

export interface DocumentPage {
  /** Size of the whole list. */
  readonly total: number;
  /** Version of the data of all pages of the walk. */
  readonly dataVersion: number;
  readonly rows: readonly DocumentRow[];
  /** Where the next page begins; none: this is the last one. */
  readonly next?: string;
}

export interface DocumentLine {
  readonly date: IsoDate;
  readonly kind: string;
  /** null: the source does not say which product. */
  readonly product: { readonly id: number; readonly code: string; readonly name: string } | null;
  readonly category: string;
  readonly quantity: Decimal | null;
  readonly sales: Decimal | null;
  readonly salesExVat: Decimal | null;
  /** Why it does not count; null: it does. */
  readonly excluded: Exclusion | null;
}

/** The lines of one document that one customer has. */
export interface DocumentLines {
  readonly unit: CountUnit;
  readonly dataVersion: number;
  readonly lines: readonly DocumentLine[];
}
