/**
 * A test double of a ClickHouse server: its HTTP interface, as far as `@clickhouse/client` uses it, over
 * chDB. It runs in a process of its own, because one process may open one data folder.
 * https://clickhouse.com/docs/interfaces/http
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ClickHouseBridge {
  /** With user and password. */
  readonly url: string;
  /** What a client sees when the server goes away in the middle of everything. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const LOGIN = { user: 'akb_test', password: 'не-пароль: 100 %' };

export async function startClickHouseBridge(): Promise<ClickHouseBridge> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-bridge-'));
  const child = fork(join(import.meta.dirname, 'clickhouse-http-bridge-server.ts'), [], {
    execArgv: [],
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '16',
      BRIDGE_FOLDER: folder,
      BRIDGE_USER: LOGIN.user,
      BRIDGE_PASSWORD: LOGIN.password,
    },
  });
  const port = await new Promise<number>((listening, failed) => {
    child.once('message', (message) => listening(Number(message)));
    child.once('exit', (code) => failed(new Error(`The ClickHouse bridge ended with code ${code}.`)));
  });
  const stop = async (signal: NodeJS.Signals) => {
    await ended(child, signal);
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url: `http://${LOGIN.user}:${encodeURIComponent(LOGIN.password)}@127.0.0.1:${port}`,
    kill: () => stop('SIGKILL'),
    close: () => stop('SIGTERM'),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = Promise.withResolvers<void>();
  child.once('exit', () => exit.resolve());
  child.kill(signal);
  await exit.promise;
}
