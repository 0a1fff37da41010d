import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrations } from '../../src/stores/records/migrations/index.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { readManifest } from '../../src/use-cases/backup/manifest.ts';
import { listBackups } from '../../src/use-cases/backup/read.ts';
import { restoreFrom } from '../../src/use-cases/backup/restore-from.ts';
import { rotateBackups } from '../../src/use-cases/backup/rotate-backups.ts';
import { openForThisVersion, type Program, thisProgram } from '../../src/use-cases/backup/upgrade.ts';
import { newRecordsFolder } from '../harness/both-records.ts';
import {
  answersOf,
  importShipments,
  newEmbeddedInstallation,
  openEmbeddedStores,
} from '../harness/installation.ts';
import { september } from './sample.ts';

const ours = await thisProgram();
const old: Program = { ...ours, version: '1.0.0' };
const step = {
  version: migrations.length + 1,
  name: 'notes',
  up: async (db: Parameters<(typeof migrations)[number]['up']>[0]) => {
    await sql.raw('CREATE TABLE note (id integer PRIMARY KEY, text text NOT NULL)').execute(db);
  },
};
const warehouseVersion = ours.warehouse.version + 1;
const next = (up: (stores: Stores['warehouse']) => Promise<void> = async () => undefined): Program => ({
  version: '2.0.0',
  records: [...migrations, step],
  warehouse: { version: warehouseVersion, steps: [{ version: warehouseVersion, up }] },
});

let dataDir: string;
beforeAll(async () => {
  dataDir = await newRecordsFolder();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const open = vi.fn((steps: Program['records']) => openEmbeddedStores(dataDir, steps));
const start = (program: Program) => openForThisVersion(dataDir, open, program);
const refusalOf = async (program: Program): Promise<unknown> =>
  await start(program).catch((error: unknown) => error);
const installation = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(dataDir, 'installation.json'), 'utf8'));
const backups = () => readdir(join(dataDir, 'backups')).catch(() => []);
const oldInstallation = {
  product: '1.0.0',
  recordsSchema: migrations.length,
  warehouseSchema: ours.warehouse.version,
};
const answers = (stores: Stores) => answersOf({ stores }, ['2026-09'], ['rep']);

describe('a program opens a data folder', () => {
  let figures: unknown;

  test('a new one: it says from now on which program used it', async () => {
    const stores = await start(old);
    await importShipments({ dataDir, stores }, september);
    figures = await answers(stores);
    await stores.close();
    expect(await installation()).toEqual(oldInstallation);
  }, 300_000);

  test('with the same schemas nothing is backed up, whatever the version of the program', async () => {
    await (await start({ ...old, version: '1.0.1' })).close();
    expect(await installation()).toEqual({ ...oldInstallation, product: '1.0.1' });
    expect(await backups()).toEqual([]);
    await (await start(old)).close();
  });

  test('an upgrade that fails is not started: the folder stays old, its backup is named', async () => {
    const refusal = await refusalOf(
      next(async () => {
        throw new Error('the step breaks');
      }),
    );
    const backup = join(dataDir, 'backups', 'before-2.0.0');
    const params = { from: '1.0.0', to: '2.0.0', backup, reason: 'Error: the step breaks' };
    expect(refusal).toMatchObject({ problems: [{ code: 'upgradeFailed', params }] });
    expect(await installation()).toEqual(oldInstallation);
    const stores = await start(old);
    expect(await answers(stores)).toEqual(figures);
    await stores.close();
  });

  test('an upgrade after which figures differ is not started', async () => {
    const copy = join(dataDir, 'backups', 'before-2.0.0-2');
    const refusal = await refusalOf(
      next((warehouse) => warehouse.run('ALTER TABLE ledger DELETE WHERE amount = 101.5')),
    );
    const params = { backup: copy, months: '202609', count: 1 };
    expect(refusal).toMatchObject({ problems: [{ code: 'upgradeUnlike', params }] });
    expect(await installation()).toEqual(oldInstallation);
    expect(await refusalOf(old)).toMatchObject({ problems: [{ code: 'recordsNewerThanProgram' }] });
  });

  test('what was backed up goes into a new folder with the old program, and can be upgraded there', async () => {
    const backup = join(dataDir, 'backups', 'before-2.0.0-2');
    expect((await readManifest(backup)).schemas).toEqual({
      records: migrations.length,
      warehouse: ours.warehouse.version,
    });
    const parent = await mkdtemp(join(tmpdir(), 'akb-upgrade-'));
    const broken = dataDir;
    dataDir = await newRecordsFolder();
    try {
      const restored = await start(old);
      await restoreFrom(backup, restored);
      await restored.close();
      const upgraded = await start(next());
      expect(await answers(upgraded)).toEqual(figures);
      expect((await upgraded.records.pool.query('SELECT * FROM note')).rows).toEqual([]);
      expect(await backups()).toEqual(['before-2.0.0']);
      expect(await installation()).toEqual({
        product: '2.0.0',
        recordsSchema: migrations.length + 1,
        warehouseSchema: warehouseVersion,
      });
      await upgraded.close();
    } finally {
      await rm(broken, { recursive: true, force: true });
      await rm(parent, { recursive: true, force: true });
    }
  }, 300_000);

  test('of a newer program: it is refused before anything is opened', async () => {
    open.mockClear();
    const params = { found: '2.0.0', own: '1.0.0' };
    expect(await refusalOf(old)).toMatchObject({ problems: [{ code: 'dataNewerThanProgram', params }] });
    expect(open).not.toHaveBeenCalled();
  });

  test('whose version cannot be read: it is refused', async () => {
    await writeFile(join(dataDir, 'installation.json'), '{');
    expect(await refusalOf(old)).toMatchObject({ problems: [{ code: 'installationUnreadable' }] });
  });
});

test('of the rotating backups the newest stay, and every other folder stays too', async () => {
  const { stores, remove } = await newEmbeddedInstallation();
  const parent = await mkdtemp(join(tmpdir(), 'akb-rotating-'));
  try {
    await backupTo(stores, join(parent, 'мой'));
    const made: string[] = [];
    for (let round = 0; round < 4; round += 1) made.push((await rotateBackups(stores, parent, 2)).folder);
    const left = (await listBackups(parent)).map(({ folder }) => folder);
    expect(left).toEqual([join(parent, 'мой'), ...made.slice(2)]);
    expect(await readdir(parent)).toHaveLength(3);
  } finally {
    await remove();
    await rm(parent, { recursive: true, force: true });
  }
}, 300_000);
