import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../services/intake/import-summary.ts';
import type { Stores } from '../../stores/stores.ts';
import { removeBackup } from './backup-folder.ts';
import { type Backup, backupTo } from './backup-to.ts';

/** Names sort by time. Backups under any other name are the user's own and stay. */
const rotating = /^auto-\d{8}-\d{9}$/;
const interrupted = /^auto-\d{8}-\d{9}\.partial$/;

/** A backup that is still being written after this long was killed. */
const DAY_MS = 86_400_000;

/** Writes a backup `auto-<time>` into `parent` and removes all such but the newest `keep`. Throws as `backupTo`. */
export async function rotateBackups(
  stores: Stores,
  parent: string,
  keep = 3,
  onProgress?: (progress: Progress) => void,
): Promise<Backup> {
  const time = new Date()
    .toISOString()
    .replace(/[-:.Z]/g, '')
    .replace('T', '-');
  const backup = await backupTo(stores, join(parent, `auto-${time}`), onProgress);
  const names = (await readdir(parent)).sort();
  const whole = names.filter((name) => rotating.test(name));
  for (const name of whole.slice(0, -keep)) await removeBackup(join(parent, name));
  for (const name of names.filter((name) => interrupted.test(name))) {
    const { mtimeMs } = await stat(join(parent, name));
    if (Date.now() - mtimeMs > DAY_MS) await rm(join(parent, name), { recursive: true });
  }
  return backup;
}
