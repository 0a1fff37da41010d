import type { Stores } from '../../../stores/stores.ts';
import { raw, sql, statement } from '../../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { Frame } from '../frame.ts';
import { unitsFound } from '../list-sql.ts';
import { remembered } from '../remembered.ts';
import { unitColumn } from '../unit-column.ts';
import { foundAsSql } from './find-units.ts';

/**
 * Units of identities that a search has found, without those of whom the reader may not be told. For whoever sees the whole
 * company the identities too: an id that a set names itself is listed under its own name, be it no unit of the kind that is
 * counted. Of such a one nobody else is told.
 */
export async function foundUnits(
  stores: Stores,
  frame: Frame,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (frame.scope.nodes === null) {
    const unitOf = await unitsOfIdentities(stores.warehouse, frame);
    return new Set(ids.flatMap((id) => [id, unitOf[id] || id]));
  }
  const { found, drop } = await foundAsSql(stores, ids);
  try {
    const { text, params } = statement(unitsFound(frame, found));
    const rows = await stores.warehouse.rows<{ unit: number }>(text, params);
    return new Set(rows.map(({ unit }) => unit));
  } finally {
    await drop();
  }
}

/**
 * By identity, the unit that it belongs to in a version; 0: none. Asked for with every letter of a search: what is
 * remembered spares a table of the found ids.
 */
export const unitsOfIdentities = (
  warehouse: Warehouse,
  { unit, version }: Pick<Frame, 'unit' | 'version'>,
): Promise<Uint32Array> =>
  remembered<{ ids: readonly number[]; units: readonly number[] }, Uint32Array>(
    warehouse,
    sql`SELECT groupArray(id) AS ids, groupArray(${raw(unitColumn[unit])}) AS units
      FROM ${raw(unit === 'deliveryPoint' ? 'dim_point' : 'dim_party')}
      WHERE generation = ${raw(version.dimensions)}`,
    ([row]) => {
      const { ids = [], units = [] } = row ?? {};
      const unitOf = new Uint32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
      for (const [at, id] of ids.entries()) unitOf[id] = units[at] ?? 0;
      return unitOf;
    },
    (unitOf) => unitOf.byteLength,
  );
