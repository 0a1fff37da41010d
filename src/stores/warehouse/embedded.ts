import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseError } from '@clickhouse/client';
import { drainPending, Session } from 'chdb';
import { Refusal } from '../../domain/problem.ts';
import { DEFAULT_DATABASE, type Engine } from './engine.ts';
import { type Params, setParamsStatement, sqlName, sqlString } from './params.ts';
import { Pool } from './pool.ts';
import { parseColumns, parseLines, type RowBatch } from './row-text.ts';
import { connectionSettings, type Limits, memorySettings, noMissingColumns, type Role } from './settings.ts';
import { NEEDED_THREADS, threadPoolSize } from './thread-pool.ts';

/**
 * chDB in this process. What crosses the border in bulk goes through files in a spool folder: reading a
 * stream directly would run scalar subqueries on the main thread, hold a connection for as long as the
 * consumer takes, and hand out rows of a query that fails later; inserting through a file is also faster.
 */
export async function openEmbedded(
  dataDir: string,
  askedDatabase: string | undefined,
  limits: Limits,
): Promise<Engine> {
  const folder = resolve(dataDir);
  const database = askedDatabase ?? DEFAULT_DATABASE;
  // The engine reads these as wildcards in file(), and there is no way to escape them.
  if (/[*?{}[\]]/.test(folder)) throw new Refusal({ code: 'dataFolderName', params: { folder } });
  const path = join(folder, 'warehouse');
  const spool = join(folder, 'warehouse-spool');
  const backups = join(folder, 'backups');
  await mkdir(path, { recursive: true, mode: 0o700 });
  const keeper = await openKeeper(folder, path, await writeEngineConfig(folder, backups));
  try {
    await rm(spool, { recursive: true, force: true });
    await mkdir(spool, { mode: 0o700 });
    await execute(keeper, `CREATE DATABASE IF NOT EXISTS ${sqlName(database)}`);
  } catch (error) {
    await closeKeeper(keeper);
    throw error;
  }

  const small = threadPoolSize() < NEEDED_THREADS;
  const pool = (role: Role, size: number) =>
    new Pool<Session>(
      size,
      () => openConnection(path, database, role, limits),
      (connection) => connection.close(),
    );
  const readers = pool('reader', small ? 2 : 4);
  const writers = pool('writer', small ? 1 : 2);
  const killers = pool('reader', 1);
  const kill = (mark: string) =>
    killers.use((connection) =>
      execute(connection, `KILL QUERY WHERE startsWith(query, ${sqlString(mark)}) ASYNC`),
    );
  const query = (connection: Session, sql: string, signal: AbortSignal | undefined) =>
    signal === undefined ? execute(connection, sql) : executeUntil(signal, connection, sql, kill);
  const spoolFile = () => join(spool, `${randomUUID()}.jsonl`);

  async function* spooledAnswer(
    sql: string,
    params: Params,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<string> {
    const file = spoolFile();
    try {
      await writeFile(file, '', { mode: 0o600 });
      await readers.use(async (connection) => {
        await setParams(connection, params);
        await query(
          connection,
          `INSERT INTO FUNCTION file(${sqlString(file)}, 'JSONEachRow') ${sql}`,
          signal,
        );
      });
      yield* createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 ** 2 });
    } finally {
      await rm(file, { force: true });
    }
  }

  return {
    kind: 'embedded',
    filesRoot: folder,
    backupsRoot: backups,

    rows<T extends object>(sql: string, params: Params, signal?: AbortSignal) {
      return readers.use(async (connection) => {
        await setParams(connection, params);
        return parseColumns<T>(await query(connection, sql, signal));
      });
    },

    stream<T extends object>(sql: string, params: Params, signal?: AbortSignal) {
      return parseLines<T>(spooledAnswer(sql, params, signal));
    },

    run(sql, params) {
      return writers.use(async (connection) => {
        await setParams(connection, params);
        await execute(connection, sql);
      });
    },

    async insert(into, batches) {
      let written = 0;
      let inserting: Promise<void> = Promise.resolve();
      const insertFile = async (file: string) => {
        try {
          await writers.use(async (connection) => {
            await execute(connection, `${into} SELECT * FROM file(${sqlString(file)}, 'JSONCompactEachRow')`);
          });
        } finally {
          await rm(file, { force: true });
        }
      };
      try {
        for await (const batch of batches) {
          const file = spoolFile();
          try {
            await writeBatch(file, batch);
            await inserting;
          } catch (error) {
            await rm(file, { force: true });
            throw error;
          }
          // The engine takes this batch while the next one is being written.
          inserting = insertFile(file);
          inserting.catch(() => {});
          written += batch.rows();
        }
      } finally {
        await inserting;
      }
      return written;
    },

    async writeParquet(sql, file) {
      await writeFile(file, '', { flag: 'wx', mode: 0o600 });
      await writers.use(async (connection) => {
        await execute(connection, `INSERT INTO FUNCTION file(${sqlString(file)}, 'Parquet') ${sql}`);
      });
    },

    async readParquet(table, columns, file) {
      const names = columns.join(', ');
      await writers.use(async (connection) => {
        await execute(
          connection,
          `INSERT INTO ${table} (${names}) SELECT ${names} FROM file(${sqlString(file)}, 'Parquet') SETTINGS ${noMissingColumns}`,
        );
      });
    },

    async close() {
      await Promise.all([readers.close(), writers.close(), killers.close()]);
      await closeKeeper(keeper);
      await rm(spool, { recursive: true, force: true });
    },
  };
}

let opened = false;

/** The first session of a process decides how the engine starts, and keeps it running between connections. */
async function openKeeper(folder: string, path: string, config: string): Promise<Session> {
  if (opened) throw new Error('This process has an embedded warehouse open already: share it.');
  try {
    const keeper = new Session(path, { connectionArgs: [`--config-file=${config}`] });
    opened = true;
    return keeper;
  } catch (cause) {
    const reason = await whyNotOpened(path);
    if (reason.includes('Cannot lock file')) throw new Refusal({ code: 'warehouseBusy', params: { folder } });
    throw new Error(`The embedded warehouse in ${path} cannot be opened. ${reason}`, { cause });
  }
}

/** The engine says why on the standard error stream only, so a process of its own has to try again. */
async function whyNotOpened(path: string): Promise<string> {
  const script = 'new (require(process.argv[1]).Session)(process.argv[2]).close()';
  const chdb = createRequire(import.meta.url).resolve('chdb');
  try {
    await promisify(execFile)(process.execPath, ['-e', script, chdb, path], { timeout: 30_000 });
    return '';
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return text.split('\n', 1)[0] ?? '';
  }
}

async function closeKeeper(keeper: Session): Promise<void> {
  keeper.close();
  await drainPending();
  opened = false;
}

async function writeEngineConfig(folder: string, backups: string): Promise<string> {
  const file = join(folder, 'warehouse-engine.xml');
  const allowed = backups.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await writeFile(
    file,
    `<clickhouse><backups><allowed_path>${allowed}</allowed_path></backups></clickhouse>\n`,
    { mode: 0o600 },
  );
  return file;
}

async function openConnection(path: string, database: string, role: Role, limits: Limits): Promise<Session> {
  const connection = new Session(path);
  const settings = { ...connectionSettings(role, limits), ...memorySettings(limits) };
  const assignments = Object.entries(settings).map(
    ([name, value]) => `${name} = ${typeof value === 'number' ? value : sqlString(value)}`,
  );
  await execute(connection, `SET ${assignments.join(', ')}`);
  await execute(connection, `USE ${sqlName(database)}`);
  return connection;
}

async function execute(connection: Session, sql: string): Promise<string> {
  try {
    return (await connection.queryAsync(sql, { format: 'JSONColumns' })).text();
  } catch (error) {
    // The same ClickHouseError that the server's client throws.
    throw parseError(error instanceof Error ? error.message : String(error));
  }
}

const KILL_AGAIN_MS = 100;

/**
 * The binding cannot interrupt a query, the engine can: an aborted one is found by the mark at its beginning and killed.
 * Again until it has ended, for it may not have been on the list of the running ones yet.
 */
async function executeUntil(
  signal: AbortSignal,
  connection: Session,
  sql: string,
  kill: (mark: string) => Promise<unknown>,
): Promise<string> {
  signal.throwIfAborted();
  const mark = `/* ${randomUUID()} */`;
  let running = true;
  const end = async () => {
    while (running) {
      await kill(mark).catch(() => undefined);
      await sleep(KILL_AGAIN_MS);
    }
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    return await execute(connection, `${mark} ${sql}`);
  } finally {
    running = false;
    signal.removeEventListener('abort', end);
  }
}

// Not the binding's own parameters: it lets only one query with those run at a time in a process.
async function setParams(connection: Session, params: Params): Promise<void> {
  const statement = setParamsStatement(params);
  if (statement !== null) await execute(connection, statement);
}

async function writeBatch(file: string, batch: RowBatch): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of batch.pieces) await handle.write(piece);
  } finally {
    await handle.close();
  }
}
