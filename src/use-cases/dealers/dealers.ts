import { sql } from 'kysely';
import { today } from '../../domain/clock.ts';
import { circleFrom, type DealerSaid, dealersOn, subDealersOf } from '../../domain/dealer-ties.ts';
import { mainMethod } from '../../domain/method.ts';
import { firstDay, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { noStoredSet, setMembers } from '../../services/activity/set-sql.ts';
import {
  betweenClients,
  clientsOfIdentities,
  dealerTies,
  type StatedTie,
  statedTies,
} from '../../services/customers/dealer-ties.ts';
import { type Seen, visibleAmong, visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { statement } from '../../stores/warehouse/sql.ts';

interface NamedClient {
  readonly id: number;
  readonly name: string;
}

export interface DealerClient extends NamedClient {
  /** In АКБ of the month of the last loaded day, by the method `main`. */
  readonly active: boolean;
}

export interface SubDealer extends DealerClient {
  /** His own dealer, who may be a sub-dealer too. */
  readonly dealer: number;
}

/** A client among dealers, today; those whom the reader may be told of. */
export interface CustomerDealers extends DealerClient {
  readonly dealer: NamedClient | null;
  /** Everybody below him, sub-dealers of sub-dealers too. */
  readonly subDealers: readonly SubDealer[];
  /** What was said of his dealer, the latest first; `dealer` null: he is nobody's sub-dealer from then on. */
  readonly history: readonly {
    readonly id: number;
    readonly since: IsoDate;
    readonly dealer: NamedClient | null;
    /** '': the owner of the data folder. */
    readonly user: string;
    /** ISO 8601, UTC. */
    readonly at: string;
  }[];
}

/** Which clients buy below which others. Each is counted for himself: nothing here changes a figure. */
export interface Dealers {
  /** Dealers of today, by name. */
  list(): Promise<readonly (DealerClient & { readonly subDealers: readonly SubDealer[] })[]>;
  /** Of a client. Refuses `customerUnknown`. */
  of(client: number): Promise<CustomerDealers>;
  /** Says whose sub-dealer a client is from a day on. Refuses `customerUnknown`, `dealerCircle`, `dealerDay`. */
  state(client: number, said: DealerSaid): Promise<CustomerDealers>;
}

export const dealersOf = (desk: Desk): Dealers => ({
  list: () => list(desk),
  of: async (client) => {
    const seen = await seenBy(desk);
    return await dealersOfClient(desk, seen, (await visiblePlace(desk.stores, seen, 'client', client)).id);
  },
  state: (client, said) => state(desk, client, said),
});

const seenBy = async ({ stores, viewer: { scope } }: Desk): Promise<Seen> => ({
  ...{ scope, version: await currentVersion(stores.records) },
});

type Named = (id: number) => DealerClient;

/** Some clients by name, those whom the reader may be told of. */
async function told(
  { stores }: Desk,
  seen: Seen,
  clients: Iterable<number>,
): Promise<{ readonly sees: (id: number) => boolean; readonly named: Named }> {
  const visible = await visibleAmong(stores, seen, 'client', [...new Set(clients)]);
  const ids = [...visible];
  const dress = await dressUnits(stores, 'client', ids);
  const active = await activeAmong(stores, seen, ids);
  return {
    sees: (id) => visible.has(id),
    named: (id) => ({ id, name: dress(id).name, active: active.has(id) }),
  };
}

async function activeAmong(
  stores: Desk['stores'],
  { version, scope }: Seen,
  clients: readonly number[],
): Promise<ReadonlySet<number>> {
  const day = version.asOf ?? today();
  const set: SetNode = {
    kind: 'and',
    sets: [
      { kind: 'state', state: 'active', period: day.slice(0, 7) },
      { kind: 'ids', ids: clients },
    ],
  };
  const context = { version, scope, today: day, method: mainMethod, unit: 'client', kept: null } as const;
  const { text, params } = statement(setMembers(set, { ...context, stored: noStoredSet }));
  const rows = await stores.warehouse.rows<{ unit: number }>(text, params);
  return new Set(rows.map(({ unit }) => unit));
}

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });
const byName = (a: NamedClient, b: NamedClient): number => collator.compare(a.name, b.name) || a.id - b.id;

const subDealersIn = (
  dealers: ReadonlyMap<number, number>,
  dealer: number,
  { sees, named }: Awaited<ReturnType<typeof told>>,
): SubDealer[] =>
  subDealersOf(dealers, dealer)
    .filter(sees)
    .map((id) => ({ ...named(id), dealer: dealers.get(id) ?? dealer }))
    .sort(byName);

async function list(desk: Desk): ReturnType<Dealers['list']> {
  const seen = await seenBy(desk);
  const dealers = dealersOn(await dealerTies(desk.stores, seen.version), today());
  const clients = await told(desk, seen, [...dealers].flat());
  return [...new Set(dealers.values())]
    .filter(clients.sees)
    .map((id) => ({ ...clients.named(id), subDealers: subDealersIn(dealers, id, clients) }))
    .sort(byName);
}

async function dealersOfClient(desk: Desk, seen: Seen, client: number): Promise<CustomerDealers> {
  const ties = await dealerTies(desk.stores, seen.version);
  const dealers = dealersOn(ties, today());
  const own = ties.filter((tie) => tie.client === client).reverse();
  const clients = await told(desk, seen, [
    ...[client, ...subDealersOf(dealers, client)],
    ...own.flatMap(({ dealer }) => dealer ?? []),
  ]);
  const nameOf = (id: number | null | undefined): NamedClient | null =>
    typeof id === 'number' && clients.sees(id) ? { id, name: clients.named(id).name } : null;
  return {
    ...clients.named(client),
    dealer: nameOf(dealers.get(client)),
    subDealers: subDealersIn(dealers, client, clients),
    // What is said of a dealer whom the reader does not see would say that there is one.
    history: own
      .filter(({ dealer }) => dealer === null || clients.sees(dealer))
      .map(({ id, since, dealer, user, at }: StatedTie) => ({ id, since, user, at, dealer: nameOf(dealer) })),
  };
}

/** Ties are stated one after another: two at once could close a circle. */
const TIES_LOCK = 4_015;

async function state(desk: Desk, asked: number, { dealer, since = today() }: DealerSaid) {
  const { stores, viewer } = desk;
  if (since < firstDay || since > lastDay) throw new Refusal({ code: 'dealerDay', params: { day: since } });
  const seen = await seenBy(desk);
  const client = (await visiblePlace(stores, seen, 'client', asked)).id;
  const above = dealer === null ? null : (await visiblePlace(stores, seen, 'client', dealer)).id;
  const known = await statedTies(stores.records.db);
  const clientOf = await clientsOfIdentities(
    stores,
    seen.version,
    known.flatMap((tie) => [tie.client, ...(tie.dealer === null ? [] : [tie.dealer])]),
  );
  await stores.records.transaction(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(TIES_LOCK)})`.execute(tx);
    const ties = await statedTies(tx);
    const tie = { id: (ties.at(-1)?.id ?? 0) + 1, client, dealer: above, since };
    const day = circleFrom(betweenClients(ties, clientOf), tie);
    if (day !== null) throw new Refusal({ code: 'dealerCircle', params: { day } });
    await tx
      .insertInto('dealer_tie')
      .values({ ...tie, user_id: viewer.user, stated_at: new Date().toISOString() })
      .execute();
  });
  return await dealersOfClient(desk, seen, client);
}
