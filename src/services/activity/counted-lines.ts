import type { Method } from '../../domain/method.ts';
import { and, ids, joined, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';
import { settlesMonth } from '../ledger/settles-month.ts';

/** Why a line does not count; of several reasons the first. */
export const exclusions = ['kind', 'nothingSold', 'returned', 'returnedLater', 'party', 'product'] as const;
export type Exclusion = (typeof exclusions)[number];

/**
 * SQL conditions on ledger rows `l`, all of which a line has to meet to count under the method (counting rules, §2),
 * thresholds apart. Products and excluded parties are looked up as of the version's dimensions.
 */
function rulesOf(method: Method, version: DataVersion): (readonly [Exclusion, Sql])[] {
  const rules: (readonly [Exclusion, Sql])[] = [
    ['kind', raw(`l.kind IN (${method.kinds.map((kind) => `'${kind}'`).join(', ')})`)],
    ['nothingSold', sql`l.sold`],
  ];
  if (method.returns.mode !== 'off') rules.push(['returned', sql`l.settled`]);
  if (method.returns.mode === 'days')
    rules.push(['returnedLater', raw(notReturnedLater(method.returns.days, version))]);
  if (method.excludedParties.length > 0) {
    const excluded = ids(method.excludedParties);
    rules.push(['party', sql`l.entity NOT IN ${excluded}`], ['party', sql`l.client NOT IN ${excluded}`]);
  }
  const products = productFilter(method, version);
  if (products !== null) rules.push(['product', sql`l.product IN (${products})`]);
  return rules;
}

/** SQL condition on ledger rows `l`: the line counts. */
export const countedCondition = (method: Method, version: DataVersion): Sql =>
  and(rulesOf(method, version).map(([, condition]) => condition));

/** SQL condition on ledger rows `l`: the line would count if nothing ever came back. */
export const countedBeforeReturns = (method: Method, version: DataVersion): Sql =>
  and(
    rulesOf(method, version).flatMap(([name, condition]) =>
      name === 'returned' || name === 'returnedLater' ? [] : [condition],
    ),
  );

/** SQL over ledger rows `l`: why the line does not count, an `Exclusion`; '' where it does. */
export const exclusionOf = (method: Method, version: DataVersion): Sql =>
  sql`multiIf(${joined(
    rulesOf(method, version).map(([name, condition]) => sql`NOT (${condition}), ${raw(`'${name}'`)}`),
    ', ',
  )}, '')`;

function productFilter(method: Method, version: DataVersion): Sql | null {
  const filter = method.products;
  if (filter === undefined) return null;
  const conditions = [sql`generation = ${raw(version.dimensions)}`];
  if (filter.categories !== undefined) conditions.push(sql`category IN ${texts(filter.categories)}`);
  if (filter.brands !== undefined) conditions.push(sql`brand IN ${texts(filter.brands)}`);
  return sql`SELECT id FROM dim_product WHERE ${and(conditions)}`;
}

/**
 * Mode `days: N`: the line's cell, with the returns of later months dated at most N days after the line added to it,
 * stays above zero. The cells that such returns break are listed per day of shipment.
 */
function notReturnedLater(days: number, version: DataVersion): string {
  const ledger = `(SELECT * FROM ledger WHERE (ym, generation) IN ${generationList(version)}) AS x`;
  return `(l.entity, l.product, l.date) NOT IN (
    SELECT s.entity, s.product, s.date
    FROM (
      SELECT DISTINCT x.entity AS entity, x.product AS product, x.date AS date FROM ${ledger}
      WHERE x.amount > 0 OR x.quantity > 0
    ) AS s
    LEFT JOIN (
      SELECT x.entity AS entity, x.product AS product, x.ym AS ym, sum(x.quantity) AS quantity, sum(x.amount) AS amount
      FROM ${ledger} WHERE NOT ${settlesMonth('x')} GROUP BY entity, product, ym
    ) AS c ON c.entity = s.entity AND c.product = s.product AND c.ym = toYYYYMM(s.date)
    INNER JOIN (
      SELECT x.entity AS entity, x.product AS product, x.date AS date, x.quantity AS quantity, x.amount AS amount
      FROM ${ledger} WHERE x.kind = 'return'
    ) AS r ON r.entity = s.entity AND r.product = s.product
    WHERE toYYYYMM(r.date) > toYYYYMM(s.date) AND r.date <= s.date + ${days}
    GROUP BY s.entity, s.product, s.date, c.quantity, c.amount
    HAVING ${atMostZero('quantity')} OR ${atMostZero('amount')})`;
}

/** SQL: cell and later returns together; a side of which nothing is known adds nothing, and two such are not asked. */
const atMostZero = (column: 'quantity' | 'amount'): string =>
  `ifNull(coalesce(c.${column} + sum(r.${column}), c.${column}, sum(r.${column})) <= 0, false)`;
