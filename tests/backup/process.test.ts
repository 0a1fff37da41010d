import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../src/use-cases/backup/manifest.ts';
import { isLongRun } from '../budget.ts';
import {
  importShipments,
  newEmbeddedInstallation,
  openEmbeddedInstallation,
} from '../harness/installation.ts';
import type { BackupReport } from './backup-child.ts';
import { september } from './sample.ts';

let dataDir: string;
let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'akb-process-'));
  const installation = await newEmbeddedInstallation();
  dataDir = installation.dataDir;
  await importShipments(installation, september);
  await installation.close();
}, 300_000);
afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

/** Backs up in a process of its own; with `stopAt` it is killed at that report of progress. */
async function backup(folder: string, stopAt = 0): Promise<BackupReport> {
  const child = fork(join(import.meta.dirname, 'backup-child.ts'), [dataDir, folder, String(stopAt)], {
    execArgv: [],
  });
  const [report] = (await once(child, 'message')) as [BackupReport];
  if (stopAt > 0) child.kill('SIGKILL');
  await once(child, 'exit');
  return report;
}

test('kill -9 at any step leaves no backup under its name, and the next one takes its place', async () => {
  const { reports } = await backup(join(parent, 'counted'));
  expect(reports).toBeGreaterThan(10);
  const folder = join(parent, 'copy');
  for (const stopAt of [1, Math.ceil(reports / 2), reports]) {
    await backup(folder, stopAt);
    expect(await readdir(parent)).toEqual(['copy.partial', 'counted']);
  }
  await backup(folder);
  expect(await readdir(parent)).toEqual(['copy', 'counted']);
  const versionOf = async (name: string) => (await readManifest(join(parent, name))).version;
  expect(await versionOf('copy')).toEqual(await versionOf('counted'));
}, 300_000);

// Eight million lines: the full run only.
test.runIf(isLongRun)(
  'memory does not grow with the journal',
  async () => {
    const lines = 8_000_000;
    const { stores, close } = await openEmbeddedInstallation(dataDir);
    // Random numbers, so that neither the warehouse nor Parquet can pack them away.
    await stores.warehouse.run(`
    INSERT INTO journal SELECT 1, 1 + number % 10, reinterpretAsUInt128(sipHash128(number)), toDate('2026-09-01') + number % 30,
      'shipment', true, 1 + rand(1) % 5000, rand(2), rand(3), 0, 0, 0, 0, rand(4) / 100, rand(5) / 100, rand(6) / 100, NULL
    FROM numbers(${lines})`);
    // Else the engine would merge while the backup is measured.
    await stores.warehouse.run('OPTIMIZE TABLE journal PARTITION 1 FINAL');
    await close();
    const { growth } = await backup(join(parent, 'large'));
    const { warehouse } = await readManifest(join(parent, 'large'));
    const journal = warehouse.find(({ table }) => table === 'journal');
    expect(journal?.rows).toBe(lines + september.length);
    expect(growth).toBeLessThan(journal?.bytes ?? 0);
  },
  300_000,
);
