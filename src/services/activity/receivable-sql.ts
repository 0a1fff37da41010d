import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { CountUnit, Decimal } from '../../domain/units.ts';
import { and, decimal, ids, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { unitColumn } from './unit-column.ts';

type Receivable = Extract<SetNode, { readonly kind: 'receivable' }>;

interface Asked {
  readonly unit: CountUnit;
  readonly version: DataVersion;
  /** Agreed by hand, by client or legal entity. */
  readonly limits?: ReadonlyMap<number, Decimal> | null;
}

/** SQL: `SELECT unit …`, who owes so much; a unit of which no amount is known is not among them. */
export function owingUnits(node: Receivable, asked: Asked): Sql {
  const { unit, version } = asked;
  const generation = raw(`generation = ${version.dimensions}`);
  const column = raw(unitColumn[unit === 'client' ? 'client' : 'legalEntity']);
  const owing = sql`SELECT d.unit AS unit FROM (
      SELECT ${column} AS unit, any(client) AS of, sum(${raw(node.which === 'overdue' ? 'overdue' : 'debt')}) AS owed,
        anyIf(credit_limit, id = ${column}) AS imported
      FROM dim_party WHERE ${generation} AND entity != 0 GROUP BY unit
    ) AS d ${node.which === 'limitUse' ? withinLimit(node, asked) : sql`WHERE ${within(node, sql`1`)}`}`;
  return unit === 'deliveryPoint'
    ? sql`SELECT DISTINCT point AS unit FROM dim_point WHERE ${generation} AND entity IN (${owing})`
    : owing;
}

/** What is owed, within its bounds times something; products are exact, shares would not be. */
const within = ({ atLeast, atMost }: Receivable, times: Sql): Sql =>
  and([
    sql`isNotNull(owed)`,
    ...(atLeast === undefined ? [] : [sql`owed >= ${decimal(atLeast)} * ${times}`]),
    ...(atMost === undefined ? [] : [sql`owed <= ${decimal(atMost)} * ${times}`]),
  ]);

/** The limit is the unit's own, else its client's, else what imports say (`termsNow`). */
function withinLimit(node: Receivable, { limits }: Asked): Sql {
  if (!limits) throw new Error('use of limits without limits');
  const agreed = sql`(SELECT tupleElement(one, 1) AS unit, toDecimal64(tupleElement(one, 2), 4) AS amount
    FROM (SELECT arrayJoin(arrayZip(${ids([...limits.keys()])}, ${texts([...limits.values()])})) AS one))`;
  const limit = sql`multiIf(own.unit != 0, own.amount, above.unit != 0, above.amount, ifNull(imported, 0))`;
  return sql`LEFT JOIN ${agreed} AS own ON own.unit = d.unit LEFT JOIN ${agreed} AS above ON above.unit = d.of
    WHERE ${limit} > 0 AND ${within(node, limit)}`;
}
