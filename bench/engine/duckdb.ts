import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inChild } from '../child-process.ts';
import { sqlText } from '../shipments-table.ts';
import { monthNumber } from './company.ts';
import type { EngineData } from './data-folder.ts';
import type { DuckdbAnswer, DuckdbTask } from './duckdb-child.ts';
import type { EngineQuestion } from './question.ts';
import { duckdbTables } from './raw-lines.ts';
import type { TimingPlan } from './timing.ts';

export const inDuckdb = (task: DuckdbTask): Promise<DuckdbAnswer[]> =>
  inChild<DuckdbTask, DuckdbAnswer[]>('./engine/duckdb-child.ts', task);

/** The questions by hand, in a process of their own; the engine's own settings. */
export const askDuckdb = (
  database: string,
  questions: readonly EngineQuestion[],
  plan: TimingPlan,
): Promise<DuckdbAnswer[]> =>
  inDuckdb({
    database,
    before: [],
    questions: questions.flatMap(({ name, byHand }) =>
      byHand === null ? [] : [{ name, statements: byHand(duckdbTables) }],
    ),
    plan,
  });

/** The ledger's lines as a DuckDB file, in the same order; written once for a journal. */
export async function duckdbFile(folder: string, { stores, version, company }: EngineData): Promise<string> {
  const database = join(folder, 'lines.duckdb');
  if ((await stat(database).catch(() => null)) !== null) return database;
  const parquet = join(folder, 'parquet');
  await rm(parquet, { recursive: true, force: true });
  await mkdir(parquet);
  const write = (name: string, sql: string): Promise<void> =>
    stores.warehouse.writeParquet(sql, join(parquet, `${name}.parquet`));
  // A Parquet file has no integers of 128 bits, and dates of 16 bits would be numbers.
  for (const month of company.months) {
    const ym = monthNumber(month);
    await write(
      `ledger-${ym}`,
      `SELECT client, entity, point, settled, toUInt64(bitShiftRight(doc, 64)) AS doc_high, toUInt64(bitAnd(doc, 18446744073709551615)) AS doc_low,
        toDate32(date) AS date, toString(kind) AS kind, product, rep, branch, quantity, amount, amount_net
      FROM ledger WHERE ym = ${ym} AND generation = ${version.months[ym] ?? 0} ORDER BY client, date`,
    );
  }
  const dimensions = {
    point: 'id, toString(city) AS city, toString(federal_district) AS federal_district',
    party: 'id, toString(client_type) AS client_type',
    product: 'id, toString(category) AS category',
  };
  for (const [name, columns] of Object.entries(dimensions))
    await write(
      name,
      `SELECT ${columns} FROM dim_${name} WHERE generation = ${version.dimensions} ORDER BY id`,
    );
  await rm(`${database}.part`, { force: true });
  await inDuckdb({
    database: `${database}.part`,
    before: [
      "CREATE TYPE line_kind AS ENUM ('shipment', 'return', 'correction', 'free', 'monthTotal')",
      `CREATE TABLE ledger AS SELECT * EXCLUDE (doc_high, doc_low, kind), kind::line_kind AS kind,
        doc_high::UHUGEINT * 18446744073709551616::UHUGEINT + doc_low::UHUGEINT AS doc
      FROM read_parquet(${sqlText(join(parquet, 'ledger-*.parquet'))})`,
      ...Object.keys(dimensions).map(
        (name) => `CREATE TABLE ${name} AS FROM read_parquet(${sqlText(join(parquet, `${name}.parquet`))})`,
      ),
      'CHECKPOINT',
    ],
    questions: [],
    plan: { warmUp: 0, runs: 0, seconds: 0 },
  });
  await rename(`${database}.part`, database);
  await rm(parquet, { recursive: true });
  return database;
}
