import {
  type CustomerMetric,
  type CustomerPlanSort,
  type CustomersNode,
  type Hundredths,
  isWhether,
} from '../../domain/customer-plan.ts';
import { findUnits } from '../../services/activity/search/find-units.ts';
import { foundUnits } from '../../services/activity/search/found-units.ts';
import { closedCustomers } from '../../services/closed-months/closed-customers.ts';
import { type ClosedMonth, closedMonths } from '../../services/closed-months/closed-months.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import { type CustomerBook, customerBook } from '../../services/customers/customer-book.ts';
import { sightFrame } from '../../services/customers/visible.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { allRhythms } from '../../services/rhythm/rhythm.ts';
import { breather } from '../../stores/breathe.ts';
import { type FactOf, type Facts, factsIn, factsOf, methodBehind } from './facts.ts';
import { type AheadOf, expected, monthAhead } from './forecasts.ts';
import { namePositions } from './name-order.ts';
import { company, isOfNode, placeOf } from './seen-customers.ts';
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
  /** Only those who are below their plan. */
  readonly behind?: boolean;
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
  /** null: the month is open. */
  readonly closed: ClosedMonth | null;
  /** Of a closed month clients as they were then. */
  readonly ids: Uint32Array;
  /** Who a client of then is by now. */
  readonly clientNow: (id: number) => number;
  /** NaN: no target, no fact. */
  readonly planOf: (id: number) => Hundredths;
  readonly factOf: FactOf;
  /** What a closed month would be today; null: facts are those of today. */
  readonly liveOf: FactOf | null;
  /** The version that has stated the target. */
  readonly versionOf: (id: number) => number | null;
  readonly aheadOf: AheadOf;
}

/** @throws Refusal `planUnknown`, `searchTooWide` */
export async function listedCustomers(desk: Desk, asked: CustomersAsked): Promise<ListedCustomers> {
  const { stores, viewer } = desk;
  const { month, metric = 'sales', node = company, search, customer, version } = asked;
  const { everybody = false, behind = false } = asked;
  const data = await currentVersion(stores.records);
  const closed = (await closedMonths(stores)).get(month) ?? null;
  const then = closed && (await closedCustomers(stores, closed, viewer.scope));
  const entries = await customerPlanEntries(desk, month);
  const entry = entryUnder(entries, month, version ?? (closed?.customerPlanVersion || undefined));
  const targets = entry === null ? [] : await statedTargets(stores, month, entry.version);
  const planned = await plannedCustomers(stores, data, metric, targets, then?.clientThen);
  const planOf = (id: number): Hundredths => planned.get(id)?.value ?? Number.NaN;
  const live: Facts = (of) => factsOf(desk, data, month, of);
  const facts: Facts = async (of) => (then ? factsIn(then.boughtBy[methodBehind(of)], of) : await live(of));
  const factOf = await facts(metric);
  const today = then && (await live(metric));
  // What is not known to have been is not said to have changed.
  const liveOf: FactOf | null =
    today && ((id) => (isWhether(metric) && Number.isNaN(factOf(id)) ? Number.NaN : today(id)));
  const aheadOf = await monthAhead(desk, data, { month, metric, facts });
  const found = await findUnits(stores, 'client', {
    ...(search !== undefined && { search }),
    hidesContacts: viewer.hidden.includes('contacts'),
  });
  const among = found && (await foundUnits(stores, sightFrame(viewer.scope, data, 'client'), found));
  const book = await customerBook(stores, data, viewer.scope);
  const nowOf = then ? await clientsNow(stores, data) : new Map<number, number>();
  const clientNow = (id: number): number => nowOf.get(id) ?? id;
  const isSeen = seenIn(book, node, desk);
  const some = (then ? withOthers(book, planned.keys(), then.boughtBy.main.units) : book.ids).filter(
    (id) =>
      (behind ? isBehind(metric, planOf(id), factOf(id)) : everybody || planned.has(id)) &&
      isSeen(clientNow(id)) &&
      (among === null || among.has(clientNow(id))) &&
      (customer === undefined || id === customer || clientNow(id) === customer),
  );
  const list = { data, metric, entry, entries, closed, clientNow, planOf, factOf, liveOf, aheadOf };
  return {
    ...{ ...list, versionOf: (id) => planned.get(id)?.version ?? null },
    ids: await inOrder(desk, data, some, { ...asked, metric, planOf, factOf, aheadOf }),
  };
}

/** Whoever was planned something, or had bought, stays in a closed month, merged or away since. */
function withOthers({ ids }: CustomerBook, ...then: readonly Iterable<number>[]): Uint32Array {
  const others = new Set<number>();
  for (const some of then) for (const id of some) if (placeOf(ids, id) < 0) others.add(id);
  return others.size === 0 ? ids : Uint32Array.from([...ids, ...others]).sort();
}

/** Of a node, in the reader's book; who is in nobody's is shown to whoever sees the whole company. */
function seenIn(
  book: CustomerBook,
  node: CustomersNode,
  { viewer: { scope } }: Desk,
): (client: number) => boolean {
  const isOf = isOfNode(book, node);
  const isWhole = scope.nodes === null && node.level === 'company';
  return (client) => {
    const place = placeOf(book.ids, client);
    return place < 0 ? isWhole : isOf(place);
  };
}

/** Of which one costs little, all together a turn of the process. */
export const someRows = 500;

async function inOrder(
  { stores }: Desk,
  data: DataVersion,
  some: Uint32Array,
  {
    sort = 'deviation',
    order = sort === 'plan' || sort === 'fact' ? 'descending' : 'ascending',
    planOf,
    factOf,
    aheadOf,
    metric,
  }: Pick<CustomersAsked, 'sort' | 'order'> &
    Pick<ListedCustomers, 'metric' | 'planOf' | 'factOf' | 'aheadOf'>,
): Promise<Uint32Array> {
  const values: Readonly<Record<CustomerPlanSort, () => Promise<(id: number) => number>>> = {
    name: () => namePositions(stores, data),
    plan: async () => planOf,
    fact: async () => factOf,
    deviation: async () => (id) => factOf(id) - planOf(id),
    fulfilment: async () => (id) => (planOf(id) === 0 ? Number.NaN : factOf(id) / planOf(id)),
    toPlan: async () => (id) => expected(metric, aheadOf(id)) - planOf(id),
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
  const keys = new Float64Array(some.length);
  // What is still to come is worked out for whoever is the first of his like; others are served meanwhile.
  const breathe = breather();
  for (const [place, id] of some.entries()) {
    keys[place] = keyOf(id);
    if (place % someRows === 0) await breathe();
  }
  // What is not known comes last either way, equal ones by id.
  const places = Uint32Array.from(some.keys()).sort((a, b) => {
    const [one = Number.NaN, other = Number.NaN] = [keys[a], keys[b]];
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || sign * (one - other) || a - b;
  });
  return places.map((place) => some[place] ?? 0);
}

/** Whoever has a plan and is below it; an average of nothing is below every one. Whether somebody has bought may be unknown. */
export const isBehind = (metric: CustomerMetric, plan: Hundredths, fact: Hundredths): boolean =>
  !Number.isNaN(plan) && (Number.isNaN(fact) ? !isWhether(metric) : fact < plan);
