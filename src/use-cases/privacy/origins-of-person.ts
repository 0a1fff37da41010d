import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';

/** An import that brought or confirmed what is known of a person or a firm's contacts (152-ФЗ, art. 5 and 6). */
export interface PersonalOrigin {
  readonly importId: number;
  /** Name of the system that the data come from. */
  readonly source: string;
  /** null: not stated. */
  readonly basis: string | null;
  readonly purpose: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Where the personal fields of a customer come from, latest first: every applied import that names him, under whatever
 * identity. @throws Refusal `customerUnknown`
 */
export async function originsOfPerson(
  { records, warehouse }: Pick<Stores, 'records' | 'warehouse'>,
  unit: CountUnit,
  id: number,
): Promise<PersonalOrigin[]> {
  const { db } = records;
  const points =
    unit === 'deliveryPoint'
      ? await db.selectFrom('point').select(['id', 'party_id']).where('id', '=', id).execute()
      : [];
  const owner = (unit === 'deliveryPoint' ? points[0]?.party_id : id) ?? 0;
  const { dimensions } = await currentVersion(records);
  const parties = await warehouse.rows<{ id: number }>(`
    SELECT id FROM dim_party WHERE generation = ${dimensions}
      AND (id = ${owner} OR entity != 0 AND entity IN (SELECT entity FROM dim_party WHERE generation = ${dimensions} AND id = ${owner}))`);
  if (parties.length === 0) throw new Refusal({ code: 'customerUnknown', params: { id } });
  const named = (level: string, ids: readonly number[]) =>
    sql<boolean>`(mention.level = ${level} AND mention.ids && ${sql.val([...ids])}::int4[])`;
  const rows = await db
    .selectFrom('import')
    .innerJoin('source', 'source.id', 'import.source_id')
    .innerJoin('mention', 'mention.import_id', 'import.id')
    .select(['import.id', 'source.name', 'import.basis', 'import.purpose', 'import.applied_at'])
    .where('import.status', '=', 'applied')
    .where((of) =>
      of.or([
        named(
          'party',
          parties.map((one) => one.id),
        ),
        named(
          'point',
          points.map((one) => one.id),
        ),
      ]),
    )
    .distinct()
    .orderBy('import.id', 'desc')
    .execute();
  return rows.map(({ id: importId, name, basis, purpose, applied_at }) => ({
    ...{ importId, source: name, basis, purpose },
    at: applied_at ?? '',
  }));
}
