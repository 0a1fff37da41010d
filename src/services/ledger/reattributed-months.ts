import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { lastDay } from '../../domain/organisation.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { AssignmentSources } from './assignment-sources.ts';
import type { ClaimTables } from './claims.ts';

/**
 * Months (`YYYYMM`) among those of the same generation in both versions that have lines without a member of their own
 * for which another one is responsible now, or whose member belongs to another one now.
 */
export async function monthsReattributed(
  warehouse: Warehouse,
  before: AssignmentSources,
  next: AssignmentSources,
  { retold, reassigned, relinked }: ClaimTables,
): Promise<number[]> {
  const kept = Object.keys(next.months).filter((ym) => before.months[ym] === next.months[ym]);
  if (kept.length === 0) return [];
  const differ = await whatDiffers(warehouse, before, next, retold);
  const months = new Set<number>();
  const collect = async (columns: string, lacking: string, joins: string): Promise<void> => {
    const rows = await warehouse.rows<{ ym: number }>(`
      SELECT DISTINCT toYYYYMM(j.date) AS ym
      FROM (SELECT ${columns}, date FROM journal WHERE ${lacking} AND toYYYYMM(date) IN (${kept.join(', ')})) AS j ${joins}`);
    for (const { ym } of rows) months.add(ym);
  };
  if (differ.assignments) {
    await warehouse.run(
      `CREATE TABLE ${reassigned} ENGINE = Memory AS ${daysChanged(
        ['kind', 'entity', 'point'],
        everyDay(before, next, retold),
        everyDay(next, before, retold),
      )}`,
    );
    for (const kind of await kindsOf(warehouse, reassigned))
      await collect(
        'point',
        `${kind} = 0`,
        `INNER JOIN (SELECT id, point, entity FROM dim_point WHERE generation = ${next.dimensions}) AS u ON u.id = j.point
         INNER JOIN (SELECT * FROM ${reassigned} WHERE kind = '${kind}') AS c ON c.entity = u.entity
         WHERE j.date >= c.since AND j.date < c.until AND c.point IN (0, u.point)`,
      );
  }
  if (differ.links) {
    await warehouse.run(
      `CREATE TABLE ${relinked} ENGINE = Memory AS ${daysChanged(['kind', 'lower'], links(before), links(next))}`,
    );
    for (const kind of await kindsOf(warehouse, relinked))
      for (const lower of assignmentKinds.slice(0, assignmentKinds.indexOf(kind)))
        await collect(
          lower,
          `${kind} = 0 AND ${lower} != 0`,
          `INNER JOIN (SELECT * FROM ${relinked} WHERE kind = '${kind}') AS c ON c.lower = j.${lower}
           WHERE j.date >= c.since AND j.date < c.until`,
        );
  }
  return [...months];
}

/** Whether the assignments of the entities, and whom members belong to, differ at all: rarely, and finding out when takes long. */
async function whatDiffers(
  warehouse: Warehouse,
  before: AssignmentSources,
  next: AssignmentSources,
  retold: string,
): Promise<{ readonly assignments: boolean; readonly links: boolean }> {
  const inOne = (table: string, columns: string, where: string): string => `
    (SELECT count() FROM (
      SELECT ${columns} FROM ${table} WHERE generation IN (${before.dimensions}, ${next.dimensions}) AND ${where}
      GROUP BY ${columns} HAVING min(generation) = max(generation))) > 0`;
  const [row] = await warehouse.rows<{ assignments: boolean; links: boolean }>(`
    SELECT ${inOne('dim_assignment', 'kind, entity, point, since, member', `entity IN ${retold}`)} AS assignments,
      ${inOne('dim_parent', 'kind, member, since, parent', 'true')} AS links`);
  return { assignments: Boolean(row?.assignments), links: Boolean(row?.links) };
}

const links = ({ dimensions }: AssignmentSources): string =>
  `SELECT kind, member AS lower, since, parent AS member FROM dim_parent WHERE generation = ${dimensions}`;

/** SQL: from which day (`since`) up to which (`until`) two timelines of changes (`since`, `member`) differ, by key. */
const daysChanged = (key: readonly string[], old: string, now: string): string => `
  SELECT ${key.join(', ')}, span.1 AS since, span.2 AS until FROM (
    SELECT ${key.join(', ')}, arraySort(groupArrayIf((since, member), was)) AS old,
      arraySort(groupArrayIf((since, member), NOT was)) AS now, arraySort(groupUniqArray(since)) AS days,
      arrayJoin(arrayFilter(
        span -> arrayLast(one -> one.1 <= span.1, old).2 != arrayLast(one -> one.1 <= span.1, now).2,
        arrayZip(days, arrayPushBack(arrayPopFront(days), toDate('${lastDay}'))))) AS span
    FROM (SELECT true AS was, * FROM (${old}) UNION ALL SELECT false AS was, * FROM (${now}))
    GROUP BY ${key.join(', ')}
  )`;

/** SQL: assignments of a version, also of the points that have rows of their own in the other one only. */
function everyDay(version: AssignmentSources, other: AssignmentSources, retold: string): string {
  const of = ({ dimensions }: AssignmentSources): string =>
    `dim_assignment WHERE generation = ${dimensions} AND entity IN ${retold}`;
  return `
    SELECT kind, entity, point, since, member FROM ${of(version)}
    UNION ALL
    SELECT p.kind, p.entity, p.point, a.since, a.member
    FROM (
      SELECT DISTINCT kind, entity, point FROM ${of(other)} AND point != 0
        AND (kind, entity, point) NOT IN (SELECT kind, entity, point FROM ${of(version)})
    ) AS p
    INNER JOIN (SELECT kind, entity, since, member FROM ${of(version)} AND point = 0) AS a
      ON a.kind = p.kind AND a.entity = p.entity`;
}

async function kindsOf(warehouse: Warehouse, changes: string): Promise<AssignmentKind[]> {
  const rows = await warehouse.rows<{ kind: AssignmentKind }>(`SELECT DISTINCT kind FROM ${changes}`);
  return rows.map(({ kind }) => kind);
}
