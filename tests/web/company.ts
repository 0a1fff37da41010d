import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import type { Application } from '../../src/facade.ts';
import { newApplication } from '../harness/application.ts';
import type { Beginning } from '../harness/both-records.ts';

export interface WebCompany {
  readonly application: Application;
  readonly server: RunningServer;
  readonly dataDir: string;
  /** For the links and sessions of the server. */
  passes(minutes: number): void;
  /** Stops the server and starts another one on the same port, as after an update. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** The small demo company behind a server, or one that has no data yet. */
export async function webCompany(of: Beginning): Promise<WebCompany> {
  const akb = await newApplication({ of });
  const { application, dataDir } = akb;
  let ahead = 0;
  const start = (port: number) =>
    startServer({
      application,
      dataDir,
      binding: { host: '127.0.0.1', port },
      version: '1.2.3',
      now: () => Date.now() + ahead,
    });
  let server = await start(0);
  return {
    application,
    dataDir,
    get server() {
      return server;
    },
    passes(minutes) {
      ahead += minutes * 60_000;
    },
    async restart() {
      const port = Number(new URL(server.url).port);
      await server.close();
      server = await start(port);
    },
    async remove() {
      await server.close();
      await akb.remove();
    },
  };
}
