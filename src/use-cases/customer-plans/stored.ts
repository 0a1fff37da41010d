import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type CustomerMetric, type Hundredths, isWhether } from '../../domain/customer-plan.ts';
import { statedWhen } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { streamRows } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';

/** A version of the plan of a month's customers. */
export interface CustomerPlanEntry {
  readonly month: string;
  readonly version: number;
  readonly comment: string;
  /** '': the owner of the data folder. */
  readonly author: string;
  readonly statedOn: IsoDate;
  readonly stated: ReturnType<typeof statedWhen>;
  /** null: nobody has approved it. */
  readonly approved: { readonly by: string; readonly at: string } | null;
}

/** All versions, the latest first. */
export async function customerPlanEntries(
  { stores }: Pick<Desk, 'stores'>,
  month: string,
): Promise<readonly CustomerPlanEntry[]> {
  const rows = await stores.records.db
    .selectFrom('customer_plan')
    .leftJoin('app_user as author', 'author.id', 'customer_plan.stated_by')
    .leftJoin('app_user as approver', 'approver.id', 'customer_plan.approved_by')
    .select(['month', 'version', 'comment', 'stated_on', 'approved_at'])
    .select(['author.name as author', 'approver.name as approver'])
    .where('month', '=', month)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ month, version: row.version, comment: row.comment, author: row.author ?? '' },
    ...{ statedOn: row.stated_on, stated: statedWhen(month, row.stated_on) },
    approved: row.approved_at === null ? null : { by: row.approver ?? '', at: row.approved_at },
  }));
}

/** @throws Refusal `planUnknown` */
export function entryUnder(
  entries: readonly CustomerPlanEntry[],
  month: string,
  version?: number,
): CustomerPlanEntry | null {
  if (version === undefined) return entries[0] ?? null;
  const found = entries.find((one) => one.version === version);
  if (found === undefined) throw new Refusal({ code: 'planUnknown', params: { period: month } });
  return found;
}

/** Of an identity, with the version that has stated it. */
export interface StatedTarget {
  readonly customer: number;
  readonly metric: CustomerMetric;
  readonly value: Hundredths;
  readonly version: number;
}

const kept = new WeakMap<Stores['records'], LRUCache<string, readonly StatedTarget[]>>();
/** Of all that is remembered: some ten megabytes. */
const mostTargets = 200_000;

/** What a version of a month plans: of each customer and metric what was stated last. Versions never change. */
export async function statedTargets(
  { records }: Pick<Stores, 'records'>,
  month: string,
  version: number,
): Promise<readonly StatedTarget[]> {
  const row = await records.db
    .selectFrom('customer_plan')
    .select('stated_at')
    .where('month', '=', month)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return [];
  const known = kept.get(records) ?? new LRUCache({ maxSize: mostTargets });
  kept.set(records, known);
  // The moment tells the version of restored records from another one of the same number.
  const key = `${month} ${version} ${row.stated_at}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const targets: StatedTarget[] = [];
  const select = `SELECT DISTINCT ON (customer, metric) customer, metric, version, (value * 100)::int8 AS value
    FROM customer_plan_target WHERE month = $1 AND version <= $2 ORDER BY customer, metric, version DESC`;
  const rows = streamRows<{
    customer: number;
    metric: CustomerMetric;
    version: number;
    value: string | null;
  }>(records.db, {
    select,
    params: [month, version],
    key: [
      { name: 'customer', pgType: 'int4' },
      { name: 'metric', pgType: 'text' },
    ],
    pageRows: 20_000,
  });
  for await (const { value, ...one } of rows)
    if (value !== null) targets.push({ ...one, value: Number(value) });
  if (targets.length <= mostTargets) known.set(key, targets, { size: targets.length + 1 });
  return targets;
}

/** Of which identities something was ever planned in a month, and the latest version, 0: there is none. */
export async function plannedIdentities(
  { records: { db } }: Pick<Stores, 'records'>,
  month: string,
): Promise<{ readonly version: number; readonly identities: readonly number[] }> {
  const { version } = await db
    .selectFrom('customer_plan')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('month', '=', month)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('customer_plan_target')
    .select('customer')
    .distinct()
    .where('month', '=', month)
    .execute();
  return { version: version ?? 0, identities: rows.map(({ customer }) => customer) };
}

/** What is planned of the clients of today, and by which version. */
export type PlannedCustomers = ReadonlyMap<number, { readonly value: Hundredths; readonly version: number }>;

/**
 * Of one metric. Whoever was merged is planned what both were together; of what does not add up, what was planned of whom he is
 * now, else the last word. `clientThen`: of the clients of another day; 0: of none.
 */
export async function plannedCustomers(
  stores: Stores,
  data: DataVersion,
  metric: CustomerMetric,
  targets: readonly StatedTarget[],
  clientThen?: (identity: number) => number,
): Promise<PlannedCustomers> {
  const isToday = clientThen === undefined && targets.length > 0;
  const nowOf = isToday ? await clientsNow(stores, data) : new Map<number, number>();
  const clientOf = clientThen ?? ((identity) => nowOf.get(identity) ?? identity);
  const planned = new Map<number, { value: Hundredths; version: number; own: boolean }>();
  for (const one of targets) {
    if (one.metric !== metric) continue;
    const client = clientOf(one.customer);
    if (client === 0) continue;
    const next = { value: one.value, version: one.version, own: client === one.customer };
    const before = planned.get(client);
    planned.set(client, before === undefined ? next : together(metric, before, next));
  }
  return planned;
}

type Planned = { readonly value: Hundredths; readonly version: number; readonly own: boolean };

function together(metric: CustomerMetric, a: Planned, b: Planned): Planned {
  const version = Math.max(a.version, b.version);
  const own = a.own || b.own;
  if (isWhether(metric)) return { value: Math.max(a.value, b.value), version, own };
  if (metric === 'sales' || metric === 'documents') return { value: a.value + b.value, version, own };
  if (a.own !== b.own) return a.own ? a : b;
  return a.version >= b.version ? a : b;
}

/** Versions of a month follow one another. */
export const lockCustomers = (month: string) =>
  sql`SELECT pg_advisory_xact_lock(${sql.lit(4_020)}, hashtext(${month}))`;
