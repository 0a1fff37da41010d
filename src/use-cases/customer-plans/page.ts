import type { CustomerMetric } from '../../domain/customer-plan.ts';
import type { IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { memberNames } from '../../services/activity/member-names.ts';
import type { ClosedMonth } from '../../services/closed-months/closed-months.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import type { Desk } from '../../services/parts/part.ts';
import { rhythmsOf } from '../../services/rhythm/rhythm.ts';
import { type Beside, besideOf, type CustomersTotal, totalOf } from './beside.ts';
import { type CustomersAsked, type ListedCustomers, listedCustomers } from './listed.ts';
import { placeOf } from './seen-customers.ts';
import type { CustomerPlanEntry } from './stored.ts';

export interface CustomerPlanQuestion extends CustomersAsked {
  readonly limit: number;
  /** The place of the first row, from 0. */
  readonly from?: number;
}

/** A customer with what is planned of him in a month and what is. */
export interface PlannedCustomer extends Beside {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  /** Of a closed month: whom he was merged into since; `id` null: he is no customer any more, and it is not said who he was. */
  readonly became: { readonly id: number | null; readonly name: string } | null;
  /** '': nobody is responsible. */
  readonly rep: string;
  /** When his target was stated, and by which version; null: he has none. */
  readonly stated: (Pick<CustomerPlanEntry, 'version' | 'stated'> & { readonly on: IsoDate }) | null;
  /** null: he has never bought. */
  readonly lastPurchase: IsoDate | null;
  /** By his rhythm; null: nothing is expected. */
  readonly expected: IsoDate | null;
}

export interface CustomerPlanPage {
  readonly month: string;
  readonly metric: CustomerMetric;
  readonly dataVersion: number;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  /** null: nothing was ever planned of customers in this month. */
  readonly plan: CustomerPlanEntry | null;
  /** The latest, 0: there is none. */
  readonly latest: number;
  /** Facts are those with which the month was closed, if customers were kept then; null: it is open. */
  readonly closed: ClosedMonth | null;
  /** Customers in the list, and what they are together. */
  readonly size: number;
  readonly total: CustomersTotal;
  readonly rows: readonly PlannedCustomer[];
}

/** @throws Refusal `planUnknown`, `searchTooWide` */
export async function customerPlanPage(
  desk: Desk,
  question: CustomerPlanQuestion,
): Promise<CustomerPlanPage> {
  const { month, limit, from = 0 } = question;
  const list = await listedCustomers(desk, question);
  const { data, metric, entry, entries, closed, ids } = list;
  return {
    ...{ month, metric, dataVersion: data.version, asOf: data.asOf },
    ...{ plan: entry, latest: entries[0]?.version ?? 0, closed },
    ...{ size: ids.length, total: await totalOf(list) },
    rows: await customersNamed(desk, list, [...ids.subarray(from, from + limit)]),
  };
}

/** Rows of some customers of a list, at most 1,000. */
export async function customersNamed(
  { stores, viewer }: Desk,
  list: ListedCustomers,
  some: readonly number[],
): Promise<PlannedCustomer[]> {
  const { data, entries, versionOf, clientNow } = list;
  const { ids, members } = await customerBook(stores, data, viewer.scope);
  const repOf = (id: number): number => members.rep[placeOf(ids, clientNow(id))] ?? 0;
  const [dress, names, rhythms] = await Promise.all([
    dressUnits(stores, 'client', [...new Set([...some, ...some.map(clientNow)])]),
    memberNames(stores, [...new Set(some.map(repOf))]),
    rhythmsOf(stores, data, 'client', some),
  ]);
  const entryOf = new Map(entries.map((entry) => [entry.version, entry]));
  const becameOf = (id: number): PlannedCustomer['became'] => {
    const now = clientNow(id);
    if (placeOf(ids, now) < 0) return { id: null, name: '' };
    return now === id ? null : { id: now, name: dress(now).name };
  };
  return some.map((id) => {
    const became = becameOf(id);
    const { name, code } = became?.id === null ? { name: '', code: '' } : dress(id);
    const rhythm = rhythms.get(id);
    const entry = entryOf.get(versionOf(id) ?? 0);
    return {
      ...{ id, name, code, became, rep: names.get(repOf(id)) ?? '' },
      ...besideOf(list, id),
      stated: entry ? { version: entry.version, stated: entry.stated, on: entry.statedOn } : null,
      ...{ lastPurchase: rhythm?.last ?? null, expected: rhythm?.expected ?? null },
    };
  });
}
