import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import type { Stores } from '../../stores/stores.ts';
import { threadPoolProblem, threadPoolSize } from '../../stores/warehouse/thread-pool.ts';
import { freeBytes, listBackups } from '../backup/read.ts';
import type { DoctorConfig, Finding } from './finding.ts';

/** Node's version against the package's `engines`. */
export async function checkNode(version: string = process.versions.node): Promise<Finding> {
  const manifest = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { engines } = JSON.parse(manifest) as { engines: { node: string } };
  const needed = engines.node.replace(/[^\d.]/g, '');
  if (!isBelow(version, needed)) return { ok: true, detail: version };
  return { ok: false, problem: { code: 'nodeTooOld', params: { version, needed } } };
}

function isBelow(version: string, needed: string): boolean {
  const [a, b] = [version, needed].map((text) => text.split('.').map(Number));
  for (const [index, part] of (b ?? []).entries()) {
    const own = a?.[index] ?? 0;
    if (own !== part) return own < part;
  }
  return false;
}

/** Only the embedded warehouse runs its queries on this process's threads. */
export function checkThreads(warehouse: Stores['warehouse']['kind']): Finding {
  const problem = warehouse === 'embedded' ? threadPoolProblem() : null;
  return problem === null ? { ok: true, detail: String(threadPoolSize()) } : { ok: false, problem };
}

/** Parts of the data folder that hold names, phones and money. */
const privateParts = ['records', 'warehouse', 'warehouse-spool', 'intake', 'audit-key'];

export async function checkDataFolder({ dataDir }: DoctorConfig): Promise<Finding> {
  const open = (folder: string, mode: number): Finding => ({
    ok: false,
    problem: { code: 'dataFolderOpen', params: { folder, mode: (mode & 0o777).toString(8) } },
  });
  const { mode } = await stat(dataDir);
  if ((mode & 0o022) !== 0) return open(dataDir, mode);
  for (const part of privateParts) {
    const folder = join(dataDir, part);
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined && (found.mode & 0o077) !== 0) return open(folder, found.mode);
  }
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { ok: false, problem: { code: 'dataFolderLocked', params: { folder: dataDir } } };
  }
  return { ok: true, detail: dataDir };
}

const MB = 1e6;
const LEAST_FREE = 1000 * MB;

/** An import writes whole months anew before the old ones go: half of what is there has to be free. */
export async function checkDisk(stores: Stores, { dataDir }: DoctorConfig): Promise<Finding> {
  const free = await freeBytes(dataDir);
  const needed = Math.max(LEAST_FREE, (await embeddedBytes(stores)) / 2);
  if (free >= needed) return { ok: true, detail: `${Math.floor(free / MB)} MB` };
  const params = { folder: dataDir, free: Math.floor(free / MB), needed: Math.ceil(needed / MB) };
  return { ok: false, problem: { code: 'diskSpaceLow', params } };
}

async function embeddedBytes({ records, warehouse }: Stores): Promise<number> {
  let bytes = 0;
  if (records.kind === 'embedded') {
    const { rows } = await sql<{ bytes: string }>`
      SELECT pg_database_size(current_database())::text AS bytes`.execute(records.db);
    bytes += Number(rows[0]?.bytes ?? 0);
  }
  if (warehouse.kind === 'embedded') {
    const [row] = await warehouse.rows<{ bytes: string }>(
      'SELECT sum(bytes_on_disk) AS bytes FROM system.parts WHERE active',
    );
    bytes += Number(row?.bytes ?? 0);
  }
  return bytes;
}

const DAY_MS = 86_400_000;
const OLD_DAYS = 7;

/** With servers it is a remark only: their administrator may have means of his own. */
export async function checkBackup({ records, warehouse }: Stores, config: DoctorConfig): Promise<Finding> {
  const folders = config.backups ?? [join(config.dataDir, 'backups')];
  const found = (await Promise.all(folders.map(listBackups))).flat();
  const [newest] = found.map(({ createdAt }) => createdAt).sort((a, b) => (a < b ? 1 : -1));
  const ok = records.kind === 'server' && warehouse.kind === 'server';
  if (newest === undefined) {
    const row = await records.db.selectFrom('commit').select('version').limit(1).executeTakeFirst();
    if (row === undefined) return { ok: true };
    return { ok, problem: { code: 'backupNone', params: { folder: folders.join(', ') } } };
  }
  const days = Math.floor(((config.now ?? Date.now()) - Date.parse(newest)) / DAY_MS);
  if (days <= OLD_DAYS) return { ok: true, detail: newest };
  return { ok, problem: { code: 'backupOld', params: { days } }, detail: newest };
}
