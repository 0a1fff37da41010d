import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { accessMessages } from '../../src/messages/access.ts';
import { doctorMessages } from '../../src/messages/doctor.ts';
import { storesMessages } from '../../src/messages/stores.ts';
import { createAccess } from '../../src/use-cases/access/access.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { type DoctorCheck, doctor } from '../../src/use-cases/doctor/doctor.ts';
import type { DoctorConfig } from '../../src/use-cases/doctor/finding.ts';
import { checkNode } from '../../src/use-cases/doctor/machine-checks.ts';
import { november, september } from '../backup/sample.ts';
import { isLongRun } from '../budget.ts';
import { withRoom } from '../harness/disk.ts';
import {
  type Installation,
  importShipments,
  newEmbeddedInstallation,
  newServerInstallation,
} from '../harness/installation.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await newEmbeddedInstallation();
  await importShipments(installation, september, { basis: 'договор', purpose: 'поставка' });
}, 300_000);
afterAll(() => installation.remove());

const examine = async (config: Partial<DoctorConfig> = {}): Promise<DoctorCheck[]> =>
  await doctor(installation.stores, { dataDir: installation.dataDir, ...config });
const illnesses = async (config?: Partial<DoctorConfig>): Promise<DoctorCheck[]> =>
  (await examine(config)).filter(({ ok }) => !ok);
const run = (sql: string): Promise<void> => installation.stores.warehouse.run(sql);

test('an installation without a backup is told so, and nothing else', async () => {
  expect(await illnesses()).toMatchObject([{ check: 'backup', problem: { code: 'backupNone' } }]);
});

describe('an installation with a backup', () => {
  beforeAll(() => backupTo(installation.stores, join(installation.dataDir, 'backups', 'first')));

  test('is well; every check and every finding has its words', async () => {
    const checks = await examine();
    expect(checks.filter(({ ok, problem }) => !ok || problem !== undefined)).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual([
      ...['node', 'threads', 'dataFolder', 'disk', 'warehouse', 'records', 'durability', 'schemas'],
      ...[
        'orphans',
        'staging',
        'ledger',
        'commit',
        'personalData',
        'backup',
        'basis',
        'handGrounds',
        'trail',
      ],
      ...['secrets', 'owners', 'keys'],
    ]);
    const detail = Object.fromEntries(checks.map((check) => [check.check, check.detail]));
    expect(detail.warehouse).toMatch(/^ClickHouse \d+.*\(embedded\)$/);
    expect(detail.records).toMatch(/^PostgreSQL \d+.*\(embedded\)$/);
    expect(detail.commit).toBe('1: 2026-09-01 … 2026-09-28');
    for (const { check } of checks) expect(doctorMessages).toHaveProperty([`doctor.${check}`]);
  });

  const illness: [
    name: string,
    check: string,
    code: string,
    make: () => Promise<unknown>,
    mend: () => Promise<unknown>,
  ][] = [
    [
      'a folder with names that others may read',
      'dataFolder',
      'dataFolderOpen',
      () => chmod(join(installation.dataDir, 'intake'), 0o755),
      () => chmod(join(installation.dataDir, 'intake'), 0o700),
    ],
    [
      'a generation that no commit names',
      'orphans',
      'orphanPartitions',
      () => run('INSERT INTO dim_product (generation, id) VALUES (999, 1)'),
      () => run('ALTER TABLE dim_product DROP PARTITION 999'),
    ],
    [
      'journal lines of an import that never was',
      'orphans',
      'orphanPartitions',
      () => run('INSERT INTO superseded (by_import, import_id, doc, months) VALUES (999, 1, 1, [])'),
      () => run('ALTER TABLE superseded DROP PARTITION 999'),
    ],
    [
      'temporary tables of an import that is gone',
      'staging',
      'stagingLeft',
      () => run('CREATE TABLE akb_staging.i99_parties (name String) ENGINE = Memory'),
      () => run('DROP TABLE akb_staging.i99_parties SYNC'),
    ],
    [
      'a commit that names another last day',
      'commit',
      'commitUnlikeLedger',
      () => installation.stores.records.pool.query("UPDATE commit SET as_of = '2026-10-31'"),
      () => installation.stores.records.pool.query("UPDATE commit SET as_of = '2026-09-28'"),
    ],
    [
      'the schema of another program',
      'schemas',
      'schemasDiffer',
      () =>
        writeFile(
          join(installation.dataDir, 'installation.json'),
          '{"product":"9.0.0","recordsSchema":9,"warehouseSchema":9}',
        ),
      () => rm(join(installation.dataDir, 'installation.json')),
    ],
    [
      'a trail that was written past the program',
      'trail',
      'trailBroken',
      () =>
        installation.stores.records.pool.query(
          "INSERT INTO audit_batch VALUES (1, '', 'made up', 0, '', '2026-11-01')",
        ),
      () =>
        installation.stores.records.pool.query(`
          ALTER TABLE audit_batch DISABLE TRIGGER USER;
          DELETE FROM audit_batch;
          ALTER TABLE audit_batch ENABLE TRIGGER USER`),
    ],
    [
      'values of persons under another key',
      'trail',
      'trailKeyOther',
      () =>
        installation.stores.records.pool.query(
          "INSERT INTO person_key VALUES (gen_random_uuid(), 'party', '1', 'another', '')",
        ),
      () => installation.stores.records.pool.query('DELETE FROM person_key'),
    ],
    [
      'a key of the folder that others may read',
      'secrets',
      'secretOpen',
      () => writeFile(join(installation.dataDir, 'secret'), 'key', { mode: 0o644 }),
      () => rm(join(installation.dataDir, 'secret')),
    ],
    [
      'users of whom no owner has a password of his own',
      'owners',
      'ownerWithoutPassword',
      () =>
        installation.stores.records.pool.query(`INSERT INTO app_user
          (login, login_key, name, role, scope, hidden, password, one_time_until, created_at)
          VALUES ('anna', 'anna', 'Anna', 'owner', '{"nodes": null}', '{}', '', now(), now())`),
      () => installation.stores.records.pool.query('DELETE FROM app_user'),
    ],
    [
      'too few threads',
      'threads',
      'threadPoolTooSmall',
      async () => vi.stubEnv('UV_THREADPOOL_SIZE', '4'),
      async () => vi.unstubAllEnvs(),
    ],
  ];
  // Three seconds each: the usual run tries every other one.
  const tried = illness.filter((_, index) => isLongRun || index % 2 === 0);
  test.each(tried)('%s is found, and nothing else', async (_name, check, code, make, mend) => {
    await make();
    try {
      const found = await illnesses();
      expect(found).toMatchObject([{ check, problem: { code } }]);
      expect({ ...doctorMessages, ...storesMessages, ...accessMessages }).toHaveProperty([code]);
    } finally {
      await mend();
    }
    expect(await illnesses()).toEqual([]);
  });

  test('a disk that is nearly full is found', async () => {
    expect(await withRoom(999, illnesses)).toMatchObject([
      { check: 'disk', problem: { code: 'diskSpaceLow', params: { free: 999, needed: 1000 } } },
    ]);
  });

  test('a backup of last month is old', async () => {
    const now = Date.now() + 30.5 * 86_400_000;
    expect(await illnesses({ now })).toMatchObject([
      { check: 'backup', problem: { code: 'backupOld', params: { days: 30 } } },
    ]);
  });

  test('an import without a legal basis is a counted gap, never a failure', async () => {
    await importShipments(installation, november);
    const basis = (await examine()).find(({ check }) => check === 'basis');
    expect(basis).toEqual({
      check: 'basis',
      ok: true,
      problem: { code: 'importsWithoutBasis', params: { count: 1, total: 2 } },
    });
  });

  test('keys that end within two weeks are a remark', async () => {
    const { stores } = installation;
    const access = createAccess(stores);
    const made = async (days: number) =>
      await access.addKey(
        { viewer: folderHolder },
        { name: 'Ключ', role: 'rep', scope: wholeCompany as { nodes: null }, hidden: [], days },
      );
    const [soon, late] = [await made(13), await made(15)];
    const finding = async () => (await examine()).find(({ check }) => check === 'keys');
    const found = await finding();
    expect(found).toMatchObject({ ok: true, problem: { code: 'keysEnding', params: { days: 14 } } });
    expect(found?.problem?.params?.keys).toBe(`${soon.prefix} (${soon.expiresAt.slice(0, 10)})`);
    await access.revokeKey(folderHolder, soon.id);
    expect(await finding()).toEqual({ check: 'keys', ok: true });
    await access.revokeKey(folderHolder, late.id);
  });

  test('a ledger that lost a line is found', async () => {
    await run('ALTER TABLE ledger DELETE WHERE amount = 101.5');
    expect(await illnesses()).toMatchObject([
      { check: 'ledger', problem: { code: 'ledgerUnlikeJournal', params: { months: '202609', count: 1 } } },
    ]);
  });

  test('a name that has slipped into the warehouse is found, and not repeated', async () => {
    await run("INSERT INTO document (import_id, number) SELECT 1, 'для Иванов Иван 3'");
    const found = (await illnesses()).find(({ check }) => check === 'personalData');
    expect(found?.problem).toMatchObject({
      code: 'personalDataInWarehouse',
      params: { places: expect.stringMatching(/^document\.number, .*data\.bin$/), count: 2 },
    });
    expect(JSON.stringify(found)).not.toContain('Иванов');
  });

  test('a check that cannot be made is a finding', async () => {
    await run('DROP TABLE superseded SYNC');
    expect(await illnesses()).toContainEqual(
      expect.objectContaining({
        check: 'ledger',
        problem: { code: 'checkFailed', params: { reason: '60' } },
      }),
    );
  });
});

test('servers: settings that a power cut would make pay for are found, a missing backup is a remark', async (context) => {
  const server = await newServerInstallation();
  if (server === undefined) return context.skip('PostgreSQL does not run here');
  try {
    await importShipments(server, september);
    const checks = await doctor(server.stores, { dataDir: server.dataDir });
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([
      { check: 'durability', problem: { code: 'recordsNotDurable', params: { settings: 'fsync = off' } } },
    ]);
    expect(checks.find(({ check }) => check === 'backup')).toMatchObject({
      ok: true,
      problem: { code: 'backupNone' },
    });
  } finally {
    await server.remove();
  }
}, 300_000);

test.each([
  ['22.17.9', false],
  ['20.20.2', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('Node.js %s: %s', async (version, ok) => {
  expect(await checkNode(version)).toMatchObject(
    ok ? { ok, detail: version } : { ok, problem: { code: 'nodeTooOld' } },
  );
});
