import { sql } from 'kysely';
import { statedWhen } from '../../domain/plan.ts';
import { plannedPeriod } from '../../domain/plan-period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { closedMonths } from '../../services/closed-months/closed-months.ts';
import type { Desk } from '../../services/parts/part.ts';

/** A version of the plan of a period. */
export interface PlanEntry {
  /** `2026-11`, `2026-Q4`, `2026-H2` or `2026`. */
  readonly period: string;
  readonly version: number;
  readonly comment: string;
  /** Names; '': the owner of the data folder. */
  readonly author: string;
  readonly statedOn: IsoDate;
  /** Before its period, or while or after it ran: then it is marked wherever it is shown. */
  readonly stated: ReturnType<typeof statedWhen>;
  /** null: nobody has approved it. */
  readonly approved: { readonly by: string; readonly at: string } | null;
}

const entries = ({ stores }: Desk) =>
  stores.records.db
    .selectFrom('plan')
    .leftJoin('app_user as author', 'author.id', 'plan.stated_by')
    .leftJoin('app_user as approver', 'approver.id', 'plan.approved_by')
    .select(['period', 'version', 'comment', 'stated_on', 'approved_at'])
    .select(['author.name as author', 'approver.name as approver']);

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

const entryOf = (row: Row): PlanEntry => ({
  ...{ period: row.period, version: row.version, comment: row.comment, author: row.author ?? '' },
  ...{ statedOn: row.stated_on, stated: statedWhen(row.period, row.stated_on) },
  approved: row.approved_at === null ? null : { by: row.approver ?? '', at: row.approved_at },
});

export async function plansOfDesk(desk: Desk): Promise<readonly PlanEntry[]> {
  const rows = await entries(desk)
    .distinctOn('period')
    .orderBy('period')
    .orderBy('version', 'desc')
    .execute();
  const spanOf = ({ period }: PlanEntry): string => {
    const { to, from } = plannedPeriod(period);
    return `${to} ${from}`;
  };
  return rows.map(entryOf).sort((a, b) => (spanOf(a) < spanOf(b) ? 1 : -1));
}

/** The latest version, or the one asked for. @throws Refusal `planUnknown` */
export async function entryUnder(desk: Desk, period: string, version?: number): Promise<PlanEntry> {
  let query = entries(desk).where('period', '=', period).orderBy('version', 'desc').limit(1);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'planUnknown', params: { period } });
  return entryOf(row);
}

/** Of every period that has a plan: the latest version, or that with which a month was closed. */
export async function versionsInForce(desk: Desk): Promise<ReadonlyMap<string, number>> {
  const closed = await closedMonths(desk.stores);
  return new Map(
    (await plansOfDesk(desk)).map(({ period, version }) => [
      period,
      closed.get(period)?.planVersion ?? version,
    ]),
  );
}

/** Versions of a plan follow one another. */
export const lockPlan = (period: string) =>
  sql`SELECT pg_advisory_xact_lock(${sql.lit(4_016)}, hashtext(${period}))`;
