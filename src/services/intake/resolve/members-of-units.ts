import { CompiledQuery } from 'kysely';
import { BATCH_ROWS } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';

/** All identities of canonical units: the unit's first one, and those that joined it. */
export async function membersOfUnits<Row>(
  stores: Stores,
  columns: readonly string[],
  units: ReadonlySet<number>,
): Promise<Row[]> {
  const ids = [...units];
  const rows: Row[] = [];
  const names = columns.join(', ');
  for (let start = 0; start < ids.length; start += BATCH_ROWS) {
    const step = ids.slice(start, start + BATCH_ROWS);
    const found = await stores.records.db.executeQuery<Row>(
      CompiledQuery.raw(
        `SELECT ${names} FROM party WHERE canonical = id AND id = ANY($1::int4[])
         UNION ALL SELECT ${names} FROM party WHERE canonical <> id AND canonical = ANY($1::int4[])`,
        [step],
      ),
    );
    for (const row of found.rows) rows.push(row);
  }
  return rows;
}
