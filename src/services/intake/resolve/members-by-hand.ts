import { insertMany, selectByKeys } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';
import { codeKey, nameKey } from './member-keys.ts';

interface NamedMember {
  readonly kind: string;
  readonly key: string;
  readonly code: string;
  readonly name: string;
}

interface KnownByHand {
  readonly id: number;
  /** '': a code that an import brings may become its own. */
  code: string;
  readonly isByHand: boolean;
}

/**
 * Members whom somebody has added or renamed by hand, by the keys of those whom an import names: by a name that they have
 * or had, by the code that somebody gave them, or, added without a code, by their name. A source's code that finds one
 * becomes his, so that a namesake with another code is somebody else.
 */
export async function foundByHand(
  stores: Stores,
  named: readonly NamedMember[],
): Promise<Map<string, number>> {
  const { db } = stores.records;
  const found = new Map<string, number>();
  const asked = named.flatMap(({ kind, key, code, name }) => [
    key,
    ...(code === '' ? [] : [codeKey(kind, '', code), ...(name === '' ? [] : [nameKey(kind, name)])]),
  ]);
  const keys = await selectByKeys<{ key: string; member: number }>(
    db,
    { table: 'member_key', columns: ['key', 'member'], key: [{ name: 'key', pgType: 'text' }] },
    [...new Set(asked)].map((key) => [key]),
  );
  if (keys.length === 0) return found;
  const known = new Map<number, KnownByHand>();
  const rows = await db
    .selectFrom('member')
    .select(['id', 'code', 'first_import'])
    .where('id', 'in', [...new Set(keys.map(({ member }) => member))])
    .execute();
  for (const { id, code, first_import } of rows) known.set(id, { id, code, isByHand: first_import === 0 });
  const memberOf = new Map(keys.map(({ key, member }) => [key, member]));
  const taken: [key: string, member: number][] = [];
  for (const { kind, key, code, name } of named) {
    const same = memberOf.get(key);
    if (same !== undefined) found.set(key, same);
    if (same !== undefined || code === '') continue;
    const byCode = codeKey(kind, '', code);
    const coded = memberOf.get(byCode);
    const namesake = known.get((name === '' ? undefined : memberOf.get(nameKey(kind, name))) ?? 0);
    const isHim = namesake?.isByHand === true && namesake.code === '';
    const id = coded ?? (isHim ? namesake.id : undefined);
    if (id === undefined) continue;
    found.set(key, id);
    taken.push([key, id]);
    memberOf.delete(byCode);
    if (coded !== undefined) await db.deleteFrom('member_key').where('key', '=', byCode).execute();
    else if (namesake !== undefined) {
      namesake.code = code;
      await db.updateTable('member').set({ code }).where('id', '=', id).execute();
    }
  }
  const columns = [
    { name: 'key', pgType: 'text' },
    { name: 'member', pgType: 'int4' },
  ];
  await insertMany(db, 'member_key', columns, taken, { onConflict: 'ON CONFLICT (key) DO NOTHING' });
  return found;
}
