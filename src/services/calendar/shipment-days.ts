import type { IsoDate } from '../../domain/units.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { remembered } from '../activity/remembered.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';

/** Days with at least one shipment line, by branch; those of lines without a branch are under 0. */
export const shipmentDays = (
  warehouse: Warehouse,
  version: DataVersion,
): Promise<ReadonlyMap<number, readonly IsoDate[]>> =>
  remembered<{ branch: number; date: IsoDate }, Map<number, IsoDate[]>>(
    warehouse,
    sql`SELECT branch, date FROM ledger WHERE (ym, generation) IN ${raw(generationList(version))} AND kind = 'shipment'
      GROUP BY branch, date`,
    (rows) => {
      const days = new Map<number, IsoDate[]>();
      for (const { branch, date } of rows) {
        const found = days.get(branch) ?? [];
        found.push(date);
        days.set(branch, found);
      }
      return days;
    },
    (days) => [...days.values()].reduce((bytes, { length }) => bytes + 40 * length, 0),
  );
