import type { GroupKind } from '../../domain/customer-group.ts';
import { Refusal } from '../../domain/problem.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';

/** A client that somebody has made of legal entities. */
export interface CustomerGroup {
  /** Of the client. */
  readonly id: number;
  readonly name: string;
  readonly kind: GroupKind;
  readonly entities: readonly { readonly id: number; readonly name: string }[];
}

/** Of a version, by name. */
export async function groupsIn(stores: Stores, { dimensions }: DataVersion): Promise<CustomerGroup[]> {
  const rows = await stores.records.db
    .selectFrom('customer_group')
    .select(['id', 'kind'])
    .where('dissolved_at', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const members = await stores.warehouse.rows<{ entity: number; client: number }>(
    `SELECT DISTINCT entity, client FROM dim_party
     WHERE generation = {dimensions:UInt32} AND entity != 0 AND client IN {ids:Array(UInt32)} ORDER BY entity`,
    { dimensions, ids },
  );
  const [ofGroups, ofEntities] = [
    await dressUnits(stores, 'client', ids),
    await dressUnits(
      stores,
      'legalEntity',
      members.map(({ entity }) => entity),
    ),
  ];
  const collator = new Intl.Collator('ru');
  return rows
    .map(({ id, kind }) => ({
      ...{ id, kind, name: ofGroups(id).name },
      entities: members
        .filter(({ client }) => client === id)
        .map(({ entity }) => ({ id: entity, name: ofEntities(entity).name })),
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

/** @throws Refusal `groupUnknown` */
export async function groupUnder(stores: Stores, id: number): Promise<CustomerGroup> {
  const found = (await groupsIn(stores, await currentVersion(stores.records))).find((one) => one.id === id);
  if (found === undefined) throw new Refusal({ code: 'groupUnknown', params: { id } });
  return found;
}
