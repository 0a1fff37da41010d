import { today } from '../../domain/clock.ts';
import { type DealerTie, dealersOn, subDealersOf } from '../../domain/dealer-ties.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { CountUnit } from '../../domain/units.ts';
import { ids, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { unitColumn } from './unit-column.ts';

/** SQL: `SELECT unit …`, dealers or sub-dealers, or the units of these. */
export function dealerUnits(
  { which, of, on = today() }: Extract<SetNode, { readonly kind: 'dealerNetwork' }>,
  ties: readonly DealerTie[],
  { unit, version }: { readonly unit: CountUnit; readonly version: DataVersion },
): Sql {
  const dealers = dealersOn(ties, on);
  const below = of === undefined ? null : subDealersOf(dealers, of);
  const all = new Set(which === 'dealers' ? dealers.values() : dealers.keys());
  const clients = ids(below === null ? [...all] : below.filter((client) => all.has(client)));
  return unit === 'client'
    ? sql`SELECT arrayJoin(${clients}) AS unit`
    : sql`SELECT DISTINCT ${raw(unitColumn[unit])} AS unit FROM dim_point
        WHERE generation = ${raw(version.dimensions)} AND client IN ${clients}`;
}
