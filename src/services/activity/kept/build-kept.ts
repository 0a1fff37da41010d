import { type Dimension, kindOf } from '../../../domain/dimensions.ts';
import type { Method } from '../../../domain/method.ts';
import { joined, raw, type Sql, sql, statement } from '../../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from '../../ledger/data-version.ts';
import { countedCondition } from '../counted-lines.ts';
import { memberJoin, memberOfLine } from '../dimension-sql.ts';
import { keptLevels, levelName } from './levels.ts';

/**
 * Brings what is kept of a version up to date: builds bitmaps and sums of months that have none, carries the others
 * over. What is kept of a month holds while its lines, and the attributes of their points, clients and products, stay.
 * Returns the months built. Answers are the same before, while and after: they only come faster.
 */
export async function buildKept(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
  signal?: AbortSignal,
): Promise<number[]> {
  const key = keptKey(method);
  const kept = await keptMonths(warehouse, version, key);
  const missing = Object.keys(version.months)
    .map(Number)
    .filter((ym) => !kept.has(ym));
  if (missing.length === 0) return [];
  const carried = await monthsToCarry(warehouse, version, key, missing);
  const toBuild = missing.filter((ym) => !carried.has(ym));
  const built: number[] = [];
  // Two at a time: each statement keeps about one processor busy.
  for (let next = 0; next < toBuild.length && !signal?.aborted; next += 2) {
    const both = toBuild.slice(next, next + 2);
    await Promise.all(both.map((ym) => buildMonth(warehouse, version, method, ym)));
    built.push(...both);
  }
  const rows = [...carried, ...built.map((ym) => [ym, version.dimensions] as const)];
  await warehouse.insert(
    'kept_month',
    ['method', 'dimensions', 'ym', 'generation', 'build'],
    rows.map(([ym, build]) => [key, version.dimensions, ym, version.months[ym], build]),
  );
  return built;
}

/** What is kept of a month: another number, and everything is built anew. */
const format = 2;

/** A new version of a method, or another method, keeps its own. */
export const keptKey = ({ id, version }: Method): string => `${id} ${version} ${format}`;

/** Under which build the months of a version are kept. */
export async function keptMonths(
  warehouse: Warehouse,
  { dimensions, months }: DataVersion,
  key: string,
): Promise<Map<number, number>> {
  const { text, params } = statement(sql`
    SELECT ym, generation, max(build) AS build FROM kept_month
    WHERE method = ${raw(`'${key}'`)} AND dimensions = ${raw(dimensions)} GROUP BY ym, generation`);
  const rows = await warehouse.rows<{ ym: number; generation: number; build: number }>(text, params);
  return new Map(
    rows.filter(({ ym, generation }) => months[ym] === generation).map(({ ym, build }) => [ym, build]),
  );
}

const run = async (warehouse: Warehouse, query: Sql): Promise<void> => {
  const { text, params } = statement(query);
  await warehouse.run(text, params);
};

/** From its lines for levels of products; for others from its documents, which are some times fewer. */
async function buildMonth(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
  ym: number,
): Promise<void> {
  // What an interrupted build has left.
  for (const table of ['kept_cell', 'kept_buyer'])
    await warehouse.run(
      `ALTER TABLE ${table} DROP PARTITION (${ym}, ${version.dimensions}, '${keptKey(method)}')`,
    );
  const month: Month = { version, method, ym };
  const [ofProducts, others] = [true, false].map((has) =>
    keptLevels.filter((level) => hasProducts(level) === has),
  );
  await run(warehouse, cellsOf(month, others ?? [], documentsOf(month)));
  await run(warehouse, cellsOf(month, ofProducts ?? [], ledgerOf(month)));
  await run(warehouse, buyersOf(month));
}

/** SQL: writes who bought in a month, by all three units. */
function buyersOf({ version, method, ym }: Month): Sql {
  return sql`
    INSERT INTO kept_buyer (ym, build, method, level, id, first, last, rep, rep_date, rep_doc)
    SELECT ${raw(`${ym}, ${version.dimensions}, '${keptKey(method)}'`)},
      multiIf(isNotNull(client), 'client', isNotNull(entity), 'entity', 'point'),
      assumeNotNull(coalesce(client, entity, point)), min(date), max(date),
      argMaxIf(rep, (date, doc), rep != 0), maxIf(date, rep != 0), argMaxIf(doc, (date, doc), rep != 0)
    FROM (
      SELECT client, entity, point, rep, date, doc FROM ledger AS l
      WHERE (l.ym, l.generation) IN ${raw(generationList(version, (one) => one === ym))}
        AND ${countedCondition(method, version)}
    )
    GROUP BY GROUPING SETS ((client), (entity), (point))`;
}

/** Months that an earlier version keeps, with the same lines whose attributes are the same, and their builds. */
async function monthsToCarry(
  warehouse: Warehouse,
  version: DataVersion,
  key: string,
  missing: readonly number[],
): Promise<Map<number, number>> {
  const rows = await warehouse.rows<{ ym: number; dimensions: number; build: number }>(`
    SELECT ym, max(dimensions) AS dimensions, argMax(build, dimensions) AS build FROM kept_month
    WHERE method = '${key}' AND (ym, generation) IN ${generationList(version, (ym) => missing.includes(ym))}
    GROUP BY ym`);
  const carried = new Map(rows.map(({ ym, build }) => [ym, build]));
  for (const old of new Set(rows.map(({ dimensions }) => dimensions))) {
    const ofOld = rows.filter(({ dimensions }) => dimensions === old).map(({ ym }) => ym);
    for (const ym of await monthsChanged(warehouse, version, old, ofOld)) carried.delete(ym);
  }
  return carried;
}

const attributes = {
  dim_point: { reference: 'point', columns: 'city, region, federal_district, country' },
  dim_party: { reference: 'client', columns: 'client_type, sales_channel, acquisition_channel, industry' },
  dim_product: { reference: 'product', columns: 'category, subcategory, brand' },
} as const;

/** Months with lines of points, clients or products whose attributes differ between two generations of dimensions. */
async function monthsChanged(
  warehouse: Warehouse,
  version: DataVersion,
  old: number,
  months: readonly number[],
): Promise<Set<number>> {
  const changed = new Set<number>();
  for (const [table, { reference, columns }] of Object.entries(attributes)) {
    const [row] = await warehouse.rows<{ old: string }>(
      `SELECT count() AS old FROM ${table} WHERE generation = ${old}`,
    );
    // Generations that are gone cannot be compared.
    if (row?.old === '0') return new Set(months);
    const rows = await warehouse.rows<{ ym: number }>(`
      SELECT DISTINCT ym FROM ledger
      WHERE (ym, generation) IN ${generationList(version, (ym) => months.includes(ym))} AND ${reference} IN (
        SELECT id FROM ${table} WHERE generation IN (${old}, ${version.dimensions})
        GROUP BY id HAVING uniqExact((${columns})) > 1 OR count() = 1
      )`);
    for (const { ym } of rows) changed.add(ym);
  }
  return changed;
}

interface Month {
  readonly version: DataVersion;
  readonly method: Method;
  readonly ym: number;
}

const hasProducts = (level: readonly Dimension[]): boolean => level.some((one) => kindOf(one) === 'product');

const keys = 'client, entity, point, rep, team, department, branch, own_company, territory, doc, numbered';
const sums = 'lines, amount, amount_unknown, amount_net, net_unknown, counted';

/** SQL: the lines of a month in the form of its documents. */
function ledgerOf({ version, method, ym }: Month): Sql {
  return sql`(
    SELECT ${raw(keys)}, product, toUInt64(1) AS lines, amount, toUInt64(amount IS NULL) AS amount_unknown,
      amount_net, toUInt64(amount_net IS NULL) AS net_unknown, toUInt64(${countedCondition(method, version)}) AS counted
    FROM ledger AS l WHERE (l.ym, l.generation) IN ${raw(generationList(version, (one) => one === ym))})`;
}

/** SQL: a row for every document, or each part of it that has a point or members of the organisation of its own. */
const documentsOf = (month: Month): Sql => sql`(
  SELECT ${raw(keys)}, toUInt32(0) AS product, ${raw(
    sums
      .split(', ')
      .map((sum) => `sum(x.${sum}) AS ${sum}`)
      .join(', '),
  )}
  FROM ${ledgerOf(month)} AS x GROUP BY ${raw(keys)})`;

/** SQL: writes the cells of levels of a month. */
function cellsOf({ version, method, ym }: Month, levels: readonly (readonly Dimension[])[], rows: Sql): Sql {
  const dimensions = [...new Set(levels.flat())];
  const column = (dimension: Dimension): string => `d${dimensions.indexOf(dimension)}`;
  const members = dimensions.map((one) => sql`${memberOfLine(one)} AS ${raw(column(one))}, `);
  const joins = dimensions.map((one) => memberJoin(one, version));
  // A dimension that a set of GROUPING SETS lacks is NULL in its rows.
  const isOf = (level: readonly Dimension[]): string =>
    dimensions.map((one) => `${column(one)} IS ${level.includes(one) ? 'NOT ' : ''}NULL`).join(' AND ');
  const byLevel = (value: (level: readonly Dimension[]) => string): Sql =>
    raw(`multiIf(${levels.map((level) => `${isOf(level)}, ${value(level)}`).join(', ')}, '')`);
  const member = (index: number) => (level: readonly Dimension[]) => {
    const dimension = level[index];
    return dimension === undefined ? "''" : `assumeNotNull(${column(dimension)})`;
  };
  const sets = levels.map((level) => `(${level.map(column).join(', ')})`).join(', ');
  return sql`
    INSERT INTO kept_cell (ym, build, method, level, m1, m2, client, entity, point,
      active_client, active_entity, active_point,
      lines, sales, amount_unknown, sales_net, net_unknown, documents, unnumbered)
    SELECT ${raw(`${ym}, ${version.dimensions}, '${keptKey(method)}'`)},
      ${byLevel((level) => `'${levelName(level)}'`)}, ${byLevel(member(0))}, ${byLevel(member(1))},
      groupBitmapStateIf(of_client, counted > 0) AS clients, groupBitmapStateIf(of_entity, counted > 0) AS entities,
      groupBitmapStateIf(of_point, counted > 0) AS points,
      bitmapCardinality(clients), bitmapCardinality(entities), bitmapCardinality(points),
      sum(lines), sum(amount), sum(amount_unknown), sum(amount_net), sum(net_unknown),
      uniqExactIf(doc, counted > 0 AND numbered), sumIf(counted, NOT numbered)
    FROM (
      SELECT ${joined(members, '')} l.client AS of_client, l.entity AS of_entity, l.point AS of_point,
        l.lines AS lines, l.amount AS amount, l.amount_unknown AS amount_unknown, l.amount_net AS amount_net,
        l.net_unknown AS net_unknown, l.counted AS counted, l.doc AS doc, l.numbered AS numbered
      FROM ${rows} AS l ${joined(joins, ' ')}
    )
    GROUP BY GROUPING SETS (${raw(sets)})`;
}
