import type { IsoDate } from '../../domain/units.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { day as dayValue, ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';

/** What of a client a rep is responsible for: legal entities with all their points, and single points. */
export interface Part {
  readonly client: number;
  readonly entities: readonly number[];
  readonly points: readonly number[];
}

/** Clients of whom a rep is responsible for anything on a day. */
export async function portfolioOf(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  rep: number,
  day: IsoDate,
): Promise<Part[]> {
  const generation = raw(`generation = ${dimensions}`);
  const responsible = (of: 'entity' | 'point') => sql`
    SELECT ${raw(of)}, argMax(member, since) AS member FROM dim_assignment
    WHERE ${generation} AND kind = 'rep' AND since <= ${dayValue(day)} AND point ${raw(of === 'entity' ? '= 0' : '!= 0')}
    GROUP BY ${raw(of)}`;
  const { text, params } = statement(sql`
    SELECT p.client AS in_client, p.entity AS in_entity, p.point AS in_point, ifNull(e.member, 0) AS of_entity,
      toInt64(ifNull(o.member, -1)) AS own
    FROM (
      SELECT DISTINCT client, entity, point FROM dim_point
      WHERE ${generation} AND entity IN (
        SELECT entity FROM dim_assignment WHERE ${generation} AND kind = 'rep' AND member IN ${ids([rep])})
    ) AS p
    LEFT JOIN (${responsible('entity')}) AS e ON e.entity = p.entity
    LEFT JOIN (${responsible('point')}) AS o ON o.point = p.point
    ORDER BY in_client, in_entity, in_point`);
  const rows = await warehouse.rows<{
    in_client: number;
    in_entity: number;
    in_point: number;
    of_entity: number;
    /** -1: nobody of its own. */
    own: string;
  }>(text, params);
  const parts = new Map<number, { client: number; entities: number[]; points: number[] }>();
  for (const points of Map.groupBy(rows, ({ in_entity }) => in_entity).values()) {
    const [first] = points;
    if (first === undefined) continue;
    const isHis = ({ own, of_entity }: (typeof rows)[number]): boolean =>
      (own === '-1' ? of_entity : Number(own)) === rep;
    const his = points.filter(isHis);
    // Said of the entity it would be said of points too that are somebody else's.
    const whole = first.of_entity === rep && his.length === points.length;
    if (his.length === 0) continue;
    const part = parts.get(first.in_client) ?? { client: first.in_client, entities: [], points: [] };
    parts.set(first.in_client, part);
    if (whole) part.entities.push(first.in_entity);
    part.points.push(...his.filter(({ own }) => !whole || own !== '-1').map(({ in_point }) => in_point));
  }
  return [...parts.values()].sort((a, b) => a.client - b.client);
}
