import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApplication } from '../../src/application.ts';
import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import type { Application } from '../../src/facade.ts';

export interface WebCompany {
  readonly application: Application;
  readonly server: RunningServer;
  readonly dataDir: string;
  /** Stops the server and starts another one on the same port, as after an update. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** The demo company, small, behind a server; without lines an empty folder. */
export async function webCompany(lines: number): Promise<WebCompany> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-web-'));
  const demo = { lines, until: '2026-10-31', seed: 1 };
  const application = await openApplication({ dataDir, ...(lines > 0 && { demo }) });
  if (lines > 0) await application.demo(() => undefined);
  const start = (port: number) =>
    startServer({ application, dataDir, binding: { host: '127.0.0.1', port }, version: '1.2.3' });
  let server = await start(0);
  return {
    application,
    dataDir,
    get server() {
      return server;
    },
    async restart() {
      const port = Number(new URL(server.url).port);
      await server.close();
      server = await start(port);
    },
    async remove() {
      await server.close();
      await application.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
