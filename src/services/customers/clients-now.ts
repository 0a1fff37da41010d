import type { Stores } from '../../stores/stores.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import { remembered } from '../activity/remembered.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** The clients of today that identities belong to which are not clients themselves. */
export const clientsNow = (
  { warehouse }: Pick<Stores, 'warehouse'>,
  { dimensions }: DataVersion,
): Promise<ReadonlyMap<number, number>> =>
  remembered<{ id: number; client: number }, ReadonlyMap<number, number>>(
    warehouse,
    sql`SELECT id, client FROM dim_party WHERE generation = ${raw(dimensions)} AND client != id`,
    (rows) => new Map(rows.map(({ id, client }) => [id, client])),
    (map) => 60 * map.size,
  );
