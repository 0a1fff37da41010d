import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';

/** A closed month: its figures of plan-fact and bonus are those of then. */
export interface ClosedMonth {
  readonly id: number;
  /** `2026-11` */
  readonly month: string;
  /** By which it was counted, as they were then. */
  readonly methods: readonly { readonly id: string; readonly version: number }[];
  /** null: it had no plan. */
  readonly planVersion: number | null;
  /** 0: nothing was planned of customers; null: the month was closed before their facts were kept, these are live. */
  readonly customerPlanVersion: number | null;
  readonly dataVersion: number;
  readonly closedAt: string;
  /** Names; '': the owner of the data folder. */
  readonly closedBy: string;
  /** Somebody has asked to open it again. */
  readonly reopening: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** null: it is closed. */
  readonly reopened: { readonly by: string; readonly at: string } | null;
}

type Records = Pick<Stores, 'records'>;

const closes = ({ records }: Records) =>
  records.db
    .selectFrom('month_close as c')
    .leftJoin('app_user as closer', 'closer.id', 'c.closed_by')
    .leftJoin('app_user as asker', 'asker.id', 'c.reopen_asked_by')
    .leftJoin('app_user as opener', 'opener.id', 'c.reopened_by')
    .select(['c.id', 'c.month', 'c.methods', 'c.plan_version', 'c.customer_plan_version', 'c.data_version'])
    .select(['c.closed_at', 'c.reopen_reason', 'c.reopen_asked_at', 'c.reopened_at'])
    .select(['closer.name as closer', 'asker.name as asker', 'opener.name as opener']);

type Row = Awaited<ReturnType<ReturnType<typeof closes>['execute']>>[number];

const closedMonthOf = (row: Row): ClosedMonth => ({
  ...{ id: row.id, month: row.month, methods: row.methods, planVersion: row.plan_version },
  customerPlanVersion: row.customer_plan_version,
  ...{ dataVersion: row.data_version, closedAt: row.closed_at, closedBy: row.closer ?? '' },
  reopening:
    row.reopen_asked_at === null
      ? null
      : { by: row.asker ?? '', at: row.reopen_asked_at, reason: row.reopen_reason ?? '' },
  reopened: row.reopened_at === null ? null : { by: row.opener ?? '', at: row.reopened_at },
});

/** Every closing there ever was, those of months opened again included; the latest month first. */
export async function closings(stores: Records): Promise<ClosedMonth[]> {
  const rows = await closes(stores).orderBy('c.month', 'desc').orderBy('c.id', 'desc').execute();
  return rows.map(closedMonthOf);
}

/** Of the months that are closed now. */
export async function closedMonths(stores: Records): Promise<ReadonlyMap<string, ClosedMonth>> {
  const rows = await closes(stores).where('c.reopened_at', 'is', null).execute();
  return new Map(rows.map((row) => [row.month, closedMonthOf(row)]));
}

/** @throws Refusal `monthNotClosed` */
export async function closedMonth(stores: Records, month: string): Promise<ClosedMonth> {
  const found = (await closedMonths(stores)).get(month);
  if (found === undefined) throw new Refusal({ code: 'monthNotClosed', params: { month } });
  return found;
}
