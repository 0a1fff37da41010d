import { remembered } from '../../services/activity/remembered.ts';
import { textRanks } from '../../services/activity/text-ranks.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import { placeOf } from './seen-customers.ts';

/** The position of a client by name, from 1; NaN: he has none. */
export async function namePositions(
  stores: Stores,
  version: DataVersion,
): Promise<(client: number) => number> {
  const build = await textRanks(stores, version, { level: 'party', text: 'name' });
  const { ids, ranks } = await remembered<
    { ids: readonly number[]; ranks: readonly number[] },
    { ids: Uint32Array; ranks: Uint32Array }
  >(
    stores.warehouse,
    sql`SELECT groupArray(id) AS ids, groupArray(rank) AS ranks
      FROM (SELECT id, rank FROM text_rank WHERE build = ${raw(build)} ORDER BY id)`,
    ([row]) => ({ ids: Uint32Array.from(row?.ids ?? []), ranks: Uint32Array.from(row?.ranks ?? []) }),
    (all) => 8 * all.ids.length,
  );
  return (client) => ranks[placeOf(ids, client)] ?? Number.NaN;
}
