import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import type { AuditEntry, AuditQuery } from '../../src/domain/audit.ts';
import { mainMethod } from '../../src/domain/method.ts';
import type { CustomerSet } from '../../src/domain/sets/customer-set.ts';
import type { Application } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import {
  customersOf,
  newApplication,
  newServerApplication,
  periodOf,
  type TestApplication,
  unseen,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';
import { numbers, shipmentsFile } from '../harness/shipments.ts';

const rows = (clients: number) =>
  numbers(0, clients).map((n) => [
    ...['05.10.2026', `РН-${n}`, `К-${n}`, `Клиент ${n}`, 'Товар', 1, 100, 'Менеджер'],
  ]);
const october = periodOf('2026-10');
const active: CustomerSet = {
  ...{ language: 1, unit: 'client', method: { id: 'main' } },
  set: { kind: 'state', state: 'active', period: '2026-10' },
};

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

describe.each(isLongRun ? both : both.slice(0, 1))('what is done is in the trail (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  beforeAll(async () => {
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'отгрузки.csv': shipmentsFile(rows(120)) });
  });
  afterAll(() => akb.remove());

  const search = async (query: Partial<AuditQuery> = {}): Promise<readonly AuditEntry[]> =>
    (await application.audit({ limit: 100, ...query })).entries;
  const newest = async (): Promise<AuditEntry | undefined> => (await search({ limit: 1 }))[0];
  const count = async () => (await application.verifyAudit()).events;

  test('an import and its undo', async () => {
    expect(await newest()).toMatchObject({
      ...{ action: 'importApplied', outcome: 'done', user: null, address: null },
      subject: { kind: 'import', id: '1' },
      details: { lines: 120, rejected: 0, newCustomers: 120, dataVersion: 1 },
    });
    await akb.load({
      'ещё.csv': shipmentsFile([['06.10.2026', 'РН-900', 'К-1', 'Клиент 1', 'Товар', 1, 5, '']]),
    });
    await application.undo(2, unseen);
    expect(await newest()).toMatchObject({ action: 'importUndone', subject: { id: '2' } });
    await expect(application.undo(77, unseen)).rejects.toThrow('importUnknown');
    expect(await newest()).toMatchObject({
      ...{ action: 'importUndone', outcome: 'refused', subject: { id: '77' } },
      details: { problems: ['importUnknown'] },
    });
  });

  test('a dry run is nothing that was done', async () => {
    const before = await count();
    const files = await akb.write({ 'проба.csv': shipmentsFile(rows(2)) });
    const prepared = await application.prepareImport(files, {}, async () => undefined, unseen);
    await prepared.cancel();
    expect(await count()).toBe(before);
  });

  test('definitions, with what they were before', async () => {
    const { version: _version, ...document } = mainMethod;
    await application.saveMethod({ ...document, id: 'big', thresholds: { amount: '50' } });
    await application.saveMethod({ ...document, id: 'big', thresholds: { amount: '70' } });
    expect((await newest())?.changes.method).toMatchObject({
      before: { version: 1, thresholds: { amount: '50' } },
      after: { version: 2, thresholds: { amount: '70' } },
    });
    await application.keepMethods(['main']);
    expect(await newest()).toMatchObject({ action: 'methodsKept', changes: { kept: { after: ['main'] } } });
    const set = await application.storeSet({ name: 'Октябрь', set: active });
    await application.removeStoredSet(set.id);
    expect(await newest()).toMatchObject({
      ...{ action: 'setRemoved', subject: { kind: 'set', id: String(set.id) } },
      changes: { set: { before: { name: 'Октябрь' } } },
    });
    await application.setPlace({ name: 'Киров', within: 'Калужская область' });
    await application.removePlace('Киров');
    expect((await search({ subject: { kind: 'place', id: 'Киров' } })).map(({ changes }) => changes)).toEqual(
      [{ within: { before: 'Калужская область' } }, { within: { after: 'Калужская область' } }],
    );
    await application.setCalendar({ branch: 0, year: 2026 }, { daysOff: ['10-05'], workedDays: [] });
    expect(await newest()).toMatchObject({
      ...{ action: 'calendarSet', subject: { kind: 'calendar', id: '0/2026' } },
      changes: { calendar: { after: { daysOff: ['10-05'] } } },
    });
  });

  test('whom customers were assigned to, long lists by their length', async () => {
    const { members } = await application.organisation();
    const rep = members.find(({ kind }) => kind === 'rep')?.id ?? 0;
    const statement = { about: 'client', kind: 'rep', member: rep, from: '2026-11-01' } as const;
    const clients = (await customersOf(akb, '2026-10')).map(({ id }) => id);
    await application.assign({ ...statement, ids: clients }, unseen);
    expect(await newest()).toMatchObject({
      ...{ action: 'assigned', subject: null },
      details: { statement: { ...statement, ids: { count: 120 } } },
    });
  });

  describe('lists', () => {
    const question = { period: october, unit: 'client', method: 'main', set: 'active' } as const;

    test('of a hundred persons and more, without what was searched for', async () => {
      expect(await Array.fromAsync(application.customers({ ...question, search: 'клиент' }))).toHaveLength(
        120,
      );
      const entry = await newest();
      expect(entry).toMatchObject({
        ...{ action: 'listed', outcome: 'done' },
        details: { persons: 120, question: { search: true, unit: 'client' } },
      });
      expect(JSON.stringify(entry)).not.toMatch(/клиент/i);
    });

    test('of fewer are not, unless they leave as a file', async () => {
      const before = await count();
      const few = { ...question, search: 'клиент 11' };
      expect((await Array.fromAsync(application.customers(few))).length).toBeLessThan(100);
      expect(await count()).toBe(before);
      const errand = { user: null, onBehalfOf: null, key: null, address: '192.0.2.1', exporting: true };
      const { length: persons } = await Array.fromAsync(application.as(folderHolder, errand).customers(few));
      expect(await newest()).toMatchObject({
        ...{ action: 'exported', address: '192.0.2.1' },
        details: { persons },
      });
    });

    test('that were left early say how many were seen', async () => {
      const before = await count();
      for await (const _row of application.setMembers(active, { period: october })) break;
      expect(await count()).toBe(before);
      let seen = 0;
      for await (const _row of application.setMembers(active, { period: october })) {
        seen += 1;
        if (seen === 110) break;
      }
      expect(await count()).toBe(before + 1);
      expect(await newest()).toMatchObject({ outcome: 'interrupted', details: { persons: 110 } });
    });

    test('page by page, however small the pages', async () => {
      const before = await count();
      const first = await application.setPage(active, { period: october, limit: 60 });
      expect(await count()).toBe(before);
      await application.setPage(active, {
        period: october,
        limit: 60,
        ...(first.next && { cursor: first.next }),
      });
      expect(await newest()).toMatchObject({ action: 'listed', details: { persons: 60, of: 120 } });
    });
  });

  test('a backup, and where it went', async () => {
    const folder = join(akb.dataDir, 'copy');
    await application.backup(folder, unseen);
    expect(await newest()).toMatchObject({ action: 'backedUp', details: { folder } });
  });

  test('is found by who, what, when and on what, page by page', async () => {
    const all = await search({ limit: 1000 });
    expect(all.length).toBe(await count());
    const by = { user: 7, onBehalfOf: 9, key: 'k-1', address: '192.0.2.9' };
    await application.as(folderHolder, by).setPlace({ name: 'Ростов', within: 'Ярославская область' });
    expect(await search({ user: 7 })).toMatchObject([{ ...by, action: 'placeSet' }]);
    expect(await search({ user: null, limit: 1000 })).toEqual(all);
    const imports = await search({ action: 'importApplied' });
    expect(imports.map(({ subject }) => subject?.id)).toEqual(['2', '1']);
    expect(await search({ subject: { kind: 'import' } })).toHaveLength(4);
    const [, middle] = imports;
    const at = middle?.at ?? '';
    expect((await search({ to: at, limit: 1000 })).some(({ id }) => id === middle?.id)).toBe(false);
    expect((await search({ from: at, limit: 1000 })).some(({ id }) => id === middle?.id)).toBe(true);
    const walked: AuditEntry[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await application.audit({ limit: 3, user: null, ...(cursor && { cursor }) });
      walked.push(...page.entries);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(walked).toEqual(all);
    await expect(application.audit({ limit: 1, cursor: '1; DROP' })).rejects.toThrow('auditCursorUnreadable');
  });

  test('makes no key before the first value of a person', async () => {
    await expect(readFile(join(akb.dataDir, 'audit-key'))).rejects.toThrow('ENOENT');
  });
});
