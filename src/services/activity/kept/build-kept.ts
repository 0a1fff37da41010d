import type { Dimension } from '../../../domain/dimensions.ts';
import { isJudged, type Method } from '../../../domain/method.ts';
import { joined, raw, type Sql, sql, statement } from '../../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from '../../ledger/data-version.ts';
import { isKnown } from '../dimension-sql.ts';
import { buyersOf } from './build-buyers.ts';
import { cellsOf, documentsOf, documentsTable, followingCells } from './build-cells.ts';
import { buildSums } from './build-sums.ts';
import { keptMonths } from './kept.ts';
import { type KeptMonth, keptKey, linesOfMonth } from './kept-month.ts';
import { keptLevels } from './levels.ts';

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
    await Promise.all(both.map((ym) => buildMonth(warehouse, { version, method, ym }, both.length === 1)));
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

/** `together`: its statements at once. */
async function buildMonth(warehouse: Warehouse, month: KeptMonth, together: boolean): Promise<void> {
  const { version, method, ym } = month;
  const run = async (query: Sql): Promise<void> => {
    const { text, params } = statement(query);
    await warehouse.run(text, params);
  };
  // What an interrupted build has left.
  for (const table of ['kept_cell', 'kept_buyer', 'kept_sum'])
    await warehouse.run(
      `ALTER TABLE ${table} DROP PARTITION (${ym}, ${version.dimensions}, '${keptKey(method)}')`,
    );
  const known = await knownDimensions(warehouse, month);
  const drop = sql`DROP TABLE IF EXISTS ${documentsTable(month)} SYNC`;
  try {
    await run(drop);
    await run(documentsOf(month));
    const statements = [
      ...cellsOf(month, known),
      buyersOf(month),
      ...(isJudged(method) ? buildSums(month) : []),
    ];
    if (together) await Promise.all(statements.map(run));
    else for (const query of statements) await run(query);
    for (const query of followingCells(month, known)) await run(query);
  } finally {
    await run(drop);
  }
}

/** Dimensions that say something of some line of a month. */
async function knownDimensions(warehouse: Warehouse, month: KeptMonth): Promise<ReadonlySet<Dimension>> {
  const asked = keptLevels.flatMap((level) => (level.length === 1 ? level : []));
  const columns = asked.map((one) => sql`${isKnown(one, month.version)} AS ${raw(one)}`);
  const { text, params } = statement(sql`SELECT ${joined(columns, ', ')} ${linesOfMonth(month)}`);
  const [row = {}] = await warehouse.rows<Partial<Record<Dimension, number | boolean>>>(text, params);
  return new Set(asked.filter((one) => Boolean(row[one])));
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
    // Whoever is new has no lines in months that stay as they were.
    const ofOthers = `FROM ${table} WHERE generation = ${old} AND (id, ${columns}) NOT IN (
      SELECT id, ${columns} FROM ${table} WHERE generation = ${version.dimensions})`;
    const [row] = await warehouse.rows<{ old: string; others: string }>(
      `SELECT (SELECT count() FROM ${table} WHERE generation = ${old}) AS old, (SELECT count() ${ofOthers}) AS others`,
    );
    // Generations that are gone cannot be compared.
    if (row?.old === '0') return new Set(months);
    if (row?.others === '0') continue;
    const rows = await warehouse.rows<{ ym: number }>(`
      SELECT DISTINCT ym FROM ledger
      WHERE (ym, generation) IN ${generationList(version, (ym) => months.includes(ym))}
        AND ${reference} IN (SELECT id ${ofOthers})`);
    for (const { ym } of rows) changed.add(ym);
  }
  return changed;
}
