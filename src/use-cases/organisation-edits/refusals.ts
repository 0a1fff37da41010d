import type { AssignmentKind } from '../../domain/dated-facts.ts';
import { lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { codeKey, foldedName, nameKey } from '../../services/intake/resolve/member-keys.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { assignedClients } from '../../services/organisation/assigned-clients.ts';
import type { Stores } from '../../stores/stores.ts';
import { day, ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';

interface Named {
  readonly kind: AssignmentKind;
  readonly name: string;
  readonly code: string;
  /** Of the member itself; nobody yet when left out. */
  readonly id?: number;
}

/** Imports have to find one member by a name or a code. @throws Refusal `memberTaken` */
export async function refuseTaken({ records: { db } }: Stores, { kind, name, code, id = 0 }: Named) {
  // A code that it has already may be that of somebody else in another source.
  const newCode = id === 0 ? code.toLowerCase() : '';
  const keys = [nameKey(kind, name), ...(newCode === '' ? [] : [codeKey(kind, '', newCode)])];
  const known = await db
    .selectFrom('member_key')
    .innerJoin('member', 'member.id', 'member_key.member')
    .select(['member.id', 'member.name'])
    .where('member_key.key', 'in', keys)
    .where('member.id', '!=', id)
    .executeTakeFirst();
  const all = await db
    .selectFrom('member')
    .select(['id', 'name', 'code', 'key'])
    .where('kind', '=', kind)
    .where('id', '!=', id)
    .orderBy('id')
    .execute();
  const sought = foldedName(name);
  // Namesakes are told apart by their codes.
  const isTaken = (one: (typeof all)[number]): boolean =>
    keys.includes(one.key) ||
    (foldedName(one.name) === sought && (code === '' || one.code === '')) ||
    (newCode !== '' && one.code.toLowerCase() === newCode);
  const taken = known ?? all.find(isTaken);
  if (taken !== undefined)
    throw new Refusal({ code: 'memberTaken', params: { id: taken.id, name: taken.name } });
}

/** Whoever is retired has nobody below him and no customers, then or later. @throws Refusal `memberInCharge` */
export async function refuseCharged(
  stores: Stores,
  { id, kind, retired }: { readonly id: number; readonly kind: AssignmentKind; readonly retired: IsoDate },
): Promise<void> {
  const version = await currentVersion(stores.records);
  const gone = await stores.records.db
    .selectFrom('member')
    .select('id')
    .where('retired', '<=', retired)
    .execute();
  const { text, params } = statement(sql`
    SELECT uniqExact(member) AS below FROM dim_parent
    WHERE generation = ${raw(version.dimensions)} AND kind = ${raw(`'${kind}'`)} AND parent IN ${ids([id])}
      AND until >= ${day(retired)} AND member NOT IN ${ids([0, ...gone.map((one) => one.id)])}`);
  const [row] = await stores.warehouse.rows<{ below: string }>(text, params);
  const below = Number(row?.below ?? 0);
  const clients =
    (await assignedClients(stores, version, retired, lastDay)).find((one) => one.member === id)?.clients ?? 0;
  if (below + clients > 0)
    throw new Refusal({ code: 'memberInCharge', params: { day: retired, below, clients } });
}
