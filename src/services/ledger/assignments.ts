import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { firstDay } from '../../domain/organisation.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { AssignmentSources } from './assignment-sources.ts';
import { type ClaimTables, claimTables, nameClaims, settleClaims } from './claims.ts';
import { generationList } from './data-version.ts';
import { monthsReattributed } from './reattributed-months.ts';
import { hasStatements, spreadStatements } from './stated.ts';

/**
 * Writes who is responsible from which day, changes only. What somebody has stated holds on the days it is stated for,
 * the nearer unit's word first, of one unit the last. Else whoever was named last: by cards and lines of the kind itself,
 * or as the one to whom the rep or team belongs who was named. A card of a point is nearer than what is named for its
 * entity. The first card also holds for the days before it until a line shows otherwise; on one day a card beats the
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
  const tables = claimTables(next.dimensions);
  const { retold } = tables;
  try {
    const stated = await hasStatements(warehouse, [before.dimensions, next.dimensions]);
    await warehouse.run(`CREATE TABLE ${retold} ENGINE = Memory AS ${entitiesRetold(before, next, stated)}`);
    if (before.dimensions !== 0)
      await warehouse.run(`
        INSERT INTO dim_assignment (generation, kind, entity, point, since, member)
        SELECT ${next.dimensions}, kind, entity, point, since, member FROM dim_assignment
        WHERE generation = ${before.dimensions} AND entity NOT IN ${retold}`);
    const [row] = await warehouse.rows<{ entities: string }>(`SELECT count() AS entities FROM ${retold}`);
    if (row?.entities !== '0') await tellAnew(warehouse, next, tables, stated);
    return await monthsReattributed(warehouse, before, next, tables);
  } finally {
    await warehouse.run(`DROP TABLE IF EXISTS ${Object.values(tables).join(', ')} SYNC`);
  }
}

/** SQL: entities of whom only one of the two versions says or shows something like this. */
function entitiesRetold(before: AssignmentSources, next: AssignmentSources, stated: boolean): string {
  const moved = (ym: number): boolean => before.months[ym] !== next.months[ym];
  const both = `generation IN (${before.dimensions}, ${next.dimensions})`;
  return `
    SELECT DISTINCT entity FROM (
      SELECT entity FROM month_assignment
      WHERE (ym, generation) IN ${generationList(before, moved)} OR (ym, generation) IN ${generationList(next, moved)}
      GROUP BY ym, kind, entity, since, member HAVING count() = 1
      UNION ALL
      SELECT entity FROM dim_party WHERE ${both} AND notEmpty(card_kind) AND entity != 0
      GROUP BY id, entity, card_kind, card_since, card_member HAVING count() = 1
      UNION ALL
      SELECT entity FROM dim_point WHERE ${both} AND notEmpty(card_kind)
      GROUP BY id, point, entity, card_kind, card_since, card_member HAVING count() = 1
      ${
        stated
          ? `UNION ALL
      SELECT entity FROM (${spreadStatements(before.dimensions)} UNION ALL ${spreadStatements(next.dimensions)})
      GROUP BY entity, point, kind, near, statement, level, unit, since, until, member HAVING count() = 1`
          : ''
      }
      UNION ALL
      SELECT entity FROM dim_assignment WHERE generation = ${before.dimensions} AND member IN (
        SELECT member FROM dim_parent WHERE ${both}
        GROUP BY member, kind, since, until, parent, stated, said HAVING count() = 1)
    )`;
}

async function tellAnew(
  warehouse: Warehouse,
  next: AssignmentSources,
  tables: ClaimTables,
  stated: boolean,
): Promise<void> {
  await nameClaims(warehouse, next, tables, stated);
  // From the rep upwards: whom a rep belongs to is responsible with him.
  const { claims, settled, changes } = tables;
  const named = await warehouse.rows<{ kind: AssignmentKind }>(`
    SELECT DISTINCT kind FROM ${claims} UNION DISTINCT SELECT DISTINCT kind FROM dim_parent WHERE generation = ${next.dimensions}`);
  for (const kind of assignmentKinds)
    if (named.some((one) => one.kind === kind)) await settleClaims(warehouse, next.dimensions, tables, kind);
  await warehouse.run(`
    CREATE TABLE ${changes} ENGINE = Memory AS
    SELECT kind, entity, point, arraySort(groupArray((since, member))) AS named,
      arrayFilter((one, at) -> at = 1 OR one.2 != named[at - 1].2, named, arrayEnumerate(named)) AS changes,
      if(changes[1] = (toDate('${firstDay}'), 0), arrayPopFront(changes), changes) AS somebody
    FROM ${settled} GROUP BY kind, entity, point`);
  await warehouse.run(`
    INSERT INTO dim_assignment (generation, kind, entity, point, since, member)
    SELECT ${next.dimensions}, kind, entity, point, change.1, change.2
    FROM (
      SELECT kind, entity, point, arrayJoin(changes) AS change FROM ${changes}
      WHERE point = 0 OR if(somebody = [], (kind, entity) IN (SELECT kind, entity FROM ${changes} WHERE point = 0),
        (kind, entity, somebody) NOT IN (SELECT kind, entity, changes FROM ${changes} WHERE point = 0))
    )`);
}
