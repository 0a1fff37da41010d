import type { Warehouse } from './contract.ts';
import type { Engine } from './engine.ts';
import { dropStaleIdTables } from './id-table.ts';
import { checkParams, sqlName } from './params.ts';
import { type Column, rowBatches } from './row-text.ts';
import { defaultLimits, type Limits } from './settings.ts';

export type { Warehouse } from './contract.ts';

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
    async rows<T extends object>(sql: string, params = {}, signal?: AbortSignal) {
      checkParams(sql, params);
      signal?.throwIfAborted();
      try {
        return await engine.rows<T>(sql, params, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
    async *stream<T extends object>(sql: string, params = {}, signal?: AbortSignal) {
      checkParams(sql, params);
      signal?.throwIfAborted();
      try {
        yield* engine.stream<T>(sql, params, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
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
    async insert(table, asked, rows) {
      if (Array.isArray(rows) && rows.length === 0) return 0;
      const described = asked.some((column) => typeof column === 'string') ? await describe(table) : [];
      const columns = asked.map((column) => {
        const found = typeof column === 'string' ? described.find(({ name }) => name === column) : column;
        if (found === undefined) throw new RangeError(`The table ${table} has no column ${column}.`);
        return found;
      });
      const into = `INSERT INTO ${sqlName(table)} (${columns.map(({ name }) => sqlName(name)).join(', ')})`;
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
