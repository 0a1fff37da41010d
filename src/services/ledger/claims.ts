import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { firstDay, lastDay } from '../../domain/organisation.ts';
import { assignmentKind } from '../../stores/warehouse/schema.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { AssignmentSources } from './assignment-sources.ts';
import { generationList } from './data-version.ts';
import { spreadStatements } from './stated.ts';

/** Staging tables of the entities that are told anew. */
export interface ClaimTables {
  /** The entities. */
  readonly retold: string;
  /** Whom cards, lines and people name for entities (point 0) and points, by rank. */
  readonly claims: string;
  /** What holds on which days. */
  readonly settled: string;
  readonly changes: string;
  /** On which days somebody else is responsible, and a member belongs to another one. */
  readonly reassigned: string;
  readonly relinked: string;
}

export const claimTables = (generation: number): ClaimTables => ({
  retold: `akb_staging.retold_${generation}`,
  claims: `akb_staging.claims_${generation}`,
  settled: `akb_staging.settled_${generation}`,
  changes: `akb_staging.changes_${generation}`,
  reassigned: `akb_staging.reassigned_${generation}`,
  relinked: `akb_staging.relinked_${generation}`,
});

/**
 * A claim holds from `since` to `until` where none of higher order does; the order is
 * rank (3: somebody has stated it, 2: it follows from what somebody has stated, 1: cards or lines show it),
 * near (the nearer unit's), said (a later word), tie (of one day the kind's own, then the lower kind's).
 * member 0 is nobody, -1 whom cards and lines show. A point has nobody (rank 0) where there is no claim: its entity may
 * have somebody whom what is said of the point rules out.
 */
const claim = `rank UInt8, near UInt8, said UInt32, tie UInt8, since Date, until Date, member Int64`;
const unit = `entity UInt32, point UInt32, kind ${assignmentKind}`;
const claimColumns = 'rank, near, said, tie, since, until, member';

/** Gathers what is said of the entities and their points. */
export async function nameClaims(
  warehouse: Warehouse,
  next: AssignmentSources,
  { retold, claims, settled }: ClaimTables,
  stated: boolean,
): Promise<void> {
  await warehouse.run(`CREATE TABLE ${claims} (${unit}, ${claim}) ENGINE = Memory`);
  await warehouse.run(
    `CREATE TABLE ${settled} (${unit}, rank UInt8, near UInt8, said Date, since Date, until Date, member UInt32) ENGINE = Memory`,
  );
  await warehouse.run(`
    INSERT INTO ${claims} (entity, point, kind, ${claimColumns})
    SELECT entity, point, kind, 1, point != 0, toUInt16(change.1), 9, change.1, toDate('${lastDay}'), change.2
    FROM (
      SELECT entity, point, kind, arraySort(groupArray((since, member))) AS named,
        arrayJoin(arrayFilter((one, before) -> one.2 != before, named, arrayPushFront(arrayPopBack(named.2), toUInt32(0)))) AS change
      FROM (${namedDays(next, retold)}) GROUP BY kind, entity, point
    )`);
  if (!stated) return;
  await warehouse.run(`
    INSERT INTO ${claims} (entity, point, kind, ${claimColumns})
    SELECT entity, point, kind, 3, near, statement, 0, since, until, member
    FROM (${spreadStatements(next.dimensions)}) WHERE entity IN ${retold}`);
}

/** SQL: whom cards and lines name, from which day. */
function namedDays(next: AssignmentSources, retold: string): string {
  const cardsOf = (table: string, point: string): string => `
    SELECT entity, point, CAST(card.1 AS ${assignmentKind}) AS kind, card.2 AS since, argMin(card.3, id) AS member
    FROM (SELECT id, entity, ${point} AS point, arrayJoin(arrayZip(card_kind, card_since, card_member)) AS card
      FROM ${table} WHERE generation = ${next.dimensions} AND entity IN ${retold})
    GROUP BY entity, point, kind, since`;
  const cards = `${cardsOf('dim_party', 'toUInt32(0)')} UNION ALL ${cardsOf('dim_point', 'point')}`;
  return `
    SELECT entity, point, kind, since, member FROM (${cards})
    UNION ALL
    SELECT entity, point, kind, toDate('1970-01-01'), argMin(member, since) FROM (${cards}) GROUP BY entity, point, kind
    UNION ALL
    SELECT entity, toUInt32(0), kind, since, member FROM month_assignment
    WHERE (ym, generation) IN ${generationList(next)} AND entity IN ${retold}
      AND (entity, kind, since) NOT IN (SELECT entity, kind, since FROM (${cardsOf('dim_party', 'toUInt32(0)')}))`;
}

/** Writes on which days which claim of a kind holds. Those of lower kinds have to be settled. */
export async function settleClaims(
  warehouse: Warehouse,
  dimensions: number,
  tables: ClaimTables,
  kind: AssignmentKind,
): Promise<void> {
  const { claims, settled } = tables;
  const last = `toDate('${lastDay}')`;
  // Entities, and points of which anything is said: it holds beside what is said of their entity.
  const units = `SELECT DISTINCT entity, point FROM ${claims} UNION DISTINCT SELECT DISTINCT entity, toUInt32(0) FROM ${claims}`;
  const holds = '(one.5 <= day AND day <= one.6)';
  await warehouse.run(`
    INSERT INTO ${settled} (entity, point, kind, rank, near, said, since, until, member)
    SELECT entity, point, '${kind}', span.3.1, span.3.2, if(span.3.1 = 3, span.3.5, toDate(span.3.3)), span.1, span.2, span.3.7
    FROM (
      SELECT entity, point, arrayReverseSort(groupArray((${claimColumns}))) AS sorted,
        arraySort(arrayDistinct(arrayConcat(sorted.5,
          arrayMap(day -> day + 1, arrayFilter(day -> day < ${last}, sorted.6))))) AS days,
        arrayPushBack(arrayMap(day -> day - 1, arrayPopFront(days)), ${last}) AS ends,
        arrayMap(day -> arrayFirst(one -> ${holds}, sorted), days) AS first,
        arrayMap((day, best) -> if(best.7 = -1, arrayFirst(one -> ${holds} AND one.1 < 2, sorted), best), days, first) AS best,
        arrayJoin(arrayZip(days, ends, best)) AS span
      FROM (
        SELECT u.entity AS entity, u.point AS point, ${claimColumns}
        FROM (${units}) AS u INNER JOIN (SELECT * FROM ${claims} WHERE kind = '${kind}') AS c ON c.entity = u.entity
        WHERE c.point IN (0, u.point)
        UNION ALL
        SELECT entity, point, 0, 0, 0, 0, toDate('${firstDay}'), ${last}, 0 FROM (${units}) WHERE point != 0
        ${kindsBelow(kind)
          .map((lower, at) => `UNION ALL ${belonging(dimensions, settled, kind, lower, 3 - at)}`)
          .join(' ')}
      )
      GROUP BY entity, point
    )`);
}

const kindsBelow = (kind: AssignmentKind): readonly AssignmentKind[] =>
  assignmentKinds.slice(0, assignmentKinds.indexOf(kind));

/** SQL: claims of those to whom the responsible of a lower kind belong. */
const belonging = (
  dimensions: number,
  settled: string,
  kind: AssignmentKind,
  lower: AssignmentKind,
  tie: number,
): string => `
  SELECT s.entity, s.point, if(s.rank > 1 OR d.stated, 2, 1), s.near, toUInt16(greatest(s.said, d.said)), ${tie},
    greatest(s.since, d.since), least(s.until, d.until), toInt64(d.parent)
  FROM (SELECT * FROM ${settled} WHERE kind = '${lower}' AND member != 0) AS s
  INNER JOIN (SELECT * FROM dim_parent WHERE generation = ${dimensions} AND kind = '${kind}' AND (parent != 0 OR stated)) AS d
    ON d.member = s.member
  WHERE s.since <= d.until AND d.since <= s.until`;
