import type { IsoDate } from '../../domain/units.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';

/** Days with at least one shipment line, by branch; those of lines without a branch are under 0. */
export async function shipmentDays(
  warehouse: Warehouse,
  version: DataVersion,
): Promise<ReadonlyMap<number, readonly IsoDate[]>> {
  const rows = await warehouse.rows<{ branch: number; date: IsoDate }>(`
    SELECT branch, date FROM ledger WHERE (ym, generation) IN ${generationList(version)} AND kind = 'shipment'
    GROUP BY branch, date`);
  const days = new Map<number, IsoDate[]>();
  for (const { branch, date } of rows) {
    const found = days.get(branch) ?? [];
    found.push(date);
    days.set(branch, found);
  }
  return days;
}
