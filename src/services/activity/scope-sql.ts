import { membersByDimension, type Scope } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import { ids, joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { unitColumn } from './unit-column.ts';

/** SQL condition: a ledger row `l` may be seen. */
export function lineInScope({ nodes }: Scope): Sql {
  if (nodes === null) return sql`true`;
  const some = [...membersByDimension(nodes)].map(
    ([dimension, members]) => sql`${raw(`l.${dimension}`)} IN ${ids(members)}`,
  );
  return some.length === 0 ? sql`false` : sql`(${joined(some, ' OR ')})`;
}

/**
 * SQL: `SELECT unit, inside`, every unit that somebody is responsible for on the last loaded day, and whether one of
 * them is in scope. Assignments are those of legal entities; a point has them from its entity, a client from any.
 */
export function assignedUnits({ nodes }: Scope, unit: CountUnit, { dimensions, asOf }: DataVersion): Sql {
  const inside = [...membersByDimension(nodes ?? [])].map(
    ([dimension, members]) => sql`(kind = ${raw(`'${dimension}'`)} AND member IN ${ids(members)})`,
  );
  const today = asOf === null ? raw('today()') : raw(`toDate('${asOf}')`);
  return sql`
    SELECT p.unit AS unit, max(a.inside) AS inside
    FROM (
      SELECT DISTINCT ${raw(unitColumn[unit])} AS unit, entity FROM dim_point WHERE generation = ${raw(dimensions)}
    ) AS p
    INNER JOIN (
      SELECT entity, ${inside.length === 0 ? sql`false` : joined(inside, ' OR ')} AS inside
      FROM (
        SELECT entity, kind, argMax(member, since) AS member FROM dim_assignment
        WHERE generation = ${raw(dimensions)} AND point = 0 AND since <= ${today} GROUP BY entity, kind
      )
      WHERE member != 0
    ) AS a ON a.entity = p.entity
    GROUP BY unit`;
}
