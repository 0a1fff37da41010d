import type { Transaction } from 'kysely';
import type { DealerTie } from '../../domain/dealer-ties.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** A tie as it was stated: of identities, which belong to whatever client they do now. */
export interface StatedTie extends DealerTie {
  /** '': the owner of the data folder. */
  readonly user: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** In the order in which they were stated. */
export async function statedTies(
  db: Stores['records']['db'] | Transaction<RecordsSchema>,
): Promise<StatedTie[]> {
  const rows = await db
    .selectFrom('dealer_tie as tie')
    .leftJoin('app_user', 'app_user.id', 'tie.user_id')
    .select(['tie.id', 'tie.client', 'tie.dealer', 'tie.since', 'tie.stated_at as at', 'app_user.name'])
    .orderBy('tie.id')
    .execute();
  return rows.map(({ name, ...tie }) => ({ ...tie, user: name ?? '' }));
}

/** The client that an identity belongs to; what is removed stays itself. */
export async function clientsOfIdentities(
  { warehouse }: Pick<Stores, 'warehouse'>,
  { dimensions }: DataVersion,
  ids: readonly number[],
): Promise<(id: number) => number> {
  if (ids.length === 0) return (id) => id;
  const rows = await warehouse.rows<{ id: number; client: number }>(
    'SELECT id, client FROM dim_party WHERE generation = {dimensions:UInt32} AND id IN {ids:Array(UInt32)}',
    { dimensions, ids: [...new Set(ids)] },
  );
  const clients = new Map(rows.map(({ id, client }) => [id, client]));
  return (id) => clients.get(id) ?? id;
}

/** The same ties between the clients of today. */
export const betweenClients = <Tie extends DealerTie>(
  ties: readonly Tie[],
  clientOf: (id: number) => number,
): Tie[] =>
  ties.map((tie) => ({
    ...tie,
    client: clientOf(tie.client),
    dealer: tie.dealer === null ? null : clientOf(tie.dealer),
  }));

/** Who is whose sub-dealer, between the clients of a version. */
export async function dealerTies(stores: Stores, version: DataVersion): Promise<StatedTie[]> {
  const ties = await statedTies(stores.records.db);
  const named = ties.flatMap(({ client, dealer }) => [client, ...(dealer === null ? [] : [dealer])]);
  return betweenClients(ties, await clientsOfIdentities(stores, version, named));
}
