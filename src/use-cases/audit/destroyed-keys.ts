import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';

const listName = 'destroyed-keys';

/** Ids of the keys that must not come back, as they lie beside backups; none where there is no list. */
export async function destroyedKeysBeside(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, listName), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(line));
}

/** Puts the list of destroyed keys beside backups, older ones too. Writes nothing where none was destroyed. */
export async function listDestroyedKeys(db: RecordsExecutor, folder: string): Promise<void> {
  const rows = await db.selectFrom('destroyed_key').select('id').orderBy('id').execute();
  if (rows.length === 0) return;
  const known = new Set([...(await destroyedKeysBeside(folder)), ...rows.map(({ id }) => id)]);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${listName}.${randomUUID().slice(0, 8)}`);
  await writeFile(draft, `${[...known].sort().join('\n')}\n`, { mode: 0o600 });
  await rename(draft, join(folder, listName));
}
