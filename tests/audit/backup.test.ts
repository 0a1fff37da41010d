import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { searchTrail, verifyTrail } from '../../src/use-cases/audit/search-trail.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { restoreFrom } from '../../src/use-cases/backup/restore-from.ts';
import { november, september } from '../backup/sample.ts';
import { isLongRun } from '../budget.ts';
import { newApplication, unseen } from '../harness/application.ts';
import { importShipments, newEmbeddedInstallation, newServerInstallation } from '../harness/installation.ts';
import { shipmentsFile } from '../harness/shipments.ts';
import { masterKeyText, newTrail, owner, signedIn, user } from './trail-fixture.ts';

const anna = { kind: 'party', id: '17' };
const pyotr = { kind: 'party', id: '18' };
const named = (of: typeof anna, name: string) => ({
  ...({ action: 'personChanged', subject: of } as const),
  personal: { of, changes: { name: { after: name } } },
});

let folder: string;
beforeAll(async () => {
  vi.stubEnv('AKB_AUDIT_KEY', masterKeyText());
  folder = await mkdtemp(join(tmpdir(), 'akb-trail-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test('a backup takes the trail along, and who was erased since stays erased', async () => {
  const first = await newEmbeddedInstallation();
  await importShipments(first, september);
  const trail = await newTrail(first.stores.records, { dataDir: folder });
  await trail.record(user(1), named(anna, 'Анна'));
  await trail.record(user(1), named(pyotr, 'Пётр'));
  const { head } = await verifyTrail(first.stores.records, trail, owner);
  const { folder: backup } = await backupTo(first.stores, join(folder, 'backups', 'before'));
  expect(await trail.erasePerson(user(1), anna)).toBe(true);
  await first.remove();

  // Somebody has already looked around in the new installation.
  const second = await newEmbeddedInstallation();
  const { records } = second.stores;
  const own = await newTrail(records, { from: '2026-11-21T09:00:00.000Z' });
  await own.record(user(2), signedIn(2));
  await restoreFrom(backup, second.stores);
  await own.record(user(2), { action: 'restored' });
  expect(await verifyTrail(records, own, owner, head ?? '')).toMatchObject({
    ...{ whole: true, events: 4, headFound: true },
  });
  const { entries } = await searchTrail(records, own, owner, { limit: 10 });
  expect(entries.map(({ action, personal }) => [action, personal?.state])).toEqual([
    ['restored', undefined],
    ['signedIn', undefined],
    ['personChanged', 'shown'],
    ['personChanged', 'destroyed'],
  ]);
  await expect(records.pool.query('DELETE FROM audit_event')).rejects.toThrow('may only grow');

  // The list goes on with the backups of the new installation.
  const { folder: next } = await backupTo(second.stores, join(folder, 'elsewhere', 'next'));
  await second.remove();
  const third = await newEmbeddedInstallation();
  await restoreFrom(next, third.stores);
  const trailOfThird = await newTrail(third.stores.records);
  const states = (await searchTrail(third.stores.records, trailOfThird, owner, { limit: 10 })).entries;
  expect(states.map(({ personal }) => personal?.state).slice(2)).toEqual(['shown', 'destroyed']);
  await third.remove();
}, 300_000);

const ends = [
  ['embedded', newEmbeddedInstallation],
  ['servers', newServerInstallation],
] as const;

// Both left to the full run: the usual one has what grows while it is backed up (backup/while-importing.test.ts).
test.skipIf(!isLongRun).each(ends)(
  'a trail that grows while it is copied is whole in the copy (%s)',
  async (end, open) => {
    const source = await open();
    // Where PostgreSQL cannot run, the offer says so, and fails where it must be there.
    if (source === undefined) return;
    await importShipments(source, november);
    const { records } = source.stores;
    const trail = await newTrail(records);
    for (let id = 1; id <= 30; id++) await trail.record(user(id), signedIn(id));
    let copying = true;
    const recording = (async () => {
      for (let id = 100; copying; id++) await trail.record(user(id), signedIn(id));
    })();
    const { folder: backup } = await backupTo(source.stores, join(folder, `growing-${end}`));
    copying = false;
    await recording;
    const all = (await verifyTrail(records, trail, owner)).events;
    await source.remove();
    const copy = await newEmbeddedInstallation();
    await restoreFrom(backup, copy.stores);
    const found = await verifyTrail(copy.stores.records, await newTrail(copy.stores.records), owner);
    expect(found.whole).toBe(true);
    expect(found.events).toBeGreaterThanOrEqual(30);
    expect(found.events).toBeLessThanOrEqual(all);
    await copy.remove();
  },
  300_000,
);

test.skipIf(!isLongRun)(
  'an installation that was restored goes on with the trail of its backup, failed attempts in it',
  async () => {
    const first = await newApplication();
    await first.load({
      'отгрузки.csv': shipmentsFile([['05.10.2026', 'РН-1', 'К-1', 'Клиент 1', 'Товар', 1, 100, '']]),
    });
    const backup = join(folder, 'whole');
    await first.application.backup(backup, unseen);
    await first.remove();
    const second = await newApplication();
    const { application } = second;
    await expect(application.restore(join(folder, 'nowhere'), unseen)).rejects.toThrow(
      'backupManifestMissing',
    );
    await application.restore(backup, unseen);
    const { entries } = await application.audit({ limit: 10 });
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['restored', 'done'],
      ['restored', 'refused'],
      ['importApplied', 'done'],
    ]);
    expect(await application.verifyAudit()).toMatchObject({ whole: true, events: 3 });
    await second.remove();
  },
  300_000,
);
