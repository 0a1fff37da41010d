import type { Engine } from './engine.ts';
import { dropStaleIdTables } from './id-table.ts';
import { checkParams, sqlName } from './params.ts';
import { type Column, rowBatches } from './row-text.ts';
import { defaultLimits, type Limits } from './settings.ts';

export interface WarehouseConfig {
  /** АКБ's data folder; the embedded warehouse lives in `warehouse/` of it. */
  readonly dataDir: string;
  /** `AKB_CLICKHOUSE_URL`: a ClickHouse server instead of the embedded engine. */
  readonly url?: string;
  /** `akb` where it is not given (on a server: what its URL names). Created if it is missing. */
  readonly database?: string;
  readonly limits?: Partial<Limits>;
}

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
  /** For answers that fit into memory. All rows or an error. */
  rows<T extends object>(sql: string, params?: Record<string, unknown>): Promise<T[]>;
  /**
   * For answers of any size, in constant memory, as fast as they are consumed; no connection is held while
   * consuming (embedded). SELECT and WITH only. On a server the error of a late failure comes after some rows.
   */
  stream<T extends object>(sql: string, params?: Record<string, unknown>): AsyncIterable<T>;
  /** DDL, `INSERT … SELECT`, mutations: finished when it answers. Settings go into the SQL's own SETTINGS. */
  run(sql: string, params?: Record<string, unknown>): Promise<void>;
  /**
   * Numbers, strings (dates, decimals), bigints, booleans, null, arrays. Returns the number of rows.
   * Batches of up to 500,000 rows, each one statement: after an error the earlier batches stay.
   * @throws RangeError for a value that its column would not hold unchanged
   */
  insert(
    table: string,
    columns: readonly string[],
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

/**
 * Opens the warehouse and sees to its database.
 * @throws Refusal `warehouseBusy`, `dataFolderName`, `warehouseUnreachable`, `warehouseLogin`, `memorySetting`
 */
export async function openWarehouse(config: WarehouseConfig): Promise<Warehouse> {
  const warehouse = overEngine(await openEngine(config));
  try {
    await dropStaleIdTables(warehouse);
  } catch (error) {
    await warehouse.close();
    throw error;
  }
  return warehouse;
}

// Imported when needed: with a server nobody loads the native library of the embedded engine (0.5 GB).
async function openEngine(config: WarehouseConfig): Promise<Engine> {
  const limits = { ...defaultLimits(), ...config.limits };
  if (config.url !== undefined) {
    const { openServer } = await import('./server.ts');
    return openServer(config.url, config.database, limits);
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(config.dataDir, config.database, limits);
}

function overEngine(engine: Engine): Warehouse {
  const describe = (table: string): Promise<Column[]> =>
    engine.rows<Column>(`DESCRIBE TABLE ${sqlName(table)}`, {});
  return {
    kind: engine.kind,
    filesRoot: engine.filesRoot,
    backupsRoot: engine.backupsRoot,
    async rows<T extends object>(sql: string, params = {}) {
      checkParams(sql, params);
      return engine.rows<T>(sql, params);
    },
    stream<T extends object>(sql: string, params = {}) {
      checkParams(sql, params);
      return engine.stream<T>(sql, params);
    },
    async run(sql, params = {}) {
      if (/^\s*(SET|USE)\b/i.test(sql)) {
        throw new TypeError(
          'SET and USE would stay on a connection that others use: write SETTINGS into the query.',
        );
      }
      checkParams(sql, params);
      await engine.run(sql, params);
    },
    async insert(table, names, rows) {
      const described = await describe(table);
      const columns = names.map((name) => {
        const column = described.find((candidate) => candidate.name === name);
        if (column === undefined) throw new RangeError(`The table ${table} has no column ${name}.`);
        return column;
      });
      const into = `INSERT INTO ${sqlName(table)} (${names.map(sqlName).join(', ')})`;
      return engine.insert(into, rowBatches(columns, rows));
    },
    writeParquet: (sql, file) => engine.writeParquet(sql, file),
    async readParquet(table, file) {
      const described = await describe(table);
      await engine.readParquet(
        sqlName(table),
        described.map(({ name }) => sqlName(name)),
        file,
      );
    },
    close: () => engine.close(),
  };
}
