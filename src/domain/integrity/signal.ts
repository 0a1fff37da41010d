import type { Decimal, IsoDate } from '../units.ts';
import type { Severity } from './score.ts';

/** What a signal says in numbers. */
export interface SignalFigures {
  readonly severity: Severity;
  /** Customers (or delivery points) who bought of the rep in the month, and with how many of them something stands out. */
  readonly active: number;
  readonly marked: number;
  /** What share is usual: of the other reps in the month, of him in other months (null: there are too few). */
  readonly peers: number;
  readonly own: number | null;
  /** By how many robust standard deviations the share is above the usual, the lesser of the two; one decimal. */
  readonly score: number;
}

/** A customer with whom something is as a scheme would leave it; what its numbers mean depends on the scheme. */
export interface EvidenceRow {
  readonly entity: number;
  readonly point: number;
  /** Of the warehouse, in decimal digits. */
  readonly document: string;
  readonly date: IsoDate;
  readonly amount: Decimal;
  /** What the amount is compared with; 0: nothing. */
  readonly usual: Decimal;
  /** A product, another customer or point, or what the card lacks, as the detector says; 0: nothing. */
  readonly other: number;
  readonly otherDate: IsoDate | null;
}
