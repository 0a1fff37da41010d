import type { Method } from '../../domain/method.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * SQL condition on ledger rows `l`: the line counts under the method (counting rules, §2), thresholds apart. Products
 * and excluded parties are looked up as of the version's dimensions.
 */
export function countedCondition(method: Method, version: DataVersion): string {
  const conditions = [
    `l.kind IN (${method.kinds.map(text).join(', ')})`,
    // Where an amount is unknown the quantity decides; where both are, nothing was sold.
    'ifNull(l.amount > 0, ifNull(l.quantity > 0, false))',
  ];
  if (method.returns.mode !== 'off') conditions.push('l.settled');
  if (method.returns.mode === 'days') conditions.push(notReturnedLater(method.returns.days, version));
  if (method.excludedParties.length > 0) {
    const ids = method.excludedParties.join(', ');
    conditions.push(`l.entity NOT IN (${ids}) AND l.client NOT IN (${ids})`);
  }
  const products = productFilter(method, version);
  if (products !== null) conditions.push(`l.product IN (${products})`);
  return conditions.join(' AND ');
}

function productFilter(method: Method, version: DataVersion): string | null {
  const filter = method.products;
  if (filter === undefined) return null;
  const conditions = [`generation = ${version.dimensions}`];
  if (filter.categories !== undefined) conditions.push(`category IN (${filter.categories.map(text).join(', ')})`);
  if (filter.brands !== undefined) conditions.push(`brand IN (${filter.brands.map(text).join(', ')})`);
  return `SELECT id FROM dim_product WHERE ${conditions.join(' AND ')}`;
}

/**
 * Mode `days: N`: the line's cell, with the returns of later months dated at most N days after the line added to it,
 * stays above zero. The cells that such returns break are listed per day of shipment.
 */
function notReturnedLater(days: number, version: DataVersion): string {
  const ledger = `(SELECT entity, product, date, quantity, amount FROM ledger
    WHERE (ym, generation) IN ${generationList(version)})`;
  const cell = 'entity, product, toYYYYMM(date)';
  return `(l.entity, l.product, l.date) NOT IN (
    SELECT s.entity, s.product, s.date
    FROM (
      SELECT DISTINCT entity, product, date FROM ${ledger} WHERE amount > 0 OR quantity > 0
    ) AS s
    INNER JOIN (
      SELECT ${cell}, entity, product, toYYYYMM(date) AS ym, sum(quantity) AS quantity, sum(amount) AS amount
      FROM ${ledger} GROUP BY entity, product, ym
    ) AS c ON c.entity = s.entity AND c.product = s.product AND c.ym = toYYYYMM(s.date)
    INNER JOIN (
      SELECT entity, product, date, quantity, amount FROM ${ledger} WHERE amount < 0 OR quantity < 0
    ) AS r ON r.entity = s.entity AND r.product = s.product
    WHERE toYYYYMM(r.date) > toYYYYMM(s.date) AND r.date <= s.date + ${days}
    GROUP BY s.entity, s.product, s.date, c.quantity, c.amount
    HAVING c.quantity + sum(r.quantity) <= 0 OR c.amount + sum(r.amount) <= 0)`;
}
