import type { Stores } from '../../stores/stores.ts';
import type { Slice } from './slice.ts';

/** Codes and names of the members of a slice; ids come from the warehouse, names never leave the records. */
export async function namesOfMembers(
  stores: Stores,
  slice: Slice,
  members: readonly string[],
): Promise<Map<string, { code: string; name: string }>> {
  const names = new Map<string, { code: string; name: string }>();
  if (slice.names === null) return names;
  const ids = members.filter((member) => member !== '').map(Number);
  for (let start = 0; start < ids.length; start += 1000) {
    const chunk = ids.slice(start, start + 1000);
    const rows =
      slice.names === 'member'
        ? await stores.records.db.selectFrom('member').select(['id', 'code', 'name']).where('id', 'in', chunk).execute()
        : (
            await stores.records.db.selectFrom('product').select(['id', 'name', 'facts']).where('id', 'in', chunk).execute()
          ).map((row) => ({ id: row.id, name: row.name, code: row.facts.code ?? '' }));
    for (const row of rows) names.set(String(row.id), { code: row.code || row.name, name: row.name || row.code });
  }
  return names;
}
