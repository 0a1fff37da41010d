import { scopeDocument } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import { covers, type Scope, wholeCompany } from '../../domain/scope.ts';
import { type CustomerSet, customerSet, nodesOf } from '../../domain/sets/customer-set.ts';
import type { StoredSet } from '../../domain/sets/stored-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { type SetContext, setMembers } from '../activity/set-sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';

type Records = Pick<Stores, 'records'>;

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

/** Every stored set that somebody who sees a scope may see, by name: those of others count whom he does not see. */
export async function storedSets({ records }: Records, scope: Scope): Promise<StoredSet[]> {
  const rows = await selectSets(records).execute();
  return rows
    .filter((row) => isSeen(row, scope))
    .map(storedSetOf)
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

const selectSets = (records: Stores['records']) =>
  records.db
    .selectFrom('stored_set')
    .select(['id', 'name', 'document', 'created_at', 'data_version', 'as_of', 'scope'])
    .select((of) => of.fn<number | null>('cardinality', ['members']).as('size'));
type SetRow = Awaited<ReturnType<ReturnType<typeof selectSets>['execute']>>[number];

const storedSetOf = (row: SetRow): StoredSet => ({
  id: row.id,
  name: row.name,
  set: customerSet.parse(row.document),
  frozen:
    row.data_version === null
      ? null
      : { dataVersion: row.data_version, asOf: row.as_of, size: row.size ?? 0 },
  createdAt: row.created_at,
});

const isSeen = (row: SetRow, scope: Scope): boolean =>
  covers(scope, row.scope === null ? wholeCompany : scopeDocument.parse(row.scope));

/** @throws Refusal `storedSetUnknown` */
export async function storedSet({ records }: Records, id: number, scope: Scope): Promise<StoredSet> {
  const row = await selectSets(records).where('id', '=', id).executeTakeFirst();
  if (row === undefined || !isSeen(row, scope))
    throw new Refusal({ code: 'storedSetUnknown', params: { id } });
  return storedSetOf(row);
}

/**
 * Stores a set; `members`: who is in it now, for one that is to stay so.
 * @throws Refusal `nameTaken`, and what `withStored` refuses
 */
export async function addStoredSet(
  stores: Records,
  {
    name,
    set,
    frozen,
    scope,
  }: {
    readonly name: string;
    readonly set: CustomerSet;
    readonly frozen?: FrozenMembers;
    readonly scope: Scope;
  },
): Promise<StoredSet> {
  const known = await storedSets(stores, wholeCompany);
  if (known.some((one) => collator.compare(one.name, name) === 0))
    throw new Refusal({ code: 'nameTaken', params: { name } });
  await setsBehind(stores, set, scope);
  const { id } = await stores.records.db
    .insertInto('stored_set')
    .values({
      name,
      document: JSON.stringify(set),
      members: frozen ? [...frozen.members] : null,
      data_version: frozen?.version.version ?? null,
      as_of: frozen?.version.asOf ?? null,
      scope: scope.nodes === null ? null : JSON.stringify(scope),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return await storedSet(stores, id, scope);
}

export interface FrozenMembers {
  readonly version: DataVersion;
  readonly members: readonly number[];
}

/** @throws Refusal `storedSetUnknown`, `storedSetInUse`: another live set is made of it */
export async function removeStoredSet(stores: Records, id: number, scope: Scope): Promise<void> {
  const { name } = await storedSet(stores, id, scope);
  const user = (await storedSets(stores, wholeCompany)).find(
    ({ set, frozen }) => frozen === null && storedIn(set).includes(id),
  );
  if (user !== undefined) throw new Refusal({ code: 'storedSetInUse', params: { name, user: user.name } });
  await stores.records.db.deleteFrom('stored_set').where('id', '=', id).execute();
}

const storedIn = ({ set }: CustomerSet): number[] =>
  [...nodesOf(set)].flatMap(({ node }) => (node.kind === 'stored' ? [node.id] : []));

/**
 * The stored sets that a set is made of, those that they are made of included. A stored set cannot be changed, so none is
 * made of itself.
 * @throws Refusal `storedSetUnknown`, `storedSetOfOtherUnit`
 */
async function setsBehind(stores: Records, set: CustomerSet, scope: Scope): Promise<Map<number, StoredSet>> {
  const found = new Map<number, StoredSet>();
  const rest = storedIn(set);
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (found.has(id)) continue;
    const one = await storedSet(stores, id, scope);
    if (one.set.unit !== set.unit)
      throw new Refusal({
        code: 'storedSetOfOtherUnit',
        params: { name: one.name, has: one.set.unit, wanted: set.unit },
      });
    found.set(id, one);
    if (one.frozen === null) rest.push(...storedIn(one.set));
  }
  return found;
}

/**
 * What a set's stored parts mean: live ones are asked by their own method, frozen ones are who they were.
 * @throws Refusal `storedSetUnknown`, `storedSetOfOtherUnit`
 */
export async function withStored(
  stores: Stores,
  set: CustomerSet,
  scope: Scope,
  contextOf: (of: CustomerSet) => Promise<Omit<SetContext, 'stored'>>,
): Promise<SetContext> {
  const contexts = new Map<
    number,
    { readonly set: CustomerSet; readonly context: Omit<SetContext, 'stored'> }
  >();
  const frozen = new Set<number>();
  for (const [id, one] of await setsBehind(stores, set, scope)) {
    if (one.frozen === null) contexts.set(id, { set: one.set, context: await contextOf(one.set) });
    else {
      await copyDown(stores, one.id, one.frozen.size);
      frozen.add(id);
    }
  }
  const stored = (id: number): Sql => {
    if (frozen.has(id)) return sql`SELECT unit FROM frozen_set WHERE set = ${raw(id)}`;
    const one = contexts.get(id);
    if (one === undefined) throw new Refusal({ code: 'storedSetUnknown', params: { id } });
    return setMembers(one.set.set, { ...one.context, stored });
  };
  return { ...(await contextOf(set)), stored };
}

/** Two may do so at once: a member that is there twice is one in every bitmap. */
async function copyDown({ records, warehouse }: Stores, id: number, size: number): Promise<void> {
  const [row] = await warehouse.rows<{ size: string }>(
    `SELECT uniqExact(unit) AS size FROM frozen_set WHERE set = ${id}`,
  );
  if (Number(row?.size ?? 0) === size) return;
  const { members } = await records.db
    .selectFrom('stored_set')
    .select('members')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await warehouse.insert(
    'frozen_set',
    ['set', 'unit'],
    (members ?? []).map((unit) => [id, unit]),
  );
}
