import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { figures } from '../src/services/activity/figures.ts';
import type { CustomerRow, FigureReport } from '../src/services/activity/report.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { isLongRun } from './budget.ts';
import {
  customersOf,
  newApplication,
  periodOf,
  reportsOf,
  type TestApplication,
} from './harness/application.ts';
import { type Installation, importShipments, newEmbeddedInstallation } from './harness/installation.ts';
import { numbers, shipmentsFile } from './harness/shipments.ts';

const months = ['2026-07', '2026-08', '2026-09'];
const part = isLongRun ? 1 : 1 / 5;
const clients = (from: number, to: number) => numbers(from * part, to * part);

/** One document a customer; every import has its own customers beside those of the others. */
function shipments(version: number, numbered: readonly number[]): string {
  const rows = numbered.map((client) => [
    `${String(1 + (client % 28)).padStart(2, '0')}.0${7 + ((client + version) % 3)}.2026`,
    `РН-${client}`,
    `К-${client}`,
    `Клиент ${client}`,
    `Товар ${client % 5}`,
    1,
    `${100 + version},00`,
    `Менеджер ${client % 4}`,
  ]);
  return shipmentsFile(rows);
}

describe('while imports and undos run', () => {
  let akb: TestApplication;
  beforeAll(async () => {
    akb = await newApplication();
    await akb.load({ '1.csv': shipments(1, clients(0, 1500)) });
  });
  afterAll(() => akb.remove());

  interface Answer {
    readonly whole: readonly FigureReport[];
    readonly byRep: readonly FigureReport[];
  }

  async function answer(): Promise<Answer> {
    const { application } = akb;
    return {
      whole: await reportsOf(application, months),
      byRep: await reportsOf(application, ['2026-08'], { by: 'rep' }),
    };
  }
  const list = () => customersOf(akb, '2026-09', { set: 'totalBase' });

  /** What a reader is told at every version: nobody else changes anything while it is asked. */
  async function settled() {
    const { dataVersion } = await akb.application.dataState();
    return { dataVersion, answer: await answer(), list: await list() };
  }

  test('every figure and every list belongs to one version', async () => {
    const versions = [await settled()];
    const figuresRead: Answer[] = [];
    const listsRead: { from: number; to: number; rows: readonly CustomerRow[] }[] = [];
    let running = true;
    const readers = [
      (async () => {
        // Readers who take breath leave the writer the processor.
        for (; running; await pause(100)) figuresRead.push(await answer());
      })(),
      (async () => {
        for (; running; await pause(100)) {
          const from = (await akb.application.dataState()).dataVersion;
          const rows = await list();
          listsRead.push({ from, to: (await akb.application.dataState()).dataVersion, rows });
        }
      })(),
    ];
    try {
      const second = await akb.load({ '2.csv': shipments(2, clients(1000, 1700)) });
      versions.push(await settled());
      const third = await akb.load({ '3.csv': shipments(3, clients(500, 1600)) });
      versions.push(await settled());
      await akb.undo(second.importId);
      versions.push(await settled());
      await akb.undo(third.importId);
      versions.push(await settled());
    } finally {
      running = false;
      await Promise.all(readers);
    }

    const byVersion = new Map(versions.map((version) => [version.dataVersion, version]));
    expect([...byVersion.keys()]).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(versions.map(({ list: rows }) => JSON.stringify(rows))).size).toBe(4);
    expect(versions.at(-1)?.list).toEqual(versions[0]?.list);
    for (const { whole, byRep } of figuresRead) {
      const [version, ...others] = new Set(whole.map(({ dataVersion }) => dataVersion));
      expect(others).toEqual([]);
      expect(whole).toEqual(byVersion.get(version ?? 0)?.answer.whole);
      expect(byRep).toEqual(byVersion.get(byRep[0]?.dataVersion ?? 0)?.answer.byRep);
    }
    for (const { from, to, rows } of listsRead) {
      const possible = versions.filter(({ dataVersion }) => dataVersion >= from && dataVersion <= to);
      expect(possible.map((version) => version.list)).toContainEqual(rows);
    }
    // Readers were answered while the writer worked, not only before and after.
    expect(new Set(figuresRead.map(({ whole }) => whole[0]?.dataVersion)).size).toBeGreaterThan(2);
    expect(listsRead.length).toBeGreaterThan(2);
  });

  test.skipIf(!isLongRun)(
    'a list begun before an import or an undo goes on as the list that it was',
    async () => {
      const query = {
        period: periodOf('2026-09'),
        unit: 'client',
        method: 'main',
        set: 'totalBase',
      } as const;
      const before = await list();
      expect(before.length).toBeGreaterThan(1000);
      const beforeImport = akb.application.customers(query)[Symbol.asyncIterator]();
      const first = [(await beforeImport.next()).value];
      const { importId } = await akb.load({ '4.csv': shipments(4, clients(0, 1900)) });
      const between = await list();
      expect(between).not.toEqual(before);
      const beforeUndo = akb.application.customers(query)[Symbol.asyncIterator]();
      const second = [(await beforeUndo.next()).value];
      await akb.undo(importId);
      expect(await list()).toEqual(before);
      expect(await restOf(first, beforeImport)).toEqual(before);
      expect(await restOf(second, beforeUndo)).toEqual(between);
    },
  );
});

async function restOf(rows: CustomerRow[], rest: AsyncIterator<CustomerRow>): Promise<CustomerRow[]> {
  for (let next = await rest.next(); !next.done; next = await rest.next()) rows.push(next.value);
  return rows;
}

describe('a version that is no longer the current one', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await newEmbeddedInstallation();
  });
  afterAll(() => installation.remove());

  const importAmount = (amount: number) =>
    importShipments(installation, [
      { date: '05.09.2026', document: 'РН-1', code: 'К-1', name: 'Ландыш', product: 'Молоко', amount },
    ]);
  const daysPass = (days: number) =>
    sql`UPDATE commit SET committed_at = committed_at - ${`${days} days`}::interval`.execute(
      installation.stores.records.db,
    );

  test('is answered for a day after it was replaced, however old it was by then; then it is dropped', async () => {
    const { stores } = installation;
    await importAmount(100);
    const first = await currentVersion(stores.records);
    const salesOf = async () => {
      const question = {
        method: mainMethod,
        unit: 'client',
        period: periodOf('2026-09'),
        scope: wholeCompany,
      } as const;
      return (await figures(stores, { ...question, version: first })).figures.sales;
    };
    await daysPass(30);
    await importAmount(200);
    expect(await salesOf()).toBe('100.00');
    await daysPass(2);
    await importAmount(300);
    const rows = await stores.warehouse.rows(
      `SELECT DISTINCT generation FROM ledger WHERE generation = ${first.months['202609']}`,
    );
    expect(rows).toEqual([]);
  });
});
