import { sql } from 'kysely';
import { factsOfFields } from '../../domain/customer-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';

/** Whatever has brought or confirmed what is known of a person or a firm's contacts (152-ФЗ, art. 5 and 6). */
export interface PersonalOrigin {
  readonly kind: 'import' | 'edit' | 'contact' | 'entry';
  /** Of the import, the edit or the contact; of entries with one author and the same grounds the newest. */
  readonly id: number;
  /** The system that the data come from; of what is written by hand its author ('': the owner of the data folder). */
  readonly source: string;
  /** null: not stated. */
  readonly basis: string | null;
  readonly purpose: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Where the personal fields of a customer come from, latest first: every applied import that names him, under whatever
 * identity, and what is written by hand of him. @throws Refusal `customerUnknown`
 */
export async function originsOfPerson(
  { records, warehouse }: Pick<Stores, 'records' | 'warehouse'>,
  unit: CountUnit,
  id: number,
): Promise<PersonalOrigin[]> {
  const { db } = records;
  const ofPoint = unit === 'deliveryPoint';
  const points = ofPoint
    ? await db.selectFrom('point').select(['id', 'party_id']).where('id', '=', id).execute()
    : [];
  const owner = (ofPoint ? points[0]?.party_id : id) ?? 0;
  const { dimensions } = await currentVersion(records);
  const found = await warehouse.rows<{ id: number }>(`
    SELECT id FROM dim_party WHERE generation = ${dimensions}
      AND (id = ${owner} OR entity != 0 AND entity IN (SELECT entity FROM dim_party WHERE generation = ${dimensions} AND id = ${owner}))`);
  if (found.length === 0) throw new Refusal({ code: 'customerUnknown', params: { id } });
  const parties = found.map((one) => one.id);
  const named = points.map((one) => one.id);
  // What is written of any of his delivery points is his too.
  const own = ofPoint
    ? named
    : (await db.selectFrom('point').select('id').where('party_id', 'in', parties).execute()).map(
        (one) => one.id,
      );
  const { rows } = await sql<PersonalOrigin>`
    WITH whose (level, id) AS (
      SELECT 'party', unnest(${parties}::int4[]) UNION ALL SELECT 'point', unnest(${own}::int4[]))
    SELECT DISTINCT 'import' AS kind, import.id, source.name AS source, import.basis, import.purpose, import.applied_at AS at
      FROM import JOIN source ON source.id = import.source_id JOIN mention ON mention.import_id = import.id
      WHERE import.status = 'applied'
        AND (mention.level = 'party' AND mention.ids && ${parties}::int4[] OR mention.level = 'point' AND mention.ids && ${named}::int4[])
    UNION ALL
    SELECT 'edit', edit.id, coalesce(app_user.name, ''), edit.basis, edit.purpose, edit.edited_at
      FROM customer_edit AS edit LEFT JOIN app_user ON app_user.id = edit.user_id
      WHERE edit.undoes IS NULL AND EXISTS (
        SELECT FROM customer_edit_field AS field JOIN whose USING (level, id)
        WHERE field.edit = edit.id AND field.field = ANY (${factsOfFields}::text[]))
    UNION ALL
    SELECT 'contact', contact.id, source, basis, purpose, changed_at
      FROM contact JOIN whose ON whose.level = contact.level AND whose.id = contact.unit_id WHERE NOT removed
    UNION ALL
    SELECT 'entry', max(entry.id), coalesce(app_user.name, signed), basis, purpose, max(entered_at)
      FROM entry JOIN whose ON whose.level = entry.level AND whose.id = entry.unit_id
      LEFT JOIN app_user ON app_user.id = entry.author
      WHERE NOT removed GROUP BY 3, basis, purpose
    ORDER BY at DESC, kind, id DESC`.execute(db);
  return rows;
}
