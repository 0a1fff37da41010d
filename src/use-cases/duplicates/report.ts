import type { ScoredReason, Veto } from '../../domain/duplicates/score.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { MonthEffect } from '../../services/activity/month-bases.ts';
import type { CustomerCard } from '../../services/customers/card-report.ts';

/** One of two that may be one; a legal entity. */
export interface DuplicateSide {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly inn: string;
  readonly city: string;
  readonly address: string;
}

export interface DuplicateCandidate {
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  /** Which of the two it is best to keep: who is known by more, then for longer. */
  readonly survivor: number;
  /** 0 to 100, the sum of the weights. */
  readonly score: number;
  /** May be merged without a look at each. */
  readonly certain: boolean;
  readonly reasons: readonly ScoredReason[];
}

export interface CandidatePage {
  readonly dataVersion: number;
  readonly candidates: readonly DuplicateCandidate[];
  /** For the next page; null: this was the last one. */
  readonly next: string | null;
  /** Pairs that were found at the last look, those decided since included. */
  readonly found: number;
}

export interface CandidateQuery {
  /** At most 200. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only those that need no look at each. */
  readonly certain?: boolean;
}

/** Two customers side by side. */
export interface DuplicatePair {
  readonly unit: CountUnit;
  readonly a: CustomerCard;
  readonly b: CustomerCard;
  /** null: something rules it out. */
  readonly score: number | null;
  readonly certain: boolean;
  readonly reasons: readonly ScoredReason[];
  readonly veto: Veto | null;
  /** Somebody has said that they are two. */
  readonly dismissed: boolean;
  /** Days with shipments. */
  readonly days: { readonly a: number; readonly b: number; readonly both: number };
}

export interface DismissedPair {
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  /** '': the owner of the data folder. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface MergeEntry {
  readonly id: number;
  readonly level: CountUnit;
  /** Names under which their own cards know the two. */
  readonly absorbed: { readonly id: number; readonly name: string };
  readonly survivor: { readonly id: number; readonly name: string };
  readonly by: string;
  readonly at: string;
  /** null: it is in force. */
  readonly withdrawn: { readonly by: string; readonly at: string } | null;
}

export interface MergePage {
  readonly merges: readonly MergeEntry[];
  /** For the next page: `before`; null: this was the last one. */
  readonly next: number | null;
}

/** АКБ of the months that change, by each count unit. */
export interface MergeEffect {
  readonly effect: readonly MonthEffect[];
}
