import { randomUUID } from 'node:crypto';
import { chmodSync, constants, cpSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject, test } from 'vitest';
import type { Migration } from '../../src/stores/records/migrations/index.ts';
import { openRecords, type Records, type RecordsConfig } from '../../src/stores/records/records.ts';
import type { Offer } from './postgres-global-setup.ts';

/** How a suite opens its own database: the product's migrations, or those given. */
export type OpenRecords = (
  steps?: readonly Migration[],
  options?: Pick<RecordsConfig, 'schema'>,
) => Promise<Records>;

const postgres = await offer('/postgres');

/** The server's address without a database; undefined where it cannot run, an error with the reason when CI=true. */
export function offeredPostgres(): string | undefined {
  if ('at' in postgres) return postgres.at;
  if (process.env.CI === 'true') throw new Error(postgres.unavailable);
  return undefined;
}

/**
 * Runs a suite on the embedded engine and on a real PostgreSQL. Each of the two has an empty database of its own,
 * the same for every `open` of the suite; what is left open is closed afterwards. Where PostgreSQL cannot run, the
 * second half is skipped with the reason, or fails with it when CI=true.
 */
export function describeOnBothRecords(name: string, suite: (open: OpenRecords) => void): void {
  describe(`${name} (embedded)`, () => runSuite(suite, embeddedDatabase()));
  if ('at' in postgres) {
    describe(`${name} (PostgreSQL)`, () => runSuite(suite, serverDatabase(postgres.at)));
  } else if (process.env.CI === 'true') {
    test(`${name} (PostgreSQL)`, () => {
      throw new Error(postgres.unavailable);
    });
  } else {
    describe.skip(`${name} (PostgreSQL): ${postgres.unavailable}`, () => runSuite(suite, embeddedDatabase()));
  }
}

/** A new data folder whose embedded database is created and has no tables (0.1 s instead of 4). The caller removes it. */
export const newRecordsFolder = (parent?: string): Promise<string> => copyOf('/embedded', parent);

/** What an installation begins with: nothing was ever loaded, or the small demo company (20,000 lines up to October 2026). */
export type Beginning = 'nothing' | 'demo';

/** A new data folder, both stores with their tables. The caller removes it. */
export const newDataFolder = (of: Beginning = 'nothing'): Promise<string> => copyOf(`/embedded/${of}`);

/** The same for an installation whose records are on a server. */
export const newWarehouseFolder = (of: Beginning = 'nothing'): Promise<string> => copyOf(`/warehouse/${of}`);

async function copyOf(template: string, parent: string = tmpdir()): Promise<string> {
  const made = await offer(template);
  if ('unavailable' in made) throw new Error(made.unavailable);
  const folder = await mkdtemp(join(parent, 'akb-test-data-'));
  for (const entry of readdirSync(made.at)) {
    cpSync(join(made.at, entry), join(folder, entry), { recursive: true, mode: constants.COPYFILE_FICLONE });
    // A copied folder is open to everybody.
    chmodSync(join(folder, entry), statSync(join(made.at, entry)).mode);
  }
  return folder;
}

/** A database of its own on the real PostgreSQL. */
export interface ServerDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** With all tables; undefined where PostgreSQL cannot run. */
export async function newServerDatabase(of: Beginning = 'nothing'): Promise<ServerDatabase | undefined> {
  const server = offeredPostgres();
  if (server === undefined) return undefined;
  const template = await offer(`/database/${of}`);
  if ('unavailable' in template) throw new Error(template.unavailable);
  return await databaseOn(server, `TEMPLATE ${template.at}`);
}

async function databaseOn(server: string, options = ''): Promise<ServerDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} ${options}`);
  const remove = () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  return { url: `${server}/${name}`, remove };
}

interface Database {
  readonly config: () => Promise<RecordsConfig>;
  readonly remove: () => Promise<void>;
}

function runSuite(suite: (open: OpenRecords) => void, database: Database): void {
  const opened: Records[] = [];
  // Registered before the suite's own hooks, so it runs after them.
  afterAll(async () => {
    for (const records of opened) await records.close();
    await database.remove();
  });
  suite(async (steps, options) => {
    const records = await openRecords({ ...(await database.config()), ...options }, steps);
    opened.push(records);
    return records;
  });
}

function embeddedDatabase(): Database {
  let folder: Promise<string> | undefined;
  return {
    config: async () => {
      folder ??= newRecordsFolder();
      return { dataDir: await folder };
    },
    remove: async () => {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}

function serverDatabase(server: string): Database {
  let created: Promise<ServerDatabase> | undefined;
  return {
    config: async () => {
      created ??= databaseOn(server);
      return { dataDir: tmpdir(), url: (await created).url };
    },
    remove: async () => await (await created)?.remove(),
  };
}

/** Runs one statement as the server's owner. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function offer(path: string): Promise<Offer> {
  const broker = inject('recordsBroker');
  if (broker === undefined)
    throw new Error('run through vitest.config.ts: its global setup starts the databases');
  const response = await fetch(broker + path);
  return (await response.json()) as Offer;
}
