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
 * them is in scope. A point has its own assignments or those of its entity, a client those of any of its entities.
 */
export function assignedUnits({ nodes }: Scope, unit: CountUnit, { dimensions, asOf }: DataVersion): Sql {
  const inside = [...membersByDimension(nodes ?? [])].map(
    ([dimension, members]) => sql`(kind = ${raw(`'${dimension}'`)} AND member IN ${ids(members)})`,
  );
  const today = asOf === null ? raw('today()') : raw(`toDate('${asOf}')`);
  const ofVersion = raw(`generation = ${dimensions}`);
  const named = (of: 'entity' | 'point'): Sql => sql`
    SELECT ${raw(of)} AS whose, kind, argMax(member, since) AS member FROM dim_assignment
    WHERE ${ofVersion} AND point ${raw(of === 'point' ? '!=' : '=')} 0 AND since <= ${today} GROUP BY whose, kind`;
  const isOfPoint = unit === 'deliveryPoint';
  const own = isOfPoint
    ? sql`WHERE (p.unit, a.kind) NOT IN (SELECT point, kind FROM dim_assignment WHERE ${ofVersion} AND point != 0)
        UNION ALL SELECT whose AS unit, kind, member FROM (${named('point')})`
    : sql``;
  return sql`
    SELECT unit, max(${inside.length === 0 ? sql`false` : joined(inside, ' OR ')}) AS inside
    FROM (
      SELECT p.unit AS unit, a.kind AS kind, a.member AS member
      FROM (SELECT DISTINCT ${raw(unitColumn[unit])} AS unit, entity FROM dim_point WHERE ${ofVersion}) AS p
      INNER JOIN (${named('entity')}) AS a ON a.whose = p.entity
      ${own}
    )
    WHERE member != 0
    GROUP BY unit`;
}
