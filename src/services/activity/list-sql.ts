import { dayNumber } from '../../domain/iso-date.ts';
import { type CustomerSort, type SortOrder, usualOrder } from '../../domain/report-words.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import { ids, joined, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import { countedCondition } from './counted-lines.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import { keptHistory } from './kept/kept-source.ts';
import { dayAsked, responsibleUnits } from './responsible-sql.ts';
import { type SetContext, setMembers } from './set-sql.ts';
import { isShown, shownCondition } from './shown-sql.ts';
import { unitColumn } from './unit-column.ts';

/** A set to list, the lines that its columns add up, and the order. */
export interface ListParts {
  readonly frame: Frame;
  readonly set: SetNode;
  readonly context: SetContext;
  readonly order: ListOrder;
  /** SQL: `SELECT id`, identities that a search has found; null: everybody is listed. */
  readonly found: Sql | null;
}

export interface ListOrder {
  readonly sort: CustomerSort;
  readonly order: SortOrder;
  /** Of texts that only the records have: the build of their positions. */
  readonly build?: number;
  /** Of texts that the warehouse has: in their order. */
  readonly texts?: readonly string[];
}

/** What is joined to the members `u`, to be looked at or to be sorted by. */
type Part = 'sums' | 'history' | 'responsible' | 'attributes';

const documents = 'if(ifNull(s.unnumbered, 0) = 0, ifNull(s.documents, 0), NULL)';
const products = 'if(ifNull(s.unknown_products, 0) = 0, ifNull(s.products, 0), NULL)';
const rep = 'coalesce(a.rep, h.rep, 0)';

/** How columns are sorted: what has to be joined, and the value. Quotients of 20 decimals stand in their true order. */
const sorted = {
  sales: { parts: ['sums'], value: 's.sales' },
  salesExVat: { parts: ['sums'], value: 's.sales_net' },
  documents: { parts: ['sums'], value: documents },
  products: { parts: ['sums'], value: products },
  avgCheck: { parts: ['sums'], value: `toDecimal256(s.sales, 20) / nullIf(${documents}, 0)` },
  firstPurchase: { parts: ['history'], value: 'h.first' },
  lastPurchase: { parts: ['history'], value: 'h.last' },
  id: { parts: [], value: 'u.unit' },
} as const satisfies Partial<Record<CustomerSort, { parts: readonly Part[]; value: string }>>;

/** Texts that the warehouse has; the others are known by their positions. */
export const attributeColumns = {
  city: 'city',
  industry: 'industry',
  clientType: 'client_type',
  salesChannel: 'sales_channel',
  acquisitionChannel: 'acquisition_channel',
} as const satisfies Partial<Record<CustomerSort, string>>;
type AttributeSort = keyof typeof attributeColumns;

export const isAttributeSort = (sort: CustomerSort): sort is AttributeSort => sort in attributeColumns;
/** Texts of customers, of whom it may have to be kept secret who they are. */
export const isTextSort = (sort: CustomerSort): boolean => !(sort in sorted);

/** SQL: one row of all ids in order. */
export function idsInOrder(list: ListParts): Sql {
  const { order } = list;
  return sql`
    SELECT arrayMap(placed -> placed.2, arraySort(groupArray((place, unit)))) AS units FROM (
      SELECT unit, row_number() OVER (ORDER BY ${inOrder(order)}) AS place
      FROM (SELECT u.unit AS unit, ${sortValue(list)} AS value ${membersWith(list, partsOf(order), null)})
    )`;
}

/** SQL: rows of all members in order, or, in no order, of some of them. */
export function rowsOf(list: ListParts, some: readonly number[] | null): Sql {
  const among = some === null ? null : ids(some);
  const all = sql`
    SELECT u.unit AS unit, s.sales AS sales, s.sales_net AS sales_net, ${raw(documents)} AS documents,
      ${raw(products)} AS products, h.first AS first, h.last AS last, ${raw(rep)} AS rep,
      CAST(${isShown(list.frame, among)}, 'Bool') AS shown,
      ${raw(Object.values(attributeColumns).join(', '))}
      ${some === null ? sql`, ${sortValue(list)} AS value` : sql``}
    ${membersWith(list, ['sums', 'history', 'responsible', 'attributes'], among)}`;
  return some === null ? sql`SELECT * FROM (${all}) ORDER BY ${inOrder(list.order)}` : all;
}

/**
 * SQL: what one member has bought in a period that begins with the history, in one pass over his lines; no row where he
 * has none.
 */
export const totalsOf = (frame: Frame, unit: number): Sql => sql`
  SELECT s.sales AS sales, s.sales_net AS sales_net, ${raw(documents)} AS documents, ${raw(products)} AS products,
    if(s.bought = 0, NULL, s.first) AS first, if(s.bought = 0, NULL, s.last) AS last
  FROM (${sumsByUnit(frame, ids([unit]), true)}) AS s`;

/** SQL: `unit, sales, documents, products` of everybody with lines in the period; null is unknown. */
export const sumsOfEverybody = (frame: Frame): Sql => sql`
  SELECT s.unit AS unit, s.sales AS sales, ${raw(documents)} AS documents, ${raw(products)} AS products
  FROM (${sumsByUnit(frame, null)}) AS s`;

/** Unknown values come last either way, equal ones by id. */
const inOrder = ({ order }: ListOrder): Sql =>
  raw(`isNull(value), value ${order === 'ascending' ? 'ASC' : 'DESC'}, unit`);

const partsOf = ({ sort }: ListOrder): readonly Part[] => {
  if (sort === 'manager') return ['history', 'responsible'];
  if (isAttributeSort(sort)) return ['attributes'];
  return sort in sorted ? sorted[sort as keyof typeof sorted].parts : [];
};

/** SQL: what the order looks at; null is unknown. Who must not be named must not betray himself by his place either. */
function sortValue({ frame, order: { sort, texts: known = [] } }: ListParts): Sql {
  if (sort in sorted) return raw(sorted[sort as keyof typeof sorted].value);
  const value = isAttributeSort(sort)
    ? sql`nullIf(transform(${raw(attributeColumns[sort])}, ${texts(known)}, ${ids(known.map((_, index) => index + 1))}, toUInt32(0)), 0)`
    : sql`t.rank`;
  return frame.scope.nodes === null ? value : sql`if(${isShown(frame, null)}, ${value}, NULL)`;
}

/** SQL: `FROM` members `u`, with what is joined to them. `among`: these are all that matter. */
function membersWith(list: ListParts, parts: readonly Part[], among: Sql | null): Sql {
  const { frame, order, set, context } = list;
  const joins: Readonly<Record<Part, () => Sql>> = {
    sums: () => sums(frame, among),
    history: () => history(frame, among),
    responsible: () => sql`LEFT JOIN (${responsibleReps(frame, among)}) AS a ON a.unit = u.unit`,
    attributes: () => attributes(frame, among),
  };
  const ranks =
    order.build === undefined || among !== null
      ? sql``
      : sql`LEFT JOIN (SELECT id, rank FROM text_rank WHERE build = ${raw(order.build)}) AS t
          ON t.id = ${raw(order.sort === 'manager' ? rep : 'u.unit')}`;
  const members = among === null ? setMembers(set, context) : sql`SELECT arrayJoin(${among}) AS unit`;
  const found = list.found === null || among !== null ? sql`` : sql`WHERE ${isFound(frame, list.found)}`;
  return sql`
    FROM (${members}) AS u
    ${joined(
      parts.map((part) => joins[part]()),
      ' ',
    )}
    ${ranks} ${found}`;
}

const unitOfLine = ({ unit }: Frame): Sql => raw(`l.${unitColumn[unit]}`);
const only = (column: Sql, among: Sql | null): Sql =>
  among === null ? sql`` : sql`AND ${column} IN ${among}`;

/** SQL: sums of the period and slice. */
const sums = (frame: Frame, among: Sql | null): Sql =>
  sql`LEFT JOIN (${sumsByUnit(frame, among)}) AS s ON s.unit = u.unit`;

/** `dated`: with the first and last day of counted lines, and how many there are. */
function sumsByUnit(frame: Frame, among: Sql | null, dated = false): Sql {
  const { slice, scope, method, version } = frame;
  const { from } = lastPeriod(frame);
  const days = raw(
    dated ? ', countIf(counts) AS bought, minIf(date, counts) AS first, maxIf(date, counts) AS last' : '',
  );
  return sql`
    SELECT unit, sum(amount) AS sales, if(countIf(amount_net IS NULL) = 0, sum(amount_net), NULL) AS sales_net,
      uniqExactIf(doc, counts AND numbered) AS documents, countIf(counts AND NOT numbered) AS unnumbered,
      uniqExactIf(product, counts) AS products, countIf(counts AND product = 0) AS unknown_products${days}
    FROM (
      SELECT ${unitOfLine(frame)} AS unit, l.amount AS amount, l.amount_net AS amount_net, l.doc AS doc, l.date AS date,
        l.numbered AS numbered, l.product AS product, ${countedCondition(method, version)} AS counts
      ${ledgerRows(frame, { slice, scope, joins: [], from })} ${only(unitOfLine(frame), among)}
    ) GROUP BY unit`;
}

/** SQL: first and last purchase of the history up to the end of the period, and who sold last. */
function history(frame: Frame, among: Sql | null): Sql {
  const { scope, method, version } = frame;
  const kept = keptHistory(frame, among);
  if (kept !== null) return sql`LEFT JOIN (${kept}) AS h ON h.unit = u.unit`;
  return sql`
    LEFT JOIN (
      SELECT ${unitOfLine(frame)} AS unit, min(l.date) AS first, max(l.date) AS last,
        argMaxIf(l.rep, (l.date, l.doc, l.rep), l.rep != 0) AS rep
      ${ledgerRows(frame, { slice: [], scope, joins: [] })} AND ${countedCondition(method, version)}
        ${only(unitOfLine(frame), among)}
      GROUP BY unit
    ) AS h ON h.unit = u.unit`;
}

/** SQL: attributes as slices know them: the city of the first point that has one, the rest of the client. */
function attributes({ unit, version: { dimensions } }: Frame, among: Sql | null): Sql {
  const column = unitColumn[unit];
  const ofClient = Object.values(attributeColumns).filter((one) => one !== 'city');
  const clientsOf = (some: Sql): Sql =>
    sql`(SELECT client FROM dim_point WHERE generation = ${raw(dimensions)} ${only(raw(column), some)})`;
  const clients = among === null || unit === 'client' ? among : clientsOf(among);
  return sql`
    LEFT JOIN (
      SELECT p.unit AS unit, argMinIf(p.city, p.id, p.city != '') AS city,
        ${raw(ofClient.map((one) => `ifNull(any(c.${one}), '') AS ${one}`).join(', '))}
      FROM (
        SELECT ${raw(column)} AS unit, id, client, toString(city) AS city FROM dim_point
        WHERE generation = ${raw(dimensions)} ${only(raw(column), among)}
      ) AS p
      LEFT JOIN (
        SELECT id, ${raw(ofClient.map((one) => `toString(${one}) AS ${one}`).join(', '))} FROM dim_party
        WHERE generation = ${raw(dimensions)} ${only(raw('id'), clients)}
      ) AS c ON c.id = p.client
      GROUP BY unit
    ) AS w ON w.unit = u.unit`;
}

/** SQL: `unit`, those of whom an identity was found and the reader may be told of. */
export function unitsFound(frame: Frame, found: Sql): Sql {
  const { unit, version } = frame;
  const table = unit === 'deliveryPoint' ? 'dim_point' : 'dim_party';
  return sql`SELECT u.unit AS unit FROM (
      SELECT DISTINCT ${raw(unitColumn[unit])} AS unit FROM ${raw(table)}
      WHERE generation = ${raw(version.dimensions)} AND id IN (${found})
    ) AS u WHERE ${isFound(frame, found)}`;
}

/**
 * SQL condition on members `u`: one of his identities was found. Of those whom the reader may not name nothing is
 * found, be it a legal entity of a client whom he may.
 */
function isFound(frame: Frame, found: Sql): Sql {
  const { unit, version, scope } = frame;
  const ofVersion = sql`generation = ${raw(version.dimensions)} AND id IN (${found})`;
  const table = unit === 'deliveryPoint' ? 'dim_point' : 'dim_party';
  const units = sql`SELECT ${raw(unitColumn[unit])} FROM ${raw(table)} WHERE ${ofVersion}`;
  // An id that a set names itself is listed under its own name, be it no unit of the kind that is counted.
  if (scope.nodes === null) return sql`(u.unit IN (${units}) OR u.unit IN (${found}))`;
  if (unit === 'deliveryPoint') return sql`u.unit IN (${units}) AND ${isShown(frame, null)}`;
  const entity = shownCondition(frame, { unit: 'legalEntity', column: raw('entity'), among: null });
  return sql`u.unit IN (${units} AND (entity = 0 OR ${entity})) AND ${isShown(frame, null)}`;
}

/** SQL: `unit, rep`: who is responsible for units on the last day of the period, or of the data if that is earlier. */
function responsibleReps(frame: Frame, among: Sql | null): Sql {
  const { version, unit } = frame;
  const at = dayAsked(frame, dayNumber(lastPeriod(frame).to));
  const whole = { slice: [], scope: wholeCompany };
  const units = responsibleUnits({ version, unit, among, ...whole }, ['rep'], [[0, at]]);
  return sql`SELECT unit, rep FROM (${units}) WHERE rep != 0`;
}

export const orderOf = ({
  sort = 'sales',
  order,
}: {
  sort?: CustomerSort;
  order?: SortOrder;
}): ListOrder => ({
  sort,
  order: order ?? usualOrder(sort),
});
