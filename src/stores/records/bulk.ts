import { CompiledQuery, type Kysely } from 'kysely';
import type { RecordsSchema } from './schema.ts';

/** A column and its PostgreSQL type, as in `{ name: 'city', pgType: 'text' }`. Array columns cannot go this way. */
export interface BulkColumn {
  readonly name: string;
  readonly pgType: string;
}

/** `records.db`, or the `tx` of a transaction. */
export type RecordsExecutor = Kysely<RecordsSchema>;

/** The embedded engine serves nobody else while a batch runs. */
export const BATCH_ROWS = 2000;

export interface InsertOptions {
  /** Ends the statement: `ON CONFLICT (source, code) DO NOTHING`. */
  readonly onConflict?: string;
}

/**
 * Inserts rows (values in the order of `columns`) in batches of at most 2,000 and returns how many were inserted or
 * updated. With `records.db` every batch commits by itself and lets others in between; for all or nothing pass `tx`.
 * Values of a json or jsonb column are given unserialised.
 */
export async function insertMany(
  db: RecordsExecutor,
  table: string,
  columns: readonly BulkColumn[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  options: InsertOptions = {},
): Promise<number> {
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const statement = `INSERT INTO ${quoted(table)} (${names}) SELECT * FROM ${unnest(columns, 1)} ${options.onConflict ?? ''}`;
  let written = 0;
  for await (const batch of batches(rows)) {
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(statement, arrays(columns, batch)));
    written += Number(numAffectedRows ?? 0);
  }
  return written;
}

export interface KeySelection {
  readonly table: string;
  /** Columns to read. */
  readonly columns: readonly string[];
  /** One column or several that are compared together. */
  readonly key: readonly BulkColumn[];
  /** A further condition, in SQL. */
  readonly where?: string;
}

/** The rows whose key is among `keys`, in no particular order; a key that occurs twice gives its row once per batch. */
export async function selectByKeys<Row>(
  db: RecordsExecutor,
  selection: KeySelection,
  keys: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<Row[]> {
  const { table, columns, key, where = 'true' } = selection;
  const keyNames = key.map(({ name }) => quoted(name)).join(', ');
  const statement = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE (${keyNames}) IN (SELECT * FROM ${unnest(key, 1)}) AND ${where}`;
  const found: Row[] = [];
  for await (const batch of batches(keys)) {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(statement, arrays(key, batch)));
    for (const row of rows) found.push(row);
  }
  return found;
}

export interface RowStream {
  /** A SELECT without ORDER BY and LIMIT whose result has the key's columns. */
  readonly select: string;
  readonly params?: readonly unknown[];
  /** Unique together, never null; best an index, because every page is found by it. */
  readonly key: readonly BulkColumn[];
  /** Default 2,000. */
  readonly pageRows?: number;
}

/**
 * Reads a result of any size page by page in the order of its key, holding neither a transaction nor a connection
 * while the consumer thinks. So it is no snapshot: a row written meanwhile is seen if its key is still ahead.
 */
export async function* streamRows<Row extends object>(
  db: RecordsExecutor,
  stream: RowStream,
): AsyncGenerator<Row, void, undefined> {
  const { select, params = [], key, pageRows = BATCH_ROWS } = stream;
  const names = key.map(({ name }) => quoted(name)).join(', ');
  const after = key.map(({ pgType }, index) => `$${params.length + index + 1}::${pgType}`).join(', ');
  const page = (condition: string): string =>
    `SELECT * FROM (${select}) AS streamed ${condition} ORDER BY ${names} LIMIT ${pageRows}`;
  let query = CompiledQuery.raw(page(''), [...params]);
  while (true) {
    const { rows } = await db.executeQuery<Row>(query);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    const reached = key.map(({ name }) => Reflect.get(last, name) as unknown);
    query = CompiledQuery.raw(page(`WHERE (${names}) > (${after})`), [...params, ...reached]);
  }
}

/** A table or column name; `schema.table` keeps its dot. */
function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

function unnest(columns: readonly BulkColumn[], first: number): string {
  return `unnest(${columns.map(({ pgType }, index) => `$${first + index}::${pgType}[]`).join(', ')})`;
}

/** One array per column. An array value would flatten in `unnest`, so it is refused unless the column is JSON. */
function arrays(columns: readonly BulkColumn[], rows: readonly (readonly unknown[])[]): unknown[][] {
  return columns.map(({ name, pgType }, index) => {
    const json = pgType === 'json' || pgType === 'jsonb';
    return rows.map((row) => {
      const value = row[index] ?? null;
      if (json && value !== null) return JSON.stringify(value);
      if (Array.isArray(value)) throw new TypeError(`column ${name}: an array cannot be written in bulk`);
      return value;
    });
  });
}

async function* batches<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
