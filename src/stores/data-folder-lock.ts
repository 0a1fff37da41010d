import { randomUUID } from 'node:crypto';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../domain/problem.ts';
import { isRunning, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** Held while this process uses a part of the data folder. Releasing twice does no harm. */
export interface DataFolderLock {
  release(): Promise<void>;
}

interface Claim {
  readonly file: string;
  readonly holder: ProcessIdentity;
}

interface OwnLock {
  readonly parts: Set<string>;
  readonly claim: Promise<Ownership>;
}

interface Ownership {
  give(): Promise<void>;
}

const HEARTBEAT_MS = 10_000;
const SILENT_MS = 45_000;
const ATTEMPTS = 5;

const ownLocks = new Map<string, OwnLock>();

/**
 * Claims `part` ("records", "warehouse") of a data folder, creating the folder (mode 0700) when absent. All parts
 * of one process share one claim; another process, or the same part twice, gets a `Refusal` `dataFolderBusy`.
 */
export async function lockDataFolder(dataDir: string, part: string): Promise<DataFolderLock> {
  const folder = await usableFolder(dataDir);
  const known = ownLocks.get(folder);
  if (known?.parts.has(part)) throw busy(folder, thisProcess());
  const own = known ?? { parts: new Set<string>(), claim: claimFolder(folder) };
  ownLocks.set(folder, own);
  own.parts.add(part);

  const forget = (): boolean => {
    own.parts.delete(part);
    if (own.parts.size > 0 || ownLocks.get(folder) !== own) return false;
    ownLocks.delete(folder);
    return true;
  };
  let ownership: Ownership;
  try {
    ownership = await own.claim;
  } catch (error) {
    forget();
    throw error;
  }
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      if (forget()) await ownership.give();
    },
  };
}

async function usableFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const folder = await realpath(dataDir);
    await mkdir(join(folder, 'lock'), { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw new Refusal({ code: 'dataFolderUnusable', params: { folder: dataDir, reason: errorCode(error) } });
  }
}

/**
 * Every process writes a file of its own and then looks for others. Whoever writes before looking cannot miss
 * another who did the same, so two never both go on; two at the same instant may both step back, hence the
 * attempts. A file is removed only when its holder is dead, and the dead do not come back: no race in taking over.
 */
async function claimFolder(folder: string): Promise<Ownership> {
  const locks = join(folder, 'lock');
  for (let attempt = 1; ; attempt += 1) {
    const own = await writeClaim(locks);
    const other = await liveClaim(locks, own);
    if (other === undefined) return keepAlive(own);
    await rm(own, { force: true });
    if (attempt === ATTEMPTS) throw busy(folder, other.holder);
    await sleep(10 + Math.random() * 60);
  }
}

async function writeClaim(locks: string): Promise<string> {
  const name = randomUUID();
  const draft = join(locks, `${name}.draft`);
  const file = join(locks, `${name}.lock`);
  await writeFile(draft, JSON.stringify(thisProcess()), { flag: 'wx', mode: 0o600 });
  // A rename shows the file to the others whole or not at all.
  await rename(draft, file);
  return file;
}

async function liveClaim(locks: string, own: string): Promise<Claim | undefined> {
  for (const name of await readdir(locks)) {
    const file = join(locks, name);
    if (file === own || !name.endsWith('.lock')) continue;
    const holder = await readHolder(file);
    if (holder === undefined) continue;
    if (await isAlive(file, holder)) return { file, holder };
    await rm(file, { force: true });
  }
  return undefined;
}

async function readHolder(file: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    // Claims appear whole, so only a power cut leaves a torn one: its writer is gone.
    return { pid: 0, host: hostname(), started: null };
  }
}

async function isAlive(file: string, holder: ProcessIdentity): Promise<boolean> {
  if (holder.host !== hostname()) {
    // Another computer or container: its processes cannot be seen from here, its heartbeat can.
    const touched = await stat(file).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_MS;
  }
  return isRunning(holder);
}

function keepAlive(file: string): Ownership {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async give() {
      clearInterval(heartbeat);
      await rm(file, { force: true });
    },
  };
}

function busy(folder: string, holder: ProcessIdentity): Refusal {
  return new Refusal({
    code: 'dataFolderBusy',
    params: { folder, pid: String(holder.pid), host: holder.host },
  });
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** A private folder inside the data folder (mode 0700), whatever mode it had. */
export async function privateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  return path;
}
