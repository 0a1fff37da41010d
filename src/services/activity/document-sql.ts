import type { IsoDate } from '../../domain/units.ts';
import { day, joined, raw, type Sql, sql, wideInteger } from '../../stores/warehouse/sql.ts';
import { exclusionOf, exclusions } from './counted-lines.ts';
import type { LineChoice } from './document-report.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import { unitColumn } from './unit-column.ts';

/** A row of the list: a document as one unit has it. */
export interface DocumentKey {
  readonly date: IsoDate;
  /** 128 bits as decimal text. */
  readonly doc: string;
  readonly unit: number;
}

/** SQL: a list for IN, one by one, because an array would be searched without the primary key. */
export const documentIds = (ids: readonly string[]): Sql => sql`(${joined(ids.map(wideInteger), ', ')})`;

const wanted = {
  counted: raw("AND excluded = ''"),
  excluded: raw("AND excluded != ''"),
  all: raw(''),
} as const satisfies Record<LineChoice, Sql>;

const one = (column: string): string => `if(uniqExact(x.${column}) = 1, any(x.${column}), 0) AS ${column}`;
const columns = [
  'count() AS lines',
  'sum(x.quantity) AS quantity',
  'sum(x.amount) AS sales',
  'if(countIf(x.amount_net IS NULL) = 0, sum(x.amount_net), NULL) AS sales_net',
  "countIf(x.excluded = '') AS counted",
  ...exclusions.map((name) => `countIf(x.excluded = '${name}') AS excluded_${name}`),
  'arraySort(groupUniqArray(toString(x.kind))) AS kinds',
  'max(x.numbered) AS numbered',
  ...['point', 'rep', 'branch'].map(one),
];
const names = columns.map((column) => column.slice(column.lastIndexOf(' ') + 1)).join(', ');

/** SQL: a page of the documents of a frame's units behind a row (or from the beginning), newest first, with the size of all. */
export function pageOfDocuments(
  frame: Frame,
  choice: LineChoice,
  limit: number,
  after: DocumentKey | null,
): Sql {
  const rest =
    after === null
      ? sql`true`
      : sql`(date, id, unit) < (${day(after.date)}, ${wideInteger(after.doc)}, ${raw(after.unit)})`;
  return sql`
    SELECT unit, toString(id) AS doc, date, size, ${raw(names)} FROM (
      SELECT *, count() OVER () AS size FROM (
        SELECT x.unit AS unit, x.doc AS id, max(x.date) AS date, ${raw(columns.join(', '))}
        FROM (${linesOf(frame)}) AS x WHERE true ${wanted[choice]}
        GROUP BY unit, id
      )
    )
    WHERE ${rest} ORDER BY date DESC, id DESC, unit DESC LIMIT ${raw(limit)}`;
}

/** SQL: the lines of one document that one unit has, in an order of their own. */
export function linesOfDocument(
  frame: Frame,
  choice: LineChoice,
  { doc, unit }: Omit<DocumentKey, 'date'>,
): Sql {
  const { version, unit: level } = frame;
  const generation = raw(`generation = ${version.dimensions}`);
  const lines = sql`${linesOf(frame)}
    AND l.doc IN ${documentIds([doc])} AND l.${raw(unitColumn[level])} = ${raw(unit)}
    AND l.client IN (SELECT client FROM dim_point WHERE ${generation} AND ${raw(unitColumn[level])} = ${raw(unit)})`;
  return sql`
    SELECT l.date AS date, toString(l.kind) AS kind, l.product AS product, toString(ifNull(p.category, '')) AS category,
      l.quantity AS quantity, l.amount AS sales, l.amount_net AS sales_net, l.excluded AS excluded
    FROM (${lines}) AS l
    LEFT JOIN (SELECT id, category FROM dim_product WHERE ${generation}) AS p ON p.id = l.product
    WHERE true ${wanted[choice]}
    ORDER BY date, product, sales, quantity`;
}

/** SQL: the lines of a frame, each with why it does not count. */
function linesOf(frame: Frame): Sql {
  const { unit, method, version, slice, scope } = frame;
  return sql`
    SELECT l.${raw(unitColumn[unit])} AS unit, l.doc AS doc, l.date AS date, l.kind AS kind, l.numbered AS numbered,
      l.product AS product, l.point AS point, l.rep AS rep, l.branch AS branch,
      l.quantity AS quantity, l.amount AS amount, l.amount_net AS amount_net,
      ${exclusionOf(method, version)} AS excluded
    ${ledgerRows(frame, { slice, scope, joins: [], from: lastPeriod(frame).from })}`;
}
