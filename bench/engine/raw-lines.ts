import { dayNumber } from '../../src/domain/iso-date.ts';
import type { Period } from '../../src/domain/period.ts';
import { type DataVersion, generationList } from '../../src/services/ledger/data-version.ts';
import { monthNumber } from './company.ts';

export type Days = Pick<Period, 'from' | 'to'>;

/** Where an engine keeps the raw lines and what they refer to. The text of a question is the same for both. */
export interface RawTables {
  lines(days: Days): string;
  readonly point: string;
  readonly party: string;
  readonly product: string;
}

/** Tables of a DuckDB file, as `load-duckdb-child.ts` writes them. */
export const duckdbTables: RawTables = {
  lines: ({ from, to }) => `(SELECT * FROM ledger WHERE date BETWEEN DATE '${from}' AND DATE '${to}') AS l`,
  point: 'point',
  party: 'party',
  product: 'product',
};

/** The warehouse's own, of one version; months that a question does not touch are not read. */
export function warehouseTables(version: DataVersion): RawTables {
  const dimension = (table: string): string =>
    `(SELECT * FROM ${table} WHERE generation = ${version.dimensions})`;
  return {
    lines: ({ from, to }) => {
      const touched = (ym: number): boolean => ym >= monthNumber({ from }) && ym <= monthNumber({ from: to });
      return `(SELECT * FROM ledger WHERE (ym, generation) IN ${generationList(version, touched)}
        AND date BETWEEN DATE '${from}' AND DATE '${to}') AS l`;
    },
    point: dimension('dim_point'),
    party: dimension('dim_party'),
    product: dimension('dim_product'),
  };
}

/** SQL: the line makes a customer active. In this company all amounts are known and nobody is excluded. */
const counted = "settled AND kind = 'shipment' AND amount > 0";
/** SQL: months as consecutive numbers. */
const month = '(year(date) * 12 + month(date))';
export const monthIndex = ({ from }: Pick<Period, 'from'>): number =>
  Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7));

export type RawDimension = 'rep' | 'branch' | 'sku' | 'category' | 'city' | 'federalDistrict' | 'clientType';

const members = {
  rep: { column: 'rep' },
  branch: { column: 'branch' },
  sku: { column: 'l.product' },
  category: { column: "coalesce(of_product.category, '')", table: 'product', key: 'product' },
  city: { column: 'of_point.city', table: 'point', key: 'point' },
  federalDistrict: { column: 'of_point.federal_district', table: 'point', key: 'point' },
  clientType: { column: 'of_party.client_type', table: 'party', key: 'client' },
} as const satisfies Record<RawDimension, object>;

/** Lines with the dimensions as columns `d0`, `d1`, … */
function linesBy(tables: RawTables, days: Days, dimensions: readonly RawDimension[], where: string): string {
  const columns = dimensions.map((one, index) => `${members[one].column} AS d${index}, `).join('');
  const joins = dimensions.map((one) => {
    const member = members[one];
    return 'table' in member
      ? `LEFT JOIN ${tables[member.table]} AS of_${member.table} ON of_${member.table}.id = l.${member.key}`
      : '';
  });
  return `(SELECT ${columns} client, date, ${month} AS month, doc, l.product AS product, amount, amount_net, ${counted} AS counted
    FROM ${tables.lines(days)} ${joins.join(' ')} WHERE ${where}) AS of_lines`;
}

export interface TotalsQuestion {
  readonly time: Days & { readonly byMonth: boolean };
  readonly levels: readonly (readonly RawDimension[])[];
  /** SQL condition on lines `l`. */
  readonly where?: string;
  /** Different pairs of customer and product too. */
  readonly pairs?: boolean;
}

/** SQL: month (or 0), members, АКБ, sales, sales without VAT, documents; pairs of customer and product. */
export function totals(tables: RawTables, question: TotalsQuestion): string {
  const { time, levels, where = 'true', pairs = false } = question;
  const dimensions = [...new Set(levels.flat())];
  const columns = dimensions.map((_, index) => `d${index}`);
  const sets = levels.map((level) =>
    ['month', ...level.map((one) => `d${dimensions.indexOf(one)}`)].join(', '),
  );
  const distinct = (what: string): string => `count(DISTINCT CASE WHEN counted THEN ${what} END)`;
  return `
    SELECT ${['month', ...columns].join(', ')}, ${distinct('client')} AS active, sum(amount) AS sales, sum(amount_net) AS net,
      ${distinct('doc')} AS documents ${pairs ? `, ${distinct('client * 4294967296 + product')} AS pairs` : ''}
    FROM (SELECT ${columns.map((column) => `${column}, `).join('')} client, ${time.byMonth ? 'month' : '0 AS month'}, doc, product, amount, amount_net, counted
      FROM ${linesBy(tables, time, dimensions, where)}) AS asked
    GROUP BY GROUPING SETS (${sets.map((set) => `(${set})`).join(', ')})`;
}

/** SQL columns: the months before and after in which the partition has a row too, 0 for none. */
const neighbours = (by: string, [earlier, later]: readonly [string, string]): string =>
  // A range, not rows: a customer of two reps has two rows in one month.
  `coalesce(max(month) OVER (PARTITION BY ${by} ORDER BY month RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS ${earlier},
   coalesce(min(month) OVER (PARTITION BY ${by} ORDER BY month RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0) AS ${later}`;
const own = ['earlier', 'later'] as const;
const company = ['seen', 'stays'] as const;
const one = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** Who comes is told in his month, who leaves in the next one; engines that do not keep CTEs read them once. */
const told = (to: string): string => `
  told CROSS JOIN (SELECT 0 AS leaving UNION ALL SELECT 1 AS leaving) AS twice
  WHERE leaving = 0 OR (later <> month + 1 AND month < ${monthIndex({ from: to })})`;

/** SQL: member, АКБ, ОКБ, new, retained, reactivated, lost of one month; of the organisation also handed over in, out. */
export function standing(tables: RawTables, month: Days, history: Days, by?: RawDimension): string {
  const index = monthIndex(month);
  const flag = (condition: string): string => `max(${one(condition)})`;
  const among = by === 'rep' || by === 'branch';
  const ofCompany = (what: string, own: string): string =>
    among ? `${what}(${own}) OVER (PARTITION BY client)` : own;
  return `
  WITH own AS (
      SELECT ${by === undefined ? '0' : 'd0'} AS member, client, min(month) AS first,
        ${flag(`month = ${index}`)} AS now, ${flag(`month = ${index - 1}`)} AS before
      FROM ${linesBy(tables, { from: history.from, to: month.to }, by === undefined ? [] : [by], counted)} GROUP BY member, client
    ),
    told AS (SELECT member, now, before, ${ofCompany('min', 'first')} AS seen,
      ${ofCompany('max', 'now')} AS company_now, ${ofCompany('max', 'before')} AS company_before FROM own)
  SELECT member, sum(now), count(*), sum(${one(`now = 1 AND seen = ${index}`)}), sum(now * before),
    sum(${one(`now = 1 AND company_before = 0 AND seen < ${index}`)}), sum(${one('before = 1 AND company_now = 0')})
    ${among ? `, sum(${one('now = 1 AND before = 0 AND company_before = 1')}), sum(${one('before = 1 AND now = 0 AND company_now = 1')})` : ''}
  FROM told GROUP BY member`;
}

/** SQL: month, АКБ, ОКБ, new, retained, reactivated, lost of all months. */
export const bridge = (tables: RawTables, days: Days): string => `
  WITH bought AS (SELECT client, month FROM ${linesBy(tables, days, [], counted)} GROUP BY client, month),
    told AS (SELECT month, ${neighbours('client', own)} FROM bought)
  SELECT month, sum(now), sum(sum(fresh)) OVER (ORDER BY month), sum(fresh), sum(retained), sum(back), sum(lost)
  FROM (
    SELECT month + leaving AS month, 1 - leaving AS now, ${one('leaving = 0 AND earlier = 0')} AS fresh,
      ${one('leaving = 0 AND earlier = month - 1')} AS retained,
      ${one('leaving = 0 AND earlier > 0 AND earlier < month - 1')} AS back, leaving AS lost
    FROM ${told(days.to)}
  ) AS events GROUP BY month`;

/** SQL: the same for every member of the organisation, compared with the company; then handed over in, out. */
export const memberBridge = (tables: RawTables, days: Days, by: 'rep' | 'branch'): string => `
  WITH bought AS (SELECT d0 AS member, client, month FROM ${linesBy(tables, days, [by], counted)} GROUP BY d0, client, month),
    told AS (SELECT member, month, ${neighbours('member, client', own)}, ${neighbours('client', company)} FROM bought)
  SELECT month, member, sum(now), sum(sum(first)) OVER (PARTITION BY member ORDER BY month),
    sum(fresh), sum(retained), sum(back), sum(lost), sum(given), sum(taken)
  FROM (
    SELECT CAST(month + leaving AS INTEGER) AS month, member, 1 - leaving AS now,
      ${one('leaving = 0 AND earlier = 0')} AS first, ${one('leaving = 0 AND seen = 0')} AS fresh,
      ${one('leaving = 0 AND earlier = month - 1')} AS retained,
      ${one('leaving = 0 AND seen > 0 AND seen < month - 1')} AS back,
      ${one('leaving = 1 AND stays <> month + 1')} AS lost,
      ${one('leaving = 0 AND earlier <> month - 1 AND seen = month - 1')} AS given,
      ${one('leaving = 1 AND stays = month + 1')} AS taken
    FROM ${told(days.to)}
    UNION ALL
    SELECT CAST(generate_series AS INTEGER), member, 0, 0, 0, 0, 0, 0, 0, 0
    FROM (SELECT DISTINCT member FROM bought) AS every_member
    CROSS JOIN generate_series(${monthIndex(days)}, ${monthIndex({ from: days.to })}) AS every_month
  ) AS events GROUP BY month, member`;

/** SQL: day (since 1970), АКБ of the 30 days that end with it. A purchase holds for 30 days or until the next one. */
export const rolling = (tables: RawTables, days: Days): string => `
  WITH bought AS (SELECT client, date - DATE '1970-01-01' AS day FROM ${linesBy(tables, days, [], counted)} GROUP BY client, date),
    held AS (SELECT day, least(day + 30, coalesce(nullif(
      min(day) OVER (PARTITION BY client ORDER BY day ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING), 0), day + 30)) AS until FROM bought)
  SELECT * FROM (
    SELECT day, sum(sum(change)) OVER (ORDER BY day) AS active
    FROM (
      SELECT day, 1 AS change FROM held UNION ALL SELECT until, -1 FROM held
      UNION ALL SELECT CAST(generate_series AS INTEGER), 0
      FROM generate_series(${dayNumber(days.from)}, ${dayNumber(days.to)})
    ) AS changes GROUP BY day
  ) AS every_day WHERE day <= ${dayNumber(days.to)}`;

/** SQL: the first page of customers by sales: customer, sales, documents, first and last purchase. */
export const firstPage = (
  tables: RawTables,
  { days, history, size }: { days: Period; history: Days; size: number },
): string => `
  WITH page AS (
    SELECT client, sum(amount) AS sales, count(DISTINCT CASE WHEN counted THEN doc END) AS documents
    FROM ${linesBy(tables, days, [], 'true')}
    GROUP BY client HAVING sum(CASE WHEN counted THEN 1 ELSE 0 END) > 0 ORDER BY sales DESC, client LIMIT ${size}
  )
  SELECT page.client, any_value(page.sales), any_value(page.documents), min(of_lines.date), max(of_lines.date)
  FROM ${linesBy(tables, history, [], counted)} JOIN page ON page.client = of_lines.client GROUP BY page.client`;
