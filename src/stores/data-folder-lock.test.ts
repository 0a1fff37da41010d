import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akb-test-lock-'));
  await (await lockDataFolder(folder, 'x')).release();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const claims = async (): Promise<string[]> => await readdir(join(folder, 'lock'));

async function leaveClaim(holder: object | undefined, touched = new Date()): Promise<void> {
  const file = join(folder, 'lock', 'left.lock');
  await writeFile(file, JSON.stringify(holder) ?? '');
  await utimes(file, touched, touched);
}

test('a folder that is not there yet is created for its owner alone', async () => {
  const fresh = join(folder, 'new', 'data');
  await (await lockDataFolder(fresh, 'records')).release();
  expect((await stat(fresh)).mode & 0o777).toBe(0o700);
});

test('warehouse and records of one process share the folder until both have let it go', async () => {
  const warehouse = await lockDataFolder(folder, 'warehouse');
  const records = await lockDataFolder(folder, 'records');
  expect(await claims()).toHaveLength(1);
  await warehouse.release();
  await warehouse.release();
  expect(await claims()).toHaveLength(1);
  await records.release();
  expect(await claims()).toEqual([]);
});

test('two parts that open at the same time share one claim', async () => {
  const locks = await Promise.all([lockDataFolder(folder, 'warehouse'), lockDataFolder(folder, 'records')]);
  expect(await claims()).toHaveLength(1);
  for (const lock of locks) await lock.release();
});

test('the same part twice is refused, however the folder is written', async () => {
  const lock = await lockDataFolder(folder, 'records');
  await expect(
    lockDataFolder(join(folder, '..', folder.split('/').at(-1) ?? '', '.'), 'records'),
  ).rejects.toThrow('dataFolderBusy');
  await lock.release();
});

test('a claim of a dead process, of an earlier process with a living pid, and a torn one are taken over', async () => {
  const left = [
    { pid: 2 ** 22 + 1, host: hostname(), started: null },
    { pid: process.ppid, host: hostname(), started: 'an earlier boot:17' },
    undefined,
  ];
  for (const holder of left) {
    await leaveClaim(holder);
    const lock = await lockDataFolder(folder, 'records');
    expect(await claims()).not.toContain('left.lock');
    await lock.release();
  }
});

test('a living process of this computer keeps its claim, however long ago it was touched', async () => {
  await leaveClaim({ pid: process.ppid, host: hostname(), started: null }, new Date(0));
  await expect(lockDataFolder(folder, 'records')).rejects.toThrow('dataFolderBusy');
  expect(await claims()).toEqual(['left.lock']);
});

test('a claim from another computer or container holds while its heart beats', async () => {
  const elsewhere = { pid: 1, host: 'another-container', started: null };
  await leaveClaim(elsewhere);
  await expect(lockDataFolder(folder, 'records')).rejects.toThrow('dataFolderBusy');
  await leaveClaim(elsewhere, new Date(Date.now() - 120_000));
  await (await lockDataFolder(folder, 'records')).release();
});

test('of six processes that start at once over a stale claim, never two hold the folder', async () => {
  await leaveClaim({ pid: 2 ** 22 + 1, host: hostname(), started: null });
  // Each holder makes a file that may exist once, so two at a time would be found out.
  const program = `
    import { open, rm } from 'node:fs/promises';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { lockDataFolder } from ${JSON.stringify(new URL('./data-folder-lock.ts', import.meta.url).href)};
    const folder = ${JSON.stringify(folder)};
    const lock = await lockDataFolder(folder, 'records').catch(() => undefined);
    if (lock === undefined) process.stdout.write('refused');
    else {
      const alone = await open(folder + '/alone', 'wx').catch(() => undefined);
      await sleep(20);
      if (alone !== undefined) { await alone.close(); await rm(folder + '/alone'); }
      await lock.release();
      process.stdout.write(alone === undefined ? 'not alone' : 'alone');
    }`;
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return text(child.stdout);
    }),
  );
  expect(outcomes).not.toContain('not alone');
  expect(outcomes.every((outcome) => outcome === 'alone' || outcome === 'refused')).toBe(true);
  expect(await claims()).toEqual([]);
});
