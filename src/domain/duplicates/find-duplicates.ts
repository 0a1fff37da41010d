import { candidatePairs, placesOf } from './candidate-pairs.ts';
import type { Features } from './features.ts';
import { leastScore, type Score, scoreOf } from './score.ts';

export interface Candidate {
  /** Places in the list given; `a` is the lower one. */
  readonly a: number;
  readonly b: number;
  readonly score: Score;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  /** Keys that too many share for a comparison by it. */
  readonly crowded: number;
}

/** Who may be one among customers; gives way all the time. */
export function* findDuplicates(all: readonly Features[]): Generator<void, Found> {
  const crowds = new Map<string, number>();
  for (const { phones, emails } of all) {
    for (const value of [...phones, ...emails]) crowds.set(value, (crowds.get(value) ?? 0) + 1);
    yield;
  }
  const { pairs, crowded } = yield* candidatePairs(all);
  const candidates: Candidate[] = [];
  for (const pair of pairs) {
    const [a, b] = placesOf(pair);
    const [one, other] = [all[a], all[b]];
    if (one === undefined || other === undefined) continue;
    const score = scoreOf(one, other, (value) => crowds.get(value) ?? 0);
    if (typeof score !== 'string' && score.score >= leastScore) candidates.push({ a, b, score });
    yield;
  }
  return { candidates, crowded };
}
