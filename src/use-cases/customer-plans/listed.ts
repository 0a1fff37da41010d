import {
  type CustomerMetric,
  type CustomerPlanSort,
  type CustomersNode,
  customersAddUp,
  fromHundredths,
  type Hundredths,
} from '../../domain/customer-plan.ts';
import { type PlanFact, planFact } from '../../domain/plan-fact.ts';
import type { Decimal } from '../../domain/units.ts';
import { findUnits } from '../../services/activity/search/find-units.ts';
import { foundUnits } from '../../services/activity/search/found-units.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { sightFrame } from '../../services/customers/visible.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { allRhythms } from '../../services/rhythm/rhythm.ts';
import { factsOf } from './facts.ts';
import { namePositions } from './name-order.ts';
import { company, customersOf, placeOf } from './seen-customers.ts';
import {
  type CustomerPlanEntry,
  customerPlanEntries,
  entryUnder,
  plannedCustomers,
  statedTargets,
} from './stored.ts';

/** Which customers of a month's plan. */
export interface CustomersAsked {
  readonly month: string;
  readonly metric?: CustomerMetric;
  /** Left out: of everybody who is seen. */
  readonly node?: CustomersNode;
  /** Only those of whom something is planned, usually. */
  readonly everybody?: boolean;
  readonly search?: string;
  /** Only this client. */
  readonly customer?: number;
  /** Left out: by deviation, whoever is missing most first. */
  readonly sort?: CustomerPlanSort;
  readonly order?: 'ascending' | 'descending';
  readonly version?: number;
}

/** Customers in order, as columns. */
export interface ListedCustomers {
  readonly data: DataVersion;
  readonly metric: CustomerMetric;
  /** null: nothing was ever planned of customers in this month. */
  readonly entry: CustomerPlanEntry | null;
  readonly entries: readonly CustomerPlanEntry[];
  readonly ids: Uint32Array;
  /** NaN: no target, no fact. */
  readonly planOf: (id: number) => Hundredths;
  readonly factOf: (id: number) => Hundredths;
  /** The version that has stated the target. */
  readonly versionOf: (id: number) => number | null;
}

/** @throws Refusal `planUnknown`, `searchTooWide` */
export async function listedCustomers(desk: Desk, asked: CustomersAsked): Promise<ListedCustomers> {
  const { stores, viewer } = desk;
  const { month, metric = 'sales', node = company, everybody = false, search, customer, version } = asked;
  const data = await currentVersion(stores.records);
  const entries = await customerPlanEntries(desk, month);
  const entry = entryUnder(entries, month, version);
  const targets = entry === null ? [] : await statedTargets(stores, month, entry.version);
  const planned = await plannedCustomers(stores, data, metric, targets);
  const factOf = await factsOf(desk, data, month, metric);
  const found = await findUnits(stores, 'client', {
    ...(search !== undefined && { search }),
    hidesContacts: viewer.hidden.includes('contacts'),
  });
  const among = found && (await foundUnits(stores, sightFrame(viewer.scope, data, 'client'), found));
  const some = customersOf(await customerBook(stores, data, viewer.scope), node).filter(
    (id) =>
      (everybody || planned.has(id)) &&
      (among === null || among.has(id)) &&
      (customer === undefined || id === customer),
  );
  const planOf = (id: number): Hundredths => planned.get(id)?.value ?? Number.NaN;
  const list = { data, metric, entry, entries, planOf, factOf };
  return {
    ...{ ...list, versionOf: (id) => planned.get(id)?.version ?? null },
    ids: await inOrder(desk, data, some, { ...asked, planOf, factOf }),
  };
}

async function inOrder(
  { stores }: Desk,
  data: DataVersion,
  some: Uint32Array,
  {
    sort = 'deviation',
    order = sort === 'plan' || sort === 'fact' ? 'descending' : 'ascending',
    planOf,
    factOf,
  }: Pick<CustomersAsked, 'sort' | 'order'> & Pick<ListedCustomers, 'planOf' | 'factOf'>,
): Promise<Uint32Array> {
  const values: Readonly<Record<CustomerPlanSort, () => Promise<(id: number) => number>>> = {
    name: () => namePositions(stores, data),
    plan: async () => planOf,
    fact: async () => factOf,
    deviation: async () => (id) => factOf(id) - planOf(id),
    fulfilment: async () => (id) => (planOf(id) === 0 ? Number.NaN : factOf(id) / planOf(id)),
    expected: async () => {
      const { units, last, intervals } = await allRhythms(stores, data, 'client');
      return (id) => {
        const [day = Number.NaN, between = 0] = [last[placeOf(units, id)], intervals[placeOf(units, id)]];
        return between === 0 ? Number.NaN : day + between;
      };
    },
  };
  const keyOf = await values[sort]();
  const sign = order === 'ascending' ? 1 : -1;
  const keys = Float64Array.from(some, keyOf);
  // What is not known comes last either way, equal ones by id.
  const places = Uint32Array.from(some.keys()).sort((a, b) => {
    const [one = Number.NaN, other = Number.NaN] = [keys[a], keys[b]];
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || sign * (one - other) || a - b;
  });
  return places.map((place) => some[place] ?? 0);
}

/** A target beside what is; shares are exact. */
export interface Beside {
  readonly plan: Decimal | null;
  readonly fact: Decimal | null;
  /** null where either is. */
  readonly compared: PlanFact | null;
}

export function beside(plan: Hundredths, fact: Hundredths): Beside {
  const [one, other] = [plan, fact].map((value) => (Number.isNaN(value) ? null : fromHundredths(value)));
  return {
    ...{ plan: one ?? null, fact: other ?? null },
    compared: one && other ? planFact(one, other) : null,
  };
}

export interface CustomersTotal extends Beside {
  /** Of whom something is planned. */
  readonly planned: number;
  /** What those miss who are behind, and how many they are. */
  readonly missing: Decimal;
  readonly behind: number;
}

/** Of those in a list of whom something is planned; the plan and fact of what does not add up are null. */
export function totalOf({ ids, metric, planOf, factOf }: ListedCustomers): CustomersTotal {
  let [plan, fact, missing, planned, behind] = [0, 0, 0, 0, 0];
  for (const id of ids) {
    const [one, other] = [planOf(id), factOf(id)];
    if (Number.isNaN(one)) continue;
    planned++;
    plan += one;
    fact += other;
    if (other >= one) continue;
    behind++;
    missing += Number.isNaN(other) ? 0 : one - other;
  }
  const sums = customersAddUp(metric) ? beside(plan, fact) : beside(Number.NaN, Number.NaN);
  return { ...sums, planned, missing: fromHundredths(missing), behind };
}
