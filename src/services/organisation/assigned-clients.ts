import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { day, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';

export interface AssignedClients {
  readonly kind: AssignmentKind;
  readonly member: number;
  readonly clients: number;
}

/**
 * Of how many clients each member is responsible for anything on one of the days, both included. A delivery point with a
 * timeline of its own is not its entity's.
 */
export async function assignedClients(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  from: IsoDate,
  to: IsoDate,
): Promise<AssignedClients[]> {
  const generation = raw(`generation = ${dimensions}`);
  const named = sql`
    SELECT kind, entity, point, argMax(member, since) AS responsible FROM dim_assignment
    WHERE ${generation} AND since <= ${day(from)} GROUP BY kind, entity, point
    UNION ALL
    SELECT kind, entity, point, member AS responsible FROM dim_assignment
    WHERE ${generation} AND since > ${day(from)} AND since <= ${day(to)}`;
  const places = sql`SELECT DISTINCT client, entity, point FROM dim_point WHERE ${generation}`;
  const { text, params } = statement(sql`
    SELECT kind, responsible AS member, uniqExact(client) AS clients
    FROM (
      SELECT n.kind AS kind, n.responsible AS responsible, p.client AS client
      FROM (${places}) AS p INNER JOIN (SELECT * FROM (${named}) WHERE point = 0) AS n ON n.entity = p.entity
      WHERE (n.kind, p.point) NOT IN (SELECT kind, point FROM dim_assignment WHERE ${generation} AND point != 0)
      UNION ALL
      SELECT n.kind AS kind, n.responsible AS responsible, p.client AS client
      FROM (${places}) AS p INNER JOIN (SELECT * FROM (${named}) WHERE point != 0) AS n ON n.point = p.point
    )
    WHERE responsible != 0
    GROUP BY kind, responsible`);
  const rows = await warehouse.rows<{ kind: AssignmentKind; member: number; clients: string }>(text, params);
  return rows.map((row) => ({ ...row, clients: Number(row.clients) }));
}
