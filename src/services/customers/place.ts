import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import { raw, sql, statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { unitColumn } from '../activity/unit-column.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** A unit among the others. */
export interface UnitPlace {
  readonly unit: CountUnit;
  /** Of the unit that an identity belongs to. */
  readonly id: number;
  readonly client: number;
  /** Its delivery points; `implicit`: stands for lines without one. */
  readonly points: readonly {
    readonly id: number;
    readonly entity: number;
    readonly implicit: boolean;
    readonly city: string;
  }[];
}

/** Where a unit, or the one that an identity belongs to, stands. @throws Refusal `customerUnknown` */
export async function unitPlace(
  warehouse: Warehouse,
  version: DataVersion,
  unit: CountUnit,
  asked: number,
): Promise<UnitPlace> {
  const generation = raw(`generation = ${version.dimensions}`);
  const table = raw(unit === 'deliveryPoint' ? 'dim_point' : 'dim_party');
  const column = raw(unitColumn[unit]);
  const { text, params } = statement(sql`
    SELECT point AS of_point, any(entity) AS of_entity, any(client) AS of_client, min(implicit) AS is_implicit,
      toString(anyIf(city, id = point)) AS of_city, any(${column}) AS of_unit
    FROM dim_point
    WHERE ${generation} AND ${column} IN (SELECT ${column} FROM ${table} WHERE ${generation} AND id = ${raw(asked)})
    GROUP BY of_point ORDER BY of_point`);
  const rows = await warehouse.rows<{
    of_point: number;
    of_entity: number;
    of_client: number;
    is_implicit: boolean;
    of_city: string | null;
    of_unit: number;
  }>(text, params);
  const [first] = rows;
  if (first === undefined) throw new Refusal({ code: 'customerUnknown', params: { id: asked } });
  return {
    ...{ unit, id: first.of_unit, client: first.of_client },
    points: rows.map((row) => ({
      ...{ id: row.of_point, entity: row.of_entity, implicit: row.is_implicit, city: row.of_city ?? '' },
    })),
  };
}
