import type { NewReview, SignalState } from '../../domain/integrity/review.ts';
import type { CaseKey } from '../../domain/integrity/scheme.ts';
import type { Desk } from '../../services/parts/part.ts';
import { countsOf, type SignalPage, type SignalQuery, signalPage, signalsOf } from './read-signals.ts';
import { refreshSignals } from './refresh-signals.ts';
import { agreeOnSignal, reviewSignal } from './review-signal.ts';
import { type SignalDetail, signalDetail } from './signal-detail.ts';

/** What asks for a look in the active base, and what was found when somebody looked. Nothing follows from a signal by itself. */
export interface Integrity {
  /** Of reps whom the reader sees. The first to ask after an import waits for the detectors. */
  signals(query: SignalQuery): Promise<SignalPage>;
  /** As they were found last: waits for nothing. */
  counts(): Promise<Readonly<Record<SignalState, number>>>;
  /** Refuses `signalUnknown`. */
  signal(key: CaseKey): Promise<SignalDetail>;
  /** Says what somebody found; it holds when another person agrees. Refuses `signalUnknown`, `signalOwn`, `signalStale`. */
  review(key: CaseKey, review: NewReview): Promise<SignalDetail>;
  /** `version`: of the verdict agreed to. Refuses `signalUnknown`, `signalOwn`, `signalStale`, `signalSamePerson`. */
  agree(key: CaseKey, version: number): Promise<SignalDetail>;
}

export const integrityOf = (desk: Desk): Integrity => ({
  signals: async (query) => {
    await refreshSignals(desk.stores);
    return await signalPage(desk, query);
  },
  counts: async () => countsOf(await signalsOf(desk)),
  signal: async (key) => {
    await refreshSignals(desk.stores);
    return await signalDetail(desk, key);
  },
  review: (key, review) => reviewSignal(desk, key, review),
  agree: (key, version) => agreeOnSignal(desk, key, version),
});
