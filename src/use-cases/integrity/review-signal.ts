import { isHisOwn, type NewReview } from '../../domain/integrity/review.ts';
import { type CaseKey, caseId, schemeNumber } from '../../domain/integrity/scheme.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { ReviewRow } from './read-signals.ts';
import { reviewsOf, type SignalDetail, signalDetail, signalUnder } from './signal-detail.ts';

/** @throws Refusal `signalUnknown`, `signalOwn`, `signalStale` */
export async function reviewSignal(desk: Desk, key: CaseKey, said: NewReview): Promise<SignalDetail> {
  const { stores, viewer } = desk;
  const { severity, active, marked, peers, own, score } = await signalUnder(desk, key);
  await lastLookedAt(desk, key, said.version);
  const { numInsertedOrUpdatedRows } = await stores.records.db
    .insertInto('signal_review')
    .values({
      ...{ scheme: schemeNumber[key.scheme], rep: key.rep, month: key.month },
      version: said.version + 1,
      told: JSON.stringify({ severity, active, marked, peers, own, score }),
      ...{ verdict: said.verdict, comment: said.comment.trim() },
      ...{ stated_by: viewer.user, stated_at: new Date().toISOString(), agreed_by: null, agreed_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal(stale(key));
  return await signalDetail(desk, key);
}

/** The second pair of eyes. @throws Refusal `signalUnknown`, `signalOwn`, `signalStale`, `signalSamePerson` */
export async function agreeOnSignal(desk: Desk, key: CaseKey, version: number): Promise<SignalDetail> {
  const { stores, viewer } = desk;
  await signalUnder(desk, key);
  const last = await lastLookedAt(desk, key, version);
  if (last === undefined || last.agreed !== null) throw new Refusal(stale(key));
  if (last.statedBy === viewer.user) throw new Refusal({ code: 'signalSamePerson' });
  await stores.records.db
    .updateTable('signal_review')
    .set({ agreed_by: viewer.user, agreed_at: new Date().toISOString() })
    .where('scheme', '=', schemeNumber[key.scheme])
    .where('rep', '=', key.rep)
    .where('month', '=', key.month)
    .where('version', '=', version)
    .where('agreed_at', 'is', null)
    .execute();
  return await signalDetail(desk, key);
}

const stale = (key: CaseKey) => ({ code: 'signalStale', params: { signal: caseId(key) } }) as const;

/** The last verdict, which has to be the one that was looked at. */
async function lastLookedAt(desk: Desk, key: CaseKey, version: number): Promise<ReviewRow | undefined> {
  if (isHisOwn(desk.viewer, key.rep)) throw new Refusal({ code: 'signalOwn' });
  const [last] = await reviewsOf(desk, key);
  if ((last?.version ?? 0) !== version) throw new Refusal(stale(key));
  return last;
}
