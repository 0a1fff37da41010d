import type { CountUnit } from '../../domain/units.ts';
import { type Merged, mergeUnits, previewMerges } from '../../services/merges/merge-units.ts';
import type { AskedMerge } from '../../services/merges/plan-merges.ts';
import { previewUnmerge, unmergeUnits } from '../../services/merges/unmerge-units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { candidatePage } from './candidate-page.ts';
import { dismiss, dismissedPairs, recall } from './dismissals.ts';
import { mergePage } from './merge-page.ts';
import { duplicatePair } from './pair.ts';
import type {
  CandidatePage,
  CandidateQuery,
  DismissedPair,
  DuplicatePair,
  MergeEffect,
  MergePage,
} from './report.ts';

/** Customers who may be one, those who are said to be, and those who are said not to be. */
export interface Duplicates {
  /** Pairs of legal entities, the likeliest first. Refuses `duplicatesCursorUnreadable`. */
  candidates(query: CandidateQuery): Promise<CandidatePage>;
  /** Side by side. Refuses `customerUnknown`, `mergeOfOne`. */
  pair(unit: CountUnit, a: number, b: number): Promise<DuplicatePair>;
  /** What merging would change, without changing it. Refuses as `merge`. */
  preview(merges: readonly AskedMerge[]): Promise<MergeEffect>;
  /**
   * All of them or none: a new version of the data. Refuses `mergeTooMany`, `customerUnknown`, `mergeOfOne`,
   * `mergeGroupWithEntity`, `mergePointsApart`, `mergeStale`, `customerFieldElsewhere`, `customerEditChanged`.
   */
  merge(merges: readonly AskedMerge[]): Promise<Merged>;
  /** The latest first. */
  merges(page: { readonly limit: number; readonly before?: number }): Promise<MergePage>;
  /** What withdrawing a merge would change. Refuses as `unmerge`. */
  unmergePreview(id: number): Promise<MergeEffect>;
  /** Refuses `mergeUnknown`, `mergeWithdrawn`, `customerEditChanged`. */
  unmerge(id: number): Promise<MergeEffect & { readonly dataVersion: number }>;
  /** Legal entities are two customers, whatever is imported. Refuses `customerUnknown`, `mergeOfOne`. */
  dismiss(a: number, b: number): Promise<void>;
  /** Takes that back. Refuses `notDismissed`. */
  recall(a: number, b: number): Promise<void>;
  dismissed(): Promise<readonly DismissedPair[]>;
}

export const duplicatesOf = (desk: Desk): Duplicates => {
  const { stores, viewer } = desk;
  return {
    candidates: (query) => candidatePage(stores, query),
    pair: (unit, a, b) => duplicatePair(desk, unit, a, b),
    preview: async (merges) => ({ effect: await previewMerges(stores, merges) }),
    merge: (merges) => mergeUnits(stores, merges, viewer.user),
    merges: (page) => mergePage(stores, page),
    unmergePreview: async (id) => ({ effect: await previewUnmerge(stores, id) }),
    unmerge: (id) => unmergeUnits(stores, id, viewer.user),
    dismiss: (a, b) => dismiss(stores, a, b, viewer.user),
    recall: (a, b) => recall(stores, a, b),
    dismissed: () => dismissedPairs(stores),
  };
};
