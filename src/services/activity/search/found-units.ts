import type { Stores } from '../../../stores/stores.ts';
import { statement } from '../../../stores/warehouse/sql.ts';
import type { Frame } from '../frame.ts';
import { unitsFound } from '../list-sql.ts';
import { foundAsSql } from './find-units.ts';

/** Units of whom one of some found identities is, and of whom the reader may be told. */
export async function foundUnits(
  stores: Stores,
  frame: Frame,
  identities: readonly number[],
): Promise<ReadonlySet<number>> {
  const { found, drop } = await foundAsSql(stores, identities);
  if (found === null) return new Set();
  try {
    const { text, params } = statement(unitsFound(frame, found));
    const rows = await stores.warehouse.rows<{ unit: number }>(text, params);
    return new Set(rows.map(({ unit }) => unit));
  } finally {
    await drop();
  }
}
