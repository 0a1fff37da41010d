import { rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { pgliteOptions } from './durable-folder.ts';
import type { EngineMessage, EngineTask } from './engine.ts';
import { wholeExchanges } from './whole-exchanges.ts';

const { folder, socketPaths, code } = workerData as EngineTask;
const tell = (message: EngineMessage): void => parentPort?.postMessage(message);

/** Connections the server takes at once: above any pool, because a closed one is counted for a moment longer. */
const MAX_CONNECTIONS = 200;

const engine = await PGlite.create({ ...pgliteOptions(folder), pgliteWasmModule: code });
const shared = wholeExchanges(engine, (error) => {
  // Ends the thread; whoever started it starts another, and the engine recovers from its log.
  setImmediate(() => {
    throw error;
  });
});
const server = await listenOnFirst(socketPaths);

parentPort?.once('message', async () => {
  await server.stop();
  await engine.close();
  parentPort?.close();
});

/** Some file systems (network and desktop container mounts) have no sockets: then the next path. */
async function listenOnFirst(paths: readonly string[]): Promise<PGLiteSocketServer> {
  const failures: unknown[] = [];
  for (const path of paths) {
    await rm(path, { force: true });
    const socketServer = new PGLiteSocketServer({ db: shared, path, maxConnections: MAX_CONNECTIONS });
    try {
      await socketServer.start();
      tell({ listeningOn: path });
      return socketServer;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'no folder takes a socket');
}
