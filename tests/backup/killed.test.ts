import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../src/use-cases/backup/manifest.ts';
import { importShipments, newEmbeddedInstallation } from '../harness/installation.ts';
import { september } from './sample.ts';

let dataDir: string;
let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'akb-killed-'));
  const installation = await newEmbeddedInstallation();
  dataDir = installation.dataDir;
  await importShipments(installation, september);
  await installation.close();
});
afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs a backup; with `stopAt` it is killed at that report of progress. Returns the number of reports. */
async function backup(folder: string, stopAt = 0): Promise<number> {
  const child = fork(join(import.meta.dirname, 'backup-child.ts'), [dataDir, folder, String(stopAt)], {
    execArgv: [],
  });
  const [said] = (await once(child, 'message')) as [string | number];
  if (stopAt > 0) child.kill('SIGKILL');
  await once(child, 'exit');
  return Number(said);
}

test('kill -9 at any step leaves no backup under its name, and the next one takes its place', async () => {
  const reports = await backup(join(parent, 'counted'));
  expect(reports).toBeGreaterThan(10);
  const folder = join(parent, 'copy');
  for (const stopAt of [1, Math.ceil(reports / 2), reports]) {
    await backup(folder, stopAt);
    expect(await readdir(parent)).toEqual(['copy.partial', 'counted']);
  }
  await backup(folder);
  expect(await readdir(parent)).toEqual(['copy', 'counted']);
  expect((await readManifest(folder)).version).toEqual((await readManifest(join(parent, 'counted'))).version);
}, 120_000);
