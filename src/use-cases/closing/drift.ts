import { calendarPeriod } from '../../domain/period.ts';
import type { PlanLevel } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit, Decimal } from '../../domain/units.ts';
import { activeSets } from '../../services/activity/active-sets.ts';
import { closedMembers } from '../../services/closed-months/closed-figures.ts';
import { type ClosedMonth, closedMonth } from '../../services/closed-months/closed-months.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf } from '../plans/read.ts';

/** What has happened to a closed month since, in order. */
export type DriftCause =
  | {
      /** Documents that came late, or an import that was taken back. */
      readonly kind: 'import' | 'undo';
      readonly at: string;
      readonly importId: number;
      /** Of the month; null: not for somebody who sees a part of the company. */
      readonly documents: number | null;
      readonly amount: Decimal | null;
    }
  | { readonly kind: 'merge' | 'unmerge' | 'edit' | 'assignment' | 'restore'; readonly at: string }
  | {
      readonly kind: 'method';
      readonly method: string;
      readonly from: number;
      readonly to: number;
    };

export interface Drift {
  readonly closed: ClosedMonth;
  readonly causes: readonly DriftCause[];
}

/** @throws Refusal `monthNotClosed` */
export async function driftOf(desk: Desk, month: string): Promise<Drift> {
  const { stores, viewer } = desk;
  const closed = await closedMonth(stores, month);
  const ym = month.replace('-', '');
  const commits = await stores.records.db
    .selectFrom('commit')
    .select(['version', 'kind', 'import_id', 'committed_at', 'months', 'dimensions'])
    .where('version', '>=', closed.dataVersion)
    .orderBy('version')
    .execute();
  const causes: DriftCause[] = [];
  for (const [
    at,
    { kind, import_id: importId, committed_at: when, months, dimensions },
  ] of commits.entries()) {
    const before = commits[at - 1];
    if (before === undefined) continue;
    const isRebuilt = months[ym] !== before.months[ym];
    if (kind === 'import' || kind === 'undo') {
      if (isRebuilt && importId !== null)
        causes.push({ kind, at: when, importId, ...(await documentsOf(desk, importId, ym)) });
    } else if (isRebuilt || dimensions !== before.dimensions) causes.push({ kind, at: when });
  }
  for (const { id, version } of closed.methods) {
    const now = await methodAsked(stores, { id });
    if (now.version !== version) causes.push({ kind: 'method', method: id, from: version, to: now.version });
  }
  return { closed, causes: viewer.scope.nodes === null ? causes : causes.map(withoutSums) };
}

const withoutSums = (cause: DriftCause): DriftCause =>
  'documents' in cause ? { ...cause, documents: null, amount: null } : cause;

async function documentsOf({ stores }: Desk, importId: number, ym: string) {
  const [row] = await stores.warehouse.rows<{ documents: string; amount: Decimal }>(
    `SELECT count() AS documents, sum(amount) AS amount FROM document
     WHERE import_id = {importId:UInt32} AND has(months, {ym:UInt32})`,
    { importId, ym: Number(ym) },
  );
  return { documents: Number(row?.documents ?? 0), amount: row?.amount ?? '0' };
}

export interface DifferenceQuestion {
  readonly level: PlanLevel;
  readonly member: number;
  readonly unit: CountUnit;
  readonly method: 'main' | 'qualified';
}

/** Canonical ids of those active by one of the two only. */
export interface Difference {
  /** They are active today, and were not when the month was closed. */
  readonly entered: readonly number[];
  readonly left: readonly number[];
}

/** @throws Refusal `monthNotClosed`, `planMemberUnknown` */
export async function differenceOf(
  desk: Desk,
  month: string,
  { level, member, unit, method: id }: DifferenceQuestion,
): Promise<Difference> {
  const { stores } = desk;
  const closed = await closedMonth(stores, month);
  const { isSeen } = await companyOf(desk);
  const wasSeen = await closedMembers(stores, closed.id, desk.viewer.scope);
  if (!isSeen(member) || !wasSeen(member))
    throw new Refusal({ code: 'planMemberUnknown', params: { level, member } });
  const frozen = await stores.records.db
    .selectFrom('closed_set')
    .select('members')
    .where('close', '=', closed.id)
    .where((eb) => eb.and({ method: id, unit, level, member }))
    .executeTakeFirst();
  const now = await activeSets(stores, {
    version: await currentVersion(stores.records),
    method: await methodAsked(stores, { id }),
    unit,
    period: calendarPeriod('month', month),
    ...(level !== 'company' && { by: level }),
  });
  const [then, live] = [new Set(frozen?.members), new Set(now.get(member))];
  return { entered: [...live.difference(then)], left: [...then.difference(live)] };
}
