import type { Column } from './row-text.ts';

/**
 * The only door to ClickHouse, the same for the embedded engine and a server.
 *
 * Parameters are `{name:Type}` in the SQL; there must be exactly as many as the SQL names. Answers hold
 * 64-bit integers (`count()` is one) and decimals as strings. A query that fails throws `ClickHouseError`
 * (`code`, `type`); its message can hold values of the data.
 */
export interface Warehouse {
  readonly kind: 'embedded' | 'server';
  /** Embedded: `file()` reads any absolute path, and this folder is ours. Server: null. */
  readonly filesRoot: string | null;
  /** Embedded: the one folder that `BACKUP … TO File()` may write to. Server: null, its own configuration says. */
  readonly backupsRoot: string | null;
  /** For answers that fit into memory. All rows or an error. `signal` ends the query; then its reason is thrown. */
  rows<T extends object>(sql: string, params?: Record<string, unknown>, signal?: AbortSignal): Promise<T[]>;
  /**
   * For answers of any size, in constant memory, as fast as they are consumed; no connection is held while
   * consuming (embedded). SELECT and WITH only. On a server the error of a late failure comes after some rows.
   */
  stream<T extends object>(
    sql: string,
    params?: Record<string, unknown>,
    signal?: AbortSignal,
  ): AsyncIterable<T>;
  /** DDL, `INSERT … SELECT`, mutations: finished when it answers. Settings go into the SQL's own SETTINGS. */
  run(sql: string, params?: Record<string, unknown>): Promise<void>;
  /**
   * Numbers, strings (dates, decimals), bigints, booleans, null, arrays. Returns the number of rows.
   * Columns by their names, or with their types as well where the caller has just made the table.
   * Batches of up to 500,000 rows, each one statement: after an error the earlier batches stay.
   * @throws RangeError for a value that its column would not hold unchanged
   */
  insert(
    table: string,
    columns: readonly (string | Column)[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number>;
  /**
   * Writes the answer of a SELECT to a new Parquet file (mode 0600), in constant memory. Settings of the format go
   * into the SQL's own SETTINGS. After an error the file is not to be used.
   */
  writeParquet(sql: string, file: string): Promise<void>;
  /** Adds the rows of a Parquet file to a table, column by name; the file has to have all of them. */
  readParquet(table: string, file: string): Promise<void>;
  /** Waits for what is running. */
  close(): Promise<void>;
}
