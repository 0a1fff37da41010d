import type { Scheme } from '../../domain/integrity/scheme.ts';
import type { Threshold } from '../../domain/integrity/score.ts';
import type { Stage } from './stage.ts';

/**
 * Looks for one scheme. A mark is a customer (or a point of one) with whom, in a month, something is as the scheme would leave
 * it; one alone means nothing. A detector is a file of this folder and a line in `all.ts`.
 */
export interface Detector {
  readonly scheme: Scheme;
  readonly threshold: Threshold;
  /** Months that a mark looks back on; left out: its own. */
  readonly span?: number;
  /** What of it is counted against the active customers of the rep: entities, or points where one entity has many. */
  readonly unit: 'entity' | 'point';
  /** What `other` of a mark is; `gaps`: what the card lacks (`cardGapBits`). */
  readonly other: 'product' | 'customer' | 'point' | 'gaps' | null;
  /**
   * SQL: `ym, rep, entity, point, doc, date, amount, usual, other, other_date`. amount: money of the row. usual, other (the id of another
   * entity or of a product) and other_date: what it is compared with, 0 where there is nothing.
   */
  marks(stage: Stage): Promise<string>;
}

/** The columns that `marks` gives, in this order. */
export const markColumns = 'ym, rep, entity, point, doc, date, amount, usual, other, other_date';
export const noDay = "toDate('1970-01-01')";

/**
 * SQL: a column of the latest among grouped documents, of several on one day that with the greatest id. Not `any`: who is named, and
 * to whom a mark counts where two reps have sold, would be chance.
 */
export const ofLatest = (column: string): string => `argMax(d.${column}, (d.date, d.doc, d.point, d.rep))`;

/** SQL: what a mark names of that document. */
export const latestDocument = ['rep', 'point', 'doc']
  .map((name) => `${ofLatest(name)} AS ${name}`)
  .join(', ');

/** What a card lacks, as bits of a number. */
export const cardGapBits = { inn: 1, street: 2, samePhone: 4 } as const;
export type CardGap = keyof typeof cardGapBits;
