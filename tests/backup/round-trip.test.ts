import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { monthChecksums } from '../../src/services/ledger/month-checksums.ts';
import { copyOut } from '../../src/stores/records/table-copy.ts';
import { listTables } from '../../src/stores/records/table-list.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { restoreFrom } from '../../src/use-cases/backup/restore-from.ts';
import {
  type Installation,
  importShipments,
  newEmbeddedInstallation,
  newServerInstallation,
  undo,
} from '../harness/installation.ts';
import { answers, fillInstallation, november } from './sample.ts';

let folder: string;
const opened: Installation[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akb-backup-'));
});
afterEach(async () => {
  for (const installation of opened.splice(0)) await installation.remove();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const keep = (installation: Installation): Installation => {
  opened.push(installation);
  return installation;
};

async function recordsOf({ records }: Stores): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const table of await listTables(records.db)) {
    let text = '';
    for await (const page of copyOut(records.db, table)) text += page.text;
    tables[table.name] = text;
  }
  return tables;
}

const checksums = async ({ records, warehouse }: Stores) =>
  await monthChecksums(warehouse, await currentVersion(records));

test('an installation moves from the embedded engines to servers and back, and answers alike', async (context) => {
  const server = await newServerInstallation();
  if (server === undefined) return context.skip('PostgreSQL does not run here');
  keep(server);
  const first = keep(await newEmbeddedInstallation());
  const { corrected, pending } = await fillInstallation(first);
  const figures = await answers(first);
  const months = await checksums(first.stores);
  expect(Object.keys(months)).toEqual(['202609', '202610']);

  const there = await backupTo(first.stores, join(folder, 'there'));
  // To the copy the import that somebody still looks at was interrupted.
  await pending.cancel();
  const before = await recordsOf(first.stores);
  await restoreFrom(there.folder, server.stores);
  expect(await answers(server)).toEqual(figures);
  expect(await checksums(server.stores)).toEqual(months);

  const back = await backupTo(server.stores, join(folder, 'back'));
  await undo(first, corrected);
  const undone = [await answers(first), await checksums(first.stores)];
  await first.close();
  const second = keep(await newEmbeddedInstallation());
  await restoreFrom(back.folder, second.stores);
  expect(await answers(second)).toEqual(figures);
  expect(await checksums(second.stores)).toEqual(months);

  const { commit, id_counter: counters, ...rest } = before;
  const after = await recordsOf(second.stores);
  expect(after).toMatchObject(rest);
  expect(after.commit?.startsWith(commit ?? '?')).toBe(true);
  expect(after.id_counter?.replace(/generation\t\d+/, '')).toBe(counters?.replace(/generation\t\d+/, ''));

  for (const installation of [server, second]) {
    await undo(installation, corrected);
    expect([await answers(installation), await checksums(installation.stores)]).toEqual(undone);
  }

  // Reserved, used and hidden numbers alike are never given out again.
  const last = 'SELECT (SELECT max(id) FROM import) AS import, (SELECT max(id) FROM party) AS party';
  const { rows: used } = await second.stores.records.pool.query(last);
  await importShipments(second, november, { source: 'другая' });
  const { rows: now } = await second.stores.records.pool.query(last);
  expect(now).toEqual([{ import: used[0].import + 1, party: used[0].party + 2 }]);
  const { rows: sources } = await second.stores.records.pool.query('SELECT name FROM source ORDER BY id');
  expect(sources.map(({ name }) => name)).toEqual(['main', 'другая']);
}, 300_000);

test('an empty installation can be backed up and restored', async () => {
  const first = keep(await newEmbeddedInstallation());
  const backup = await backupTo(first.stores, join(folder, 'empty'));
  expect(backup.dataVersion).toBe(0);
  await first.close();
  const second = keep(await newEmbeddedInstallation());
  expect(await restoreFrom(backup.folder, second.stores)).toEqual({ dataVersion: 1 });
  expect(await currentVersion(second.stores.records)).toMatchObject({ applied: [], months: {} });
}, 300_000);

test('the folder and everything in it are for their owner alone, and names stay out of the warehouse’s part', async () => {
  const backup = join(folder, 'there');
  const entries = await readdir(backup, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const entry of entries) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect((mode & 0o077).toString(8), entry.name).toBe('0');
  }
  expect((await stat(backup)).mode & 0o077).toBe(0);
  const holders: string[] = [];
  for (const { parentPath, name } of files) {
    if ((await readFile(join(parentPath, name))).includes('Иванов')) holders.push(name);
  }
  expect(holders.length).toBeGreaterThan(0);
  expect(holders.filter((name) => !name.endsWith('.copy'))).toEqual([]);
});
