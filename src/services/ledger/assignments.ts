import type { AssignmentKind } from '../../domain/assignment.ts';
import { assignmentKind } from '../../stores/warehouse/schema.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from './data-version.ts';

/** Where a version keeps what cards say (dimensions) and what lines show (months). */
export type AssignmentSources = Pick<DataVersion, 'dimensions' | 'months'>;

/**
 * Writes who is responsible from which day, changes only, out of what cards say and lines show: whoever was named
 * last. The first card also holds for the days before it until a line shows otherwise; on one day a card beats the
 * lines. Identities of one unit share their history.
 *
 * Returns the months (`YYYYMM`) among those of the same generation in both versions that have to be built anew: they
 * have lines without a member of their own, and another one is responsible.
 */
export async function buildAssignments(
  warehouse: Warehouse,
  before: AssignmentSources,
  next: AssignmentSources,
): Promise<number[]> {
  const retold = `akb_staging.retold_${next.dimensions}`;
  const changed = `akb_staging.reassigned_${next.dimensions}`;
  try {
    await warehouse.run(`CREATE TABLE ${retold} ENGINE = Memory AS ${entitiesRetold(before, next)}`);
    await warehouse.run(`
      INSERT INTO dim_assignment (generation, kind, entity, since, member)
      SELECT ${next.dimensions}, kind, entity, since, member FROM dim_assignment
      WHERE generation = ${before.dimensions} AND entity NOT IN ${retold}`);
    const [row] = await warehouse.rows<{ entities: string }>(`SELECT count() AS entities FROM ${retold}`);
    if (row?.entities === '0') return [];
    await tellAnew(warehouse, next, retold);
    await warehouse.run(`
      CREATE TABLE ${changed} ENGINE = Memory AS
      SELECT kind, entity, min(since) AS since FROM (
        SELECT kind, entity, since, member FROM dim_assignment
        WHERE generation IN (${before.dimensions}, ${next.dimensions}) AND entity IN ${retold}
        GROUP BY kind, entity, since, member HAVING count() = 1
      ) GROUP BY kind, entity`);
    return await monthsReattributed(warehouse, before, next, changed);
  } finally {
    for (const table of [retold, changed]) await warehouse.run(`DROP TABLE IF EXISTS ${table} SYNC`);
  }
}

/** SQL: entities with a card or a month of lines that only one of the two versions has like this. */
function entitiesRetold(before: AssignmentSources, next: AssignmentSources): string {
  const moved = (ym: number): boolean => before.months[ym] !== next.months[ym];
  return `
    SELECT DISTINCT entity FROM (
      SELECT entity FROM month_assignment
      WHERE (ym, generation) IN ${generationList(before, moved)} OR (ym, generation) IN ${generationList(next, moved)}
      GROUP BY ym, kind, entity, since, member HAVING count() = 1
      UNION ALL
      SELECT entity FROM dim_party
      WHERE generation IN (${before.dimensions}, ${next.dimensions}) AND notEmpty(card_kind) AND entity != 0
      GROUP BY id, entity, card_kind, card_since, card_member HAVING count() = 1
    )`;
}

async function tellAnew(warehouse: Warehouse, next: AssignmentSources, retold: string): Promise<void> {
  const cards = `
    SELECT entity, CAST(card.1 AS ${assignmentKind}) AS kind, card.2 AS since, argMin(card.3, id) AS member
    FROM (SELECT id, entity, arrayJoin(arrayZip(card_kind, card_since, card_member)) AS card
      FROM dim_party WHERE generation = ${next.dimensions} AND entity IN ${retold})
    GROUP BY entity, kind, since`;
  await warehouse.run(`
    INSERT INTO dim_assignment (generation, kind, entity, since, member)
    SELECT ${next.dimensions}, kind, entity, change.1, change.2
    FROM (
      SELECT kind, entity, arraySort(groupArray((since, member))) AS named,
        arrayJoin(arrayFilter((one, before) -> one.2 != before, named, arrayPushFront(arrayPopBack(named.2), toUInt32(0)))) AS change
      FROM (
        SELECT entity, kind, since, member FROM (${cards})
        UNION ALL
        SELECT entity, kind, toDate('1970-01-01'), argMin(member, since) FROM (${cards}) GROUP BY entity, kind
        UNION ALL
        SELECT entity, kind, since, member FROM month_assignment
        WHERE (ym, generation) IN ${generationList(next)} AND entity IN ${retold}
          AND (entity, kind, since) NOT IN (SELECT entity, kind, since FROM (${cards}))
      )
      GROUP BY kind, entity
    )`);
}

async function monthsReattributed(
  warehouse: Warehouse,
  before: AssignmentSources,
  next: AssignmentSources,
  changed: string,
): Promise<number[]> {
  const kept = Object.keys(next.months).filter((ym) => before.months[ym] === next.months[ym]);
  if (kept.length === 0) return [];
  const kinds = await warehouse.rows<{ kind: AssignmentKind }>(`SELECT DISTINCT kind FROM ${changed}`);
  const months = new Set<number>();
  for (const { kind } of kinds) {
    const rows = await warehouse.rows<{ ym: number }>(`
      SELECT DISTINCT toYYYYMM(j.date) AS ym
      FROM (SELECT point, date FROM journal WHERE ${kind} = 0 AND toYYYYMM(date) IN (${kept.join(', ')})) AS j
      INNER JOIN (SELECT id, entity FROM dim_point WHERE generation = ${next.dimensions}) AS u ON u.id = j.point
      INNER JOIN (SELECT entity, since FROM ${changed} WHERE kind = '${kind}') AS c ON c.entity = u.entity
      WHERE j.date >= c.since`);
    for (const { ym } of rows) months.add(ym);
  }
  return [...months];
}
