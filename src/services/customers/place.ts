import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { clientOf, clientRows } from './client-rows.ts';

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
  const level = unit === 'deliveryPoint' ? 'point' : 'party';
  const client = await clientOf(warehouse, version, level, asked);
  const { parties, points } =
    client === null ? { parties: [], points: [] } : await clientRows(warehouse, version, client);
  const unitOf = (row: { entity: number; point?: number }): number =>
    (unit === 'client' ? client : unit === 'legalEntity' ? row.entity : row.point) ?? 0;
  const identity = (level === 'point' ? points : parties).find(({ id }) => id === asked);
  const id = identity === undefined ? 0 : unitOf(identity);
  const own = Map.groupBy(
    points.filter((point) => unitOf(point) === id),
    ({ point }) => point,
  );
  if (client === null || own.size === 0)
    throw new Refusal({ code: 'customerUnknown', params: { id: asked } });
  return {
    ...{ unit, id, client },
    points: [...own]
      .sort(([one], [other]) => one - other)
      .map(([point, rows]) => ({
        ...{ id: point, entity: rows[0]?.entity ?? 0, implicit: rows.every(({ implicit }) => implicit) },
        city: rows.find((row) => row.id === point)?.city ?? '',
      })),
  };
}
