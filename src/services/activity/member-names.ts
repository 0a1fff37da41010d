import { type Dimension, memberId } from '../../domain/dimensions.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';
import { namesOf } from './dimension-sql.ts';

/** Codes and names of members of a dimension; ids come from the warehouse, names never leave the records. */
export async function namesOfMembers(
  stores: Stores,
  dimension: Dimension,
  members: readonly string[],
): Promise<Map<string, { code: string; name: string }>> {
  const names = new Map<string, { code: string; name: string }>();
  const kept = namesOf(dimension);
  if (kept === null) return names;
  const ids = members.flatMap((member) => memberId(member) ?? []);
  for (let start = 0; start < ids.length; start += 1000) {
    const chunk = ids.slice(start, start + 1000);
    const rows =
      kept === 'member'
        ? await stores.records.db
            .selectFrom('member')
            .select(['id', 'code', 'name'])
            .where('id', 'in', chunk)
            .execute()
        : (
            await stores.records.db
              .selectFrom('product')
              .select(['id', 'name', 'born', 'facts'])
              .where('id', 'in', chunk)
              .execute()
          ).map((row) => ({ id: row.id, name: row.name, code: (row.facts ?? row.born).code ?? '' }));
    for (const row of rows)
      names.set(String(row.id), { code: row.code || row.name, name: row.name || row.code });
  }
  return names;
}

/** Names of members of the organisation by id. */
export async function memberNames(stores: Stores, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await stores.records.db
    .selectFrom('member')
    .select(['id', 'code', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name || row.code]));
}

const kinds: Readonly<Partial<Record<Dimension, string>>> = { ownCompany: 'own_company' };

/** The member that a person names by code (or name), as figures know it: an id, or the text itself. */
export async function memberOf(stores: Stores, dimension: Dimension, code: string): Promise<string> {
  if (code === '') return '';
  const names = namesOf(dimension);
  if (names === null) return code;
  const { db } = stores.records;
  const row =
    names === 'member'
      ? await db
          .selectFrom('member')
          .select('id')
          .where('kind', '=', kinds[dimension] ?? dimension)
          .where((eb) => eb.or([eb('code', '=', code), eb('name', '=', code)]))
          .orderBy('id')
          .limit(1)
          .executeTakeFirst()
      : await db
          .selectFrom('product')
          .select('id')
          .where((eb) => eb.or([eb(eb.ref('born', '->>').key('code'), '=', code), eb('name', '=', code)]))
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'memberUnknown', params: { dimension, code } });
  return String(row.id);
}
