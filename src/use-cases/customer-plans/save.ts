import { today } from '../../domain/clock.ts';
import {
  type CustomerMetric,
  type CustomerTarget,
  fromHundredths,
  type Hundredths,
  type NewCustomerPlan,
  readTarget,
} from '../../domain/customer-plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import { placeOf } from './seen-customers.ts';
import {
  type CustomerPlanEntry,
  customerPlanEntries,
  entryUnder,
  lockCustomers,
  type StatedTarget,
  statedTargets,
} from './stored.ts';

export interface SavedCustomerPlan extends CustomerPlanEntry {
  /** Targets that the version states or withdraws. */
  readonly changed: number;
}

/**
 * A new version that changes some targets. Whoever looked at an earlier one is refused only where somebody has changed the same
 * targets since.
 * @throws Refusal `customerUnknown`, `customerTargetUnfit`, `customerTargetTwice`, `customerPlanStale`
 */
export async function saveCustomerPlan(
  desk: Desk,
  month: string,
  { version, comment, targets }: NewCustomerPlan,
): Promise<SavedCustomerPlan> {
  const said = targets.map(({ customer, metric, value }): Said => {
    const read = value === null ? null : readTarget(metric, value);
    if (value !== null && read === null)
      throw new Refusal({ code: 'customerTargetUnfit', params: { metric, value } });
    return { customer, metric, value: read };
  });
  return await stateTargets(desk, month, { version, comment, said });
}

export type Said = Pick<CustomerTarget, 'customer' | 'metric'> & { readonly value: Hundredths | null };

interface Statement {
  readonly version: number;
  readonly comment: string;
  readonly said: readonly Said[];
}

const keyOf = ({ customer, metric }: Pick<StatedTarget, 'customer' | 'metric'>): string =>
  `${customer} ${metric}`;

/** @throws Refusal as `saveCustomerPlan` */
export async function stateTargets(
  desk: Desk,
  month: string,
  { version, comment, said }: Statement,
): Promise<SavedCustomerPlan> {
  const { stores, viewer } = desk;
  const data = await currentVersion(stores.records);
  const book = await customerBook(stores, data, viewer.scope);
  const nowOf = await clientsNow(stores, data);
  const clientOf = (identity: number): number => nowOf.get(identity) ?? identity;
  const wanted = new Map<string, Said>();
  for (const one of said) {
    const customer = clientOf(one.customer);
    if (placeOf(book.ids, customer) < 0)
      throw new Refusal({ code: 'customerUnknown', params: { id: one.customer } });
    const key = keyOf({ ...one, customer });
    if (wanted.has(key))
      throw new Refusal({ code: 'customerTargetTwice', params: { id: customer, metric: one.metric } });
    wanted.set(key, { ...one, customer });
  }
  while (true) {
    // Read before the lock: nobody waits for what is long.
    const latest = (await customerPlanEntries(desk, month))[0]?.version ?? 0;
    const before = await statedTargets(stores, month, latest);
    const rows = changes(wanted, before, clientOf);
    const next = latest + 1;
    const ended = await stores.records.transaction(async (tx): Promise<'done' | 'moved' | number> => {
      await lockCustomers(month).execute(tx);
      const { last } = await tx
        .selectFrom('customer_plan')
        .select(({ fn }) => fn.max('version').as('last'))
        .where('month', '=', month)
        .executeTakeFirstOrThrow();
      if ((last ?? 0) !== latest) return 'moved';
      const since =
        version === latest
          ? []
          : await tx
              .selectFrom('customer_plan_target')
              .select(['customer', 'metric'])
              .where('month', '=', month)
              .where('version', '>', version)
              .execute();
      const lost = since.filter((one) => wanted.has(keyOf({ ...one, customer: clientOf(one.customer) })));
      if (version > latest || lost.length > 0) return lost.length;
      await tx
        .insertInto('customer_plan')
        .values({
          ...{ month, version: next, comment: comment.trim(), stated_by: viewer.user, stated_on: today() },
          ...{ stated_at: new Date().toISOString(), approved_by: null, approved_at: null },
        })
        .execute();
      await insertMany(
        tx,
        'customer_plan_target',
        ['month text', 'version int4', 'customer int4', 'metric text', 'value numeric'].map((column) => {
          const [name = '', pgType = ''] = column.split(' ');
          return { name, pgType };
        }),
        rows.map(({ customer, metric, value }) => [month, next, customer, metric, value]),
      );
      return 'done';
    });
    if (ended === 'moved') continue;
    if (ended !== 'done')
      throw new Refusal({ code: 'customerPlanStale', params: { month, version: latest, targets: ended } });
    const entry = entryUnder(await customerPlanEntries(desk, month), month, next);
    if (entry === null) throw new Error('a version that was written is there');
    return { ...entry, changed: rows.length };
  }
}

/**
 * What has to be written: only what is another value than before. What was stated of identities that are one client by now is
 * stated of him alone from here on.
 */
function changes(
  wanted: ReadonlyMap<string, Said>,
  before: readonly StatedTarget[],
  clientOf: (identity: number) => number,
): { customer: number; metric: CustomerMetric; value: Decimal | null }[] {
  const [own, others] = [new Map<string, StatedTarget>(), new Map<string, StatedTarget[]>()];
  for (const one of before) {
    const client = clientOf(one.customer);
    const key = keyOf({ ...one, customer: client });
    if (!wanted.has(key)) continue;
    if (client === one.customer) own.set(key, one);
    else others.set(key, [...(others.get(key) ?? []), one]);
  }
  return [...wanted].flatMap(([key, { customer, metric, value }]) => [
    ...((own.get(key)?.value ?? null) === value
      ? []
      : [{ customer, metric, value: value === null ? null : fromHundredths(value) }]),
    ...(others.get(key) ?? []).map((one) => ({ customer: one.customer, metric, value: null })),
  ]);
}

/** @throws Refusal `planUnknown`, `customerPlanStale`, `planApproved` */
export async function approveCustomerPlan(
  desk: Desk,
  month: string,
  version: number,
): Promise<CustomerPlanEntry> {
  const { stores, viewer } = desk;
  const last = entryUnder(await customerPlanEntries(desk, month), month);
  if (last === null) throw new Refusal({ code: 'planUnknown', params: { period: month } });
  if (last.version !== version)
    throw new Refusal({
      code: 'customerPlanStale',
      params: { month, version: last.version, targets: 0 },
    });
  const { numUpdatedRows } = await stores.records.db
    .updateTable('customer_plan')
    .set({ approved_by: viewer.user, approved_at: new Date().toISOString() })
    .where('month', '=', month)
    .where('version', '=', version)
    .where('approved_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Refusal({ code: 'planApproved', params: { period: month, version } });
  return entryUnder(await customerPlanEntries(desk, month), month) ?? last;
}
