import type { NewCall } from '../../domain/calls.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type CallCard, callCard } from './call-card.ts';
import { type CallPage, type CallQuestion, callPage } from './call-page.ts';
import { type CallResults, callResults } from './call-results.ts';
import { callRulesNow, setCallRules, type VersionedCallRules } from './call-rules.ts';
import { type RecordedCall, recordCall, undoCall } from './record-call.ts';

/** Whom to call, and what came of it. */
export interface Calls {
  /** Who should have bought and has not, and who is to be called by rules, of those whom the reader sees. */
  page(question: CallQuestion): Promise<CallPage>;
  /** Refuses `customerUnknown`. */
  card(id: number): Promise<CallCard>;
  /** Refuses `customerUnknown`, `callReason`, `callNextWrong`. */
  record(call: NewCall): Promise<RecordedCall>;
  /** Takes a call of one's own back. Refuses `callUnknown`, `callOfAnother`, `callUndone`. */
  undo(call: number): Promise<RecordedCall>;
  results(from: IsoDate, to: IsoDate): Promise<CallResults>;
  rules(): Promise<VersionedCallRules>;
  /** `version`: of the rules that were looked at. Refuses `callRulesStale`, `storedSetUnknown`, `storedSetOfOtherUnit`. */
  setRules(said: VersionedCallRules): Promise<VersionedCallRules>;
}

export const callsOf = (desk: Desk): Calls => ({
  page: (question) => callPage(desk, question),
  card: (id) => callCard(desk, id),
  record: (call) => recordCall(desk, call),
  undo: (call) => undoCall(desk, call),
  results: (from, to) => callResults(desk, from, to),
  rules: () => callRulesNow(desk.stores),
  setRules: (said) => setCallRules(desk, said),
});
