import { realpath } from 'node:fs/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { Refusal } from '../../domain/problem.ts';
import { lockDataFolder } from '../data-folder-lock.ts';
import { type EmbeddedEngine, startEngine } from './embedded/engine.ts';
import { guardedPool } from './guarded-pool.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import type { RecordsSchema } from './schema.ts';

export interface RecordsConfig {
  /** The folder of all of АКБ's data; the embedded database lies in `records` below it. Unused with `url`. */
  readonly dataDir: string;
  /** `AKB_POSTGRES_URL`: a PostgreSQL server in place of the embedded engine. */
  readonly url?: string;
  /** Created when absent; default `public`. */
  readonly schema?: string;
}

/** The one way to the records, the same for the embedded engine and for a server. */
export interface Records {
  readonly kind: 'embedded' | 'server';
  readonly db: Kysely<RecordsSchema>;
  readonly pool: pg.Pool;
  /**
   * Commits when `work` resolves, rolls back when it rejects. The embedded engine serves nobody else meanwhile:
   * no waiting for files, networks or people in here. Using `db` or `pool` inside `work` throws.
   */
  transaction<T>(work: (tx: Transaction<RecordsSchema>) => Promise<T>): Promise<T>;
  /**
   * The emergency brake of the embedded engine, which knows no time limit: breaks off whatever runs (it fails with a
   * lost connection) and starts the engine afresh. Acknowledged writes stay. A server has its own means.
   */
  readonly restartEngine?: () => Promise<void>;
  close(): Promise<void>;
}

/** The embedded engine serves one at a time: more connections would only wait. */
const EMBEDDED_CONNECTIONS = 8;
const SERVER_CONNECTIONS = 16;
/** An address behind a firewall that drops silently would take minutes to fail. */
const REACH_MS = 10_000;

/**
 * Opens the records and brings their schema up to date. Throws `Refusal`: `dataFolderBusy`, `dataFolderUnusable`,
 * `recordsNotInitialised`, `recordsNotStarted`, `recordsServerUnreachable`, `recordsNewerThanProgram`,
 * `recordsSchemaDiffers`.
 */
export async function openRecords(
  config: RecordsConfig,
  steps: readonly Migration[] = migrations,
): Promise<Records> {
  const { url, schema } = config;
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let step = closing.pop(); step !== undefined; step = closing.pop()) await step();
  };
  try {
    if (url !== undefined) await reach(url);
    const engine = url === undefined ? await embeddedEngine(config.dataDir, closing) : undefined;
    const { pool, assertOutside, asTransaction } = guardedPool(address(engine, url), schema);
    const db = new Kysely<RecordsSchema>({ dialect: new PostgresDialect({ pool }) });
    closing.push(() => db.destroy());
    if (schema !== undefined) await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
    await migrate(db, steps);
    return {
      kind: engine === undefined ? 'server' : 'embedded',
      db,
      pool,
      transaction: async (work) => {
        assertOutside();
        return await db.transaction().execute((tx) => asTransaction(() => work(tx)));
      },
      ...(engine && { restartEngine: () => engine.restart() }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedEngine(dataDir: string, closing: (() => Promise<void>)[]): Promise<EmbeddedEngine> {
  const lock = await lockDataFolder(dataDir, 'records');
  closing.push(() => lock.release());
  const engine = await startEngine(await realpath(dataDir));
  closing.push(() => engine.close());
  return engine;
}

function address(engine: EmbeddedEngine | undefined, url: string | undefined): pg.PoolConfig {
  if (engine === undefined) return { connectionString: url, max: SERVER_CONNECTIONS };
  const { socketFolder: host } = engine;
  // Everything is named: what is left out `pg` takes from PGHOST, PGDATABASE and their like.
  return {
    host,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    password: '',
    ssl: false,
    max: EMBEDDED_CONNECTIONS,
  };
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: REACH_MS });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    throw new Refusal({
      code: 'recordsServerUnreachable',
      params: { server: serverName(url), reason: code ?? message ?? 'unknown' },
    });
  }
}

/** Host, port and database of a connection address, without the user and the password. */
function serverName(url: string): string {
  if (!URL.canParse(url)) return 'AKB_POSTGRES_URL';
  const { host, pathname } = new URL(url);
  return host + pathname;
}
