import { type AssignmentKind, assignmentKinds } from '../../domain/assignment.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { MonthsToBuild } from './build-months.ts';
import { type DataVersion, generationList } from './data-version.ts';
import { liveLines } from './live-lines.ts';

/**
 * Writes whom the lines of the months show to be responsible: for each legal entity and kind the member who served it
 * on most days of the month, since his first of them; then the one with most lines, then the oldest one. Returns and
 * corrections show nobody. Like the month itself a pure function of the live lines and the canonical units.
 */
export async function buildMonthAssignments(warehouse: Warehouse, build: MonthsToBuild): Promise<void> {
  if (build.months.length === 0) return;
  for (const kind of await kindsOnLines(warehouse, build.months)) {
    // One number to compare by: 6 bits of days, 26 of lines, 32 of the member, smaller ids first.
    const rank = `bitOr(bitOr(bitShiftLeft(toUInt64(bitCount(days)), 58), bitShiftLeft(lines, 32)), 4294967295 - member)`;
    await warehouse.run(`
      INSERT INTO month_assignment (ym, generation, kind, entity, since, member)
      SELECT ym, ${build.generation}, '${kind}', entity, argMax(since, rank), 4294967295 - bitAnd(max(rank), 4294967295)
      FROM (
        SELECT ym, entity, since, ${rank} AS rank FROM (
          SELECT toYYYYMM(j.date) AS ym, u.entity AS entity, j.${kind} AS member, min(j.date) AS since,
            groupBitOr(bitShiftLeft(toUInt32(1), toDayOfMonth(j.date))) AS days, count() AS lines
          FROM (
            SELECT point, date, ${kind} FROM journal
            WHERE toYYYYMM(date) IN (${build.months.join(', ')}) AND ${kind} != 0 AND kind NOT IN ('return', 'correction')
              AND ${liveLines(build.applied, build.months)}
          ) AS j
          INNER JOIN (SELECT id, entity FROM dim_point WHERE generation = ${build.dimensions}) AS u ON u.id = j.point
          GROUP BY ym, entity, member
        )
      ) GROUP BY ym, entity`);
  }
}

async function kindsOnLines(warehouse: Warehouse, months: readonly number[]): Promise<AssignmentKind[]> {
  const [row] = await warehouse.rows<Record<AssignmentKind, number>>(
    `SELECT ${assignmentKinds.map((kind) => `max(${kind}) AS ${kind}`).join(', ')}
     FROM journal WHERE toYYYYMM(date) IN (${months.join(', ')})`,
  );
  return assignmentKinds.filter((kind) => row !== undefined && row[kind] !== 0);
}

/**
 * Writes who is responsible from which day, changes only, out of what cards and lines say: whoever was named last.
 * The first card also holds for the days before it until a line shows otherwise; on one day a card beats the lines.
 * Identities of one unit share their history.
 */
export async function buildAssignments(
  warehouse: Warehouse,
  generation: number,
  months: DataVersion['months'],
): Promise<void> {
  const cards = `
    SELECT id, entity, card.1 AS kind, card.2 AS since, card.3 AS member
    FROM (SELECT id, entity, arrayJoin(arrayZip(card_kind, card_since, card_member)) AS card
      FROM dim_party WHERE generation = ${generation} AND entity != 0)`;
  await warehouse.run(`
    INSERT INTO dim_assignment (generation, kind, entity, since, member)
    SELECT ${generation}, kind, entity, change.1, change.2
    FROM (
      SELECT kind, entity, arraySort(groupArray((since, member))) AS named,
        arrayJoin(arrayFilter((one, before) -> one.2 != before, named, arrayPushFront(arrayPopBack(named.2), toUInt32(0)))) AS change
      FROM (
        SELECT kind, entity, since, argMax(member, card) AS member
        FROM (
          SELECT kind, entity, since, argMin(member, id) AS member, 1 AS card FROM (${cards}) GROUP BY kind, entity, since
          UNION ALL
          SELECT kind, entity, toDate('1970-01-01'), argMin(member, (since, id)), 1 FROM (${cards}) GROUP BY kind, entity
          UNION ALL
          SELECT toString(kind), entity, since, member, 0 FROM month_assignment
          WHERE (ym, generation) IN ${generationList({ months })}
        )
        GROUP BY kind, entity, since
      )
      GROUP BY kind, entity
    )`);
}

/**
 * Months (`YYYYMM`) with journal lines that name no member of a kind and lie in a time whose assignments of that kind
 * differ between two generations.
 */
export async function monthsOfMovedAssignments(
  warehouse: Warehouse,
  previous: number,
  next: number,
): Promise<number[]> {
  const changes = `
    SELECT kind, entity, min(since) AS since FROM (
      SELECT kind, entity, since, member FROM dim_assignment WHERE generation IN (${previous}, ${next})
      GROUP BY kind, entity, since, member HAVING count() = 1
    ) GROUP BY kind, entity`;
  const kinds = await warehouse.rows<{ kind: AssignmentKind }>(`SELECT DISTINCT kind FROM (${changes})`);
  const months = new Set<number>();
  for (const { kind } of kinds) {
    const rows = await warehouse.rows<{ ym: number }>(`
      SELECT DISTINCT toYYYYMM(j.date) AS ym
      FROM (SELECT point, date FROM journal WHERE ${kind} = 0) AS j
      INNER JOIN (SELECT id, entity FROM dim_point WHERE generation = ${next}) AS u ON u.id = j.point
      INNER JOIN (SELECT entity, since FROM (${changes}) WHERE kind = '${kind}') AS c ON c.entity = u.entity
      WHERE j.date >= c.since`);
    for (const { ym } of rows) months.add(ym);
  }
  return [...months];
}

export interface Attribution {
  /** SQL joins over journal lines `j` and units `u`, or ''. */
  readonly joins: string;
  /** SQL: the member that a line counts for. */
  readonly member: (kind: AssignmentKind) => string;
}

/**
 * How lines get their members (counting rules, §6): the one on the line, else the one assigned on its day. Kinds of
 * which every line names one, or nobody is assigned, cost nothing.
 */
export async function attributionOf(warehouse: Warehouse, build: MonthsToBuild): Promise<Attribution> {
  const assigned = await warehouse.rows<{ kind: AssignmentKind }>(
    `SELECT DISTINCT kind FROM dim_assignment WHERE generation = ${build.dimensions}`,
  );
  const [lacking] = await warehouse.rows<Record<AssignmentKind, number>>(
    `SELECT ${assignmentKinds.map((kind) => `min(${kind}) AS ${kind}`).join(', ')}
     FROM journal WHERE toYYYYMM(date) IN (${build.months.join(', ')})`,
  );
  const kinds = assigned.map(({ kind }) => kind).filter((kind) => lacking?.[kind] === 0);
  const joins = kinds.map(
    (kind) => `ASOF LEFT JOIN (
        SELECT entity, since, member FROM dim_assignment WHERE generation = ${build.dimensions} AND kind = '${kind}'
      ) AS ${kind}_then ON ${kind}_then.entity = u.entity AND j.date >= ${kind}_then.since`,
  );
  return {
    joins: joins.join('\n'),
    member: (kind) =>
      kinds.includes(kind) ? `if(j.${kind} = 0, ifNull(${kind}_then.member, 0), j.${kind})` : `j.${kind}`,
  };
}
