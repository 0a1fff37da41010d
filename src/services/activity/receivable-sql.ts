import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { CountUnit } from '../../domain/units.ts';
import { and, decimal, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { unitColumn } from './unit-column.ts';

/** SQL: `SELECT unit …`, who owes so much; a unit of which no amount is known is not among them. */
export function owingUnits(
  { which, atLeast, atMost }: Extract<SetNode, { readonly kind: 'receivable' }>,
  { unit, version }: { readonly unit: CountUnit; readonly version: DataVersion },
): Sql {
  const generation = raw(`generation = ${version.dimensions}`);
  const owed = raw(`sum(${which})`);
  const bounds = [
    sql`isNotNull(${owed})`,
    ...(atLeast === undefined ? [] : [sql`${owed} >= ${decimal(atLeast)}`]),
    ...(atMost === undefined ? [] : [sql`${owed} <= ${decimal(atMost)}`]),
  ];
  const column = raw(unitColumn[unit === 'client' ? 'client' : 'legalEntity']);
  const owing = sql`SELECT ${column} AS unit FROM dim_party WHERE ${generation} AND entity != 0
    GROUP BY unit HAVING ifNull(${and(bounds)}, false)`;
  return unit === 'deliveryPoint'
    ? sql`SELECT DISTINCT point AS unit FROM dim_point WHERE ${generation} AND entity IN (${owing})`
    : owing;
}
