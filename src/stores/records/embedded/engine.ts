import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, readFileSync } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PGliteOptions } from '@electric-sql/pglite';
import { Refusal } from '../../../domain/problem.ts';
import { privateFolder } from '../../data-folder-lock.ts';

/** What the worker thread is given and what it says. */
export interface EngineTask {
  readonly folder: string;
  readonly socketPaths: readonly string[];
  /** The engine's code. */
  readonly code: Code;
}
type Code = PGliteOptions['pgliteWasmModule'];
export interface EngineMessage {
  readonly listeningOn: string;
}

/** PGlite in a thread of its own, reached like a server through a Unix socket. */
export interface EmbeddedEngine {
  /** `host` for the `pg` driver: the folder in which the socket `.s.PGSQL.5432` lies. */
  readonly socketFolder: string;
  /** Breaks off whatever runs, a statement without end too (the engine knows no time limit), and starts afresh. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The name by which `pg` looks for a socket on its default port. */
const SOCKET_NAME = '.s.PGSQL.5432';

/** sun_path holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const SOCKET_PATH_BYTES = 100;

/** The types of Node leave it out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<Code> };

let compiled: Promise<Code> | undefined;
/** Once for all threads of the process: what one has compiled need not be compiled again by the next. */
const engineCode = (): Promise<Code> => {
  compiled ??= readFile(join(enginePackage(), 'dist/pglite.wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiled;
};

/**
 * Opens (at first: creates) the database in `<dataDir>/records`. The caller holds the lock of the data folder.
 * A thread that breaks down is started again: what was under way fails, acknowledged writes are there.
 */
export async function startEngine(dataDir: string): Promise<EmbeddedEngine> {
  const folder = join(dataDir, 'records');
  if (!existsSync(join(folder, 'PG_VERSION'))) await createDatabase(folder);
  await privateFolder(folder);
  let paths = await socketPaths(dataDir);

  let closing = false;
  let worker: Worker;
  let exited: Promise<void>;
  let running: Promise<string>;
  const run = async (): Promise<string> => {
    const task: EngineTask = { folder, socketPaths: paths, code: await engineCode() };
    worker = new Worker(sibling('worker'), { workerData: task });
    exited = new Promise((resolve) => worker.once('exit', () => resolve()));
    const path = await firstMessage(worker, folder);
    worker.once('exit', runAgain);
    return path;
  };
  const runAgain = (): void => {
    if (closing) return;
    running = run();
    running.catch((error: unknown) =>
      process.emitWarning(`the records engine did not start again: ${error}`),
    );
  };

  running = run();
  const path = await running;
  await Promise.all(paths.filter((other) => other !== path).map(removeFolder));
  paths = [path];
  return {
    socketFolder: dirname(path),
    async restart() {
      await running;
      await worker.terminate();
      await running;
    },
    async close() {
      closing = true;
      worker.postMessage('close');
      await exited;
      await removeFolder(path);
    },
  };
}

async function removeFolder(socketPath: string): Promise<void> {
  await rm(dirname(socketPath), { recursive: true, force: true });
}

function firstMessage(worker: Worker, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(new Refusal({ code: 'recordsNotStarted', params: { folder, reason: reasonOf(error) } }));
    worker.once('message', ({ listeningOn }: EngineMessage) => resolve(listeningOn));
    // Stays for the thread's life: an error event without a listener would end the whole process.
    worker.on('error', fail);
    worker.once('exit', (code) => fail(`exit code ${code}`));
  });
}

/** Makes an empty database: beside its place, moved there when complete, so that a half-made one is never opened. */
export async function createDatabase(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  try {
    await rm(draft, { recursive: true, force: true });
    await privateFolder(draft);
    await emptyDatabase(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw new Refusal({ code: 'recordsNotInitialised', params: { folder, reason: reasonOf(error) } });
  }
}

/**
 * Every empty database is the same and takes seconds to make. Where the bootstrap names a place for such things
 * (`AKB_CACHE`), the first one is kept and copied from then on.
 */
async function emptyDatabase(folder: string): Promise<void> {
  const cache = process.env.AKB_CACHE;
  if (!cache) return await runInitdb(folder);
  const template = join(cache, `records-${engineVersion()}`);
  if (existsSync(join(template, 'PG_VERSION'))) return copyFolder(template, folder);
  await runInitdb(folder);
  const draft = `${template}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    copyFolder(folder, draft);
    await rename(draft, template);
  } catch {
    // Somebody else was faster, or nothing may be written there: it can be made again.
    await rm(draft, { recursive: true, force: true });
  }
}

/** A thousand small files: four times as fast as one promise after another. */
const copyFolder = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** Folder of the package, which exports neither its manifest nor its code. */
const enginePackage = (): string =>
  dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')));

function engineVersion(): string {
  const manifest = readFileSync(join(enginePackage(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

async function runInitdb(folder: string): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(sibling('initdb')), folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const [code, complaint] = await Promise.all([exit, text(child.stderr)]);
  if (code !== 0) throw new Error(`${code}: ${complaint.trim().slice(-500)}`);
}

async function socketPaths(dataDir: string): Promise<string[]> {
  const near = join(dataDir, 'run', SOCKET_NAME);
  const far = join(await privateTemporaryFolder(dataDir), SOCKET_NAME);
  if (Buffer.byteLength(near) > SOCKET_PATH_BYTES) return [far];
  await privateFolder(dirname(near));
  return [near, far];
}

/** The same name for the same data folder, so that crashes leave no pile behind; refused if it is not ours alone. */
async function privateTemporaryFolder(dataDir: string): Promise<string> {
  const { uid } = userInfo();
  const path = join(
    tmpdir(),
    `akb-${uid}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`,
  );
  await mkdir(path, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Refusal({ code: 'dataFolderUnusable', params: { folder: path, reason: 'not private' } });
  }
  return path;
}

/** A file beside this one, in whichever form this one runs: TypeScript source or built JavaScript. */
function sibling(name: string): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, import.meta.url);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
