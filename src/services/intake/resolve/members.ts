import { insertMany, selectByKeys } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { memberFields, Tuple } from '../stage/column-plan.ts';
import { codeKey, nameKey } from './member-keys.ts';
import { foundByHand } from './members-by-hand.ts';
import { reserveIds } from './units.ts';

/** Kinds of members of the organisation (and other named parties of a line), columns of the ledger. */
export const memberKinds = ['rep', 'team', 'department', 'branch', 'own_company', 'territory'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** 0: there is none of the kind. */
export type MemberIds = Readonly<Record<MemberKind, number>>;
export const noMembers: MemberIds = {
  rep: 0,
  team: 0,
  department: 0,
  branch: 0,
  own_company: 0,
  territory: 0,
};

export type MemberTuple = Tuple<(typeof memberFields)[number]>;

interface Member {
  readonly kind: MemberKind;
  readonly key: string;
  readonly code: string;
  readonly name: string;
}

/** Who stands on a line, by kind; the rep is the sales rep, else the manager; a team is known by its name or its head. */
export function membersOf(source: string, tuple: MemberTuple): Member[] {
  const members: Member[] = [];
  const add = (kind: MemberKind, code = '', name = ''): void => {
    if (code === '' && name === '') return;
    members.push({ kind, key: code === '' ? nameKey(kind, name) : codeKey(kind, source, code), code, name });
  };
  const hasRep = tuple.salesRepName || tuple.salesRepCode;
  add(
    'rep',
    hasRep ? tuple.salesRepCode : tuple.managerCode,
    hasRep ? tuple.salesRepName : tuple.managerName,
  );
  add('team', '', tuple.team || tuple.supervisor);
  add('department', '', tuple.department);
  add('branch', '', tuple.branch);
  add('own_company', '', tuple.ownCompany);
  add('territory', tuple.territoryCode, tuple.territoryName);
  return members;
}

/** Ids of the members of each tuple by kind. New members are created; they are only names. */
export async function resolveMembers(
  stores: Stores,
  source: string,
  importId: number,
  tuples: ReadonlyMap<string, MemberTuple>,
): Promise<Map<string, MemberIds>> {
  const { db } = stores.records;
  const wanted = new Map<string, Member>();
  const perTuple = new Map<string, Member[]>();
  for (const [key, tuple] of tuples) {
    const members = membersOf(source, tuple);
    perTuple.set(key, members);
    for (const member of members) if (!wanted.has(member.key)) wanted.set(member.key, member);
  }
  const known = await selectByKeys<{ id: number; key: string }>(
    db,
    { table: 'member', columns: ['id', 'key'], key: [{ name: 'key', pgType: 'text' }] },
    [...wanted.keys()].map((key) => [key]),
  );
  const ids = new Map(known.map((row) => [row.key, row.id]));
  const missing = [...wanted.values()]
    .filter((member) => !ids.has(member.key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const [key, id] of await foundByHand(stores, missing)) ids.set(key, id);
  const fresh = missing.filter((member) => !ids.has(member.key));
  if (fresh.length > 0) {
    const first = await reserveIds(stores, 'member', fresh.length);
    fresh.forEach((member, index) => {
      ids.set(member.key, first + index);
    });
    await insertMany(
      db,
      'member',
      ['id', 'kind', 'key', 'code', 'name', 'first_import'].map((name) => ({
        name,
        pgType: name === 'id' || name === 'first_import' ? 'int4' : 'text',
      })),
      fresh.map((member, index) => [
        first + index,
        member.kind,
        member.key,
        member.code,
        member.name || member.code,
        importId,
      ]),
    );
  }
  const resolved = new Map<string, MemberIds>();
  for (const [key, members] of perTuple) {
    const row: Record<MemberKind, number> = { ...noMembers };
    for (const member of members) row[member.kind] = ids.get(member.key) ?? 0;
    resolved.set(key, row);
  }
  return resolved;
}
