import { today } from '../../domain/clock.ts';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFact } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { unitColumn } from '../../services/activity/unit-column.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { commitEdits, type StatedChange } from '../../services/customers/write-edit.ts';
import {
  type RemovedParty,
  removalReason,
  removedMark,
  removedParties,
} from '../../services/intake/resolve/removed-parties.ts';
import { currentVersion, type DataVersion, generationList } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Destroyed, destroyCustomer } from './destroy-customer.ts';

/** A client or a legal entity: a delivery point goes with its owner. */
export type RemovableUnit = Exclude<CountUnit, 'deliveryPoint'>;

/** A customer whom somebody has removed; the edit is the number by which he comes back. */
export interface RemovedCustomer {
  readonly edit: number;
  readonly unit: RemovableUnit;
  readonly id: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** '': the owner of the data folder. */
  readonly user: string;
  /** '' where none was said. */
  readonly reason: string;
}

/** Customers who are away. Each change is a new version of the data and waits for an import. */
export interface Removals {
  list(): Promise<readonly RemovedCustomer[]>;
  /** Refuses `customerUnknown`, `removalHasBought`: he stays in the figures. */
  remove(unit: RemovableUnit, id: number, reason?: string): Promise<RemovedCustomer>;
  /** He is as he was. Refuses `removalUnknown`. */
  restore(edit: number): Promise<RemovedCustomer>;
  /** For good; figures stay. Whoever was removed may be destroyed too. Refuses `customerUnknown`. */
  destroy(unit: RemovableUnit, id: number): Promise<Destroyed>;
}

export const removalsOf = (desk: Desk): Removals => ({
  list: async () => (await removals(desk.stores)).map(({ removed }) => removed),
  remove: (unit, id, reason = '') => remove(desk, unit, id, reason.trim()),
  restore: (edit) => restore(desk, edit),
  destroy: async (unit, id) =>
    await destroyCustomer(desk.stores, { id }, async () => {
      const version = await currentVersion(desk.stores.records);
      const there = await identitiesOf(desk.stores, version, unit, id);
      if (there.length > 0) return there.map((one) => one.id);
      const away = (await removals(desk.stores)).find(
        ({ removed }) => removed.unit === unit && removed.id === id,
      );
      if (away === undefined) throw new Refusal({ code: 'customerUnknown', params: { id } });
      return away.parties.map((one) => one.id);
    }),
});

async function identitiesOf(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  unit: RemovableUnit,
  id: number,
): Promise<{ readonly id: number; readonly client: number }[]> {
  return await warehouse.rows<{ id: number; client: number }>(
    `SELECT id, client FROM dim_party WHERE generation = {dimensions:UInt32} AND ${unitColumn[unit]} = {id:UInt32} ORDER BY id`,
    { dimensions, id },
  );
}

interface Removal {
  readonly removed: RemovedCustomer;
  readonly parties: readonly RemovedParty[];
}

/** The latest first. */
async function removals(stores: Stores): Promise<Removal[]> {
  const marked = await removedParties(stores);
  if (marked.length === 0) return [];
  const edits = await stores.records.db
    .selectFrom('customer_edit_field')
    .innerJoin('customer_edit', 'customer_edit.id', 'edit')
    .select(({ fn }) => [fn.max('edit').as('edit'), 'customer_edit_field.id as party'])
    .where('field', '=', removedMark)
    .where('level', '=', 'party')
    .where('after', 'is not', null)
    .where(
      'customer_edit_field.id',
      'in',
      marked.map(({ id }) => id),
    )
    .groupBy('customer_edit_field.id')
    .execute();
  const editOf = new Map(edits.map(({ party, edit }) => [party, Number(edit)]));
  const rows = await stores.records.db
    .selectFrom('customer_edit')
    .leftJoin('app_user', 'app_user.id', 'customer_edit.user_id')
    .select(['customer_edit.id', 'unit', 'unit_id', 'edited_at', 'app_user.name as user'])
    .where('customer_edit.id', 'in', [...new Set(editOf.values())])
    .orderBy('customer_edit.id', 'desc')
    .execute();
  return await Promise.all(
    rows.map(async ({ id: edit, unit, unit_id: id, edited_at: at, user }): Promise<Removal> => {
      const dress = await dressUnits(stores, unit, [id]);
      const parties = marked.filter((one) => editOf.get(one.id) === edit);
      const reason = parties[0]?.stated[removalReason]?.value ?? '';
      return {
        removed: {
          ...{ edit, unit: unit as RemovableUnit, id, name: dress(id).name, at },
          ...{ user: user ?? '', reason },
        },
        parties,
      };
    }),
  );
}

async function remove(
  { stores, viewer }: Desk,
  unit: RemovableUnit,
  asked: number,
  reason: string,
): Promise<RemovedCustomer> {
  const edited = await commitEdits(stores, async (version) => {
    const { id } = await visiblePlace(stores, { scope: viewer.scope, version }, unit, asked);
    const [bought] = await stores.warehouse.rows<{ lines: string }>(
      `SELECT count() AS lines FROM ledger WHERE (ym, generation) IN ${generationList(version)}
         AND ${unitColumn[unit]} = {id:UInt32}`,
      { id },
    );
    if (Number(bought?.lines ?? 0) > 0) throw new Refusal({ code: 'removalHasBought', params: { id } });
    const identities = await identitiesOf(stores, version, unit, id);
    const marks = identities.flatMap((one): StatedChange[] => [
      mark(one.id, null, { value: `${unit} ${id}`, since: today() }),
      ...(reason === '' ? [] : [why(one.id, null, { value: reason, since: today() })]),
    ]);
    // What a group is follows from its entities: it is written anew without them, and with them when they come back.
    const groups = new Set(identities.map(({ client }) => client));
    for (const one of identities) groups.delete(one.id);
    const touched = [...groups].map((group) => mark(group, null, null));
    return [{ unit, id, user: viewer.user, undoes: null, changes: [...marks, ...touched] }];
  });
  const found = (await removals(stores)).find(({ removed }) => removed.edit === edited?.first);
  if (found === undefined) throw new Refusal({ code: 'customerUnknown', params: { id: asked } });
  return found.removed;
}

const mark = (id: number, before: StatedFact | null, after: StatedFact | null): StatedChange => ({
  ...{ level: 'party', id, fact: removedMark, before, after },
});

const why = (id: number, before: StatedFact | null, after: StatedFact | null): StatedChange => ({
  ...mark(id, before, after),
  fact: removalReason,
});

async function restore({ stores, viewer }: Desk, edit: number): Promise<RemovedCustomer> {
  let back: RemovedCustomer | undefined;
  await commitEdits(stores, async () => {
    const found = (await removals(stores)).find(({ removed }) => removed.edit === edit);
    if (found === undefined) throw new Refusal({ code: 'removalUnknown', params: { id: edit } });
    back = found.removed;
    const marked = new Map(found.parties.map((one) => [one.id, one]));
    const parties = await stores.records.db
      .selectFrom('customer_edit_field')
      .select('id')
      .where('edit', '=', edit)
      .where('field', '=', removedMark)
      .execute();
    const changes = parties.flatMap(({ id }) => {
      const { mark: said, stated } = marked.get(id) ?? {};
      const reason = stated?.[removalReason];
      return [mark(id, said ?? null, null), ...(reason === undefined ? [] : [why(id, reason, null)])];
    });
    return [{ unit: back.unit, id: back.id, user: viewer.user, undoes: edit, changes }];
  });
  if (back === undefined) throw new Refusal({ code: 'removalUnknown', params: { id: edit } });
  return back;
}
