import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainMethod } from '../src/domain/method.ts';
import { type OrganisationNode, type Scope, wholeCompany } from '../src/domain/scope.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
import { listCustomers } from '../src/services/activity/customers.ts';
import { noStoredSet } from '../src/services/activity/set-sql.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { periodOf } from './harness/application.ts';
import { type Installation, importCards, importShipments, newInstallation } from './harness/installation.ts';

// Anna served К-1 and К-2 in September, Boris К-3. In October К-2 was handed over to Boris.
const shipments = [
  {
    date: '02.09.2026',
    document: 'РН-1',
    code: 'К-1',
    name: 'Ромашка',
    product: 'Молоко',
    amount: 100,
    rep: 'Анна',
  },
  {
    date: '03.09.2026',
    document: 'РН-2',
    code: 'К-2',
    name: 'Лютик',
    product: 'Молоко',
    amount: 200,
    rep: 'Анна',
  },
  {
    date: '04.09.2026',
    document: 'РН-3',
    code: 'К-3',
    name: 'Василёк',
    product: 'Сыр',
    amount: 400,
    rep: 'Борис',
  },
  {
    date: '05.10.2026',
    document: 'РН-4',
    code: 'К-1',
    name: 'Ромашка',
    product: 'Молоко',
    amount: 110,
    rep: 'Анна',
  },
  {
    date: '06.10.2026',
    document: 'РН-5',
    code: 'К-2',
    name: 'Лютик',
    product: 'Молоко',
    amount: 220,
    rep: 'Борис',
  },
  {
    date: '07.10.2026',
    document: 'РН-6',
    code: 'К-3',
    name: 'Василёк',
    product: 'Сыр',
    amount: 440,
    rep: 'Борис',
  },
];

describe('what a rep sees', () => {
  let akb: Installation;
  let anna: Scope;
  beforeAll(async () => {
    akb = await newInstallation();
    await importShipments(akb, shipments);
    await importCards(akb, [
      ['К-1', 'Ромашка', 'Киров', 'Анна'],
      ['К-2', 'Лютик', 'Киров', 'Борис'],
      ['К-3', 'Василёк', 'Киров', 'Борис'],
    ]);
    const { id } = await akb.stores.records.db
      .selectFrom('member')
      .select('id')
      .where('name', '=', 'Анна')
      .executeTakeFirstOrThrow();
    const node: OrganisationNode = { dimension: 'rep', member: id };
    anna = { nodes: [node] };
  });
  afterAll(() => akb.remove());

  async function list(set: SetNode, scope: Scope) {
    const version = await currentVersion(akb.stores.records);
    const rows = await Array.fromAsync(
      listCustomers(akb.stores, {
        ...{ version, set, scope, method: mainMethod, unit: 'client', slice: [], sort: 'sales' },
        ...{ period: periodOf('2026-09'), today: '2026-10-31', stored: noStoredSet, kept: null },
      }),
    );
    return rows.map(({ code, name, sales, manager, lastPurchase, shown }) =>
      shown ? [code, name, sales, manager, lastPurchase] : ['передан', sales, lastPurchase],
    );
  }
  const state = (name: 'active' | 'lost' | 'transferredOut' | 'registered', period: string): SetNode => ({
    kind: 'state',
    state: name,
    period,
  });

  test('of a list is his own lines; a customer who was handed over keeps his number only', async () => {
    expect(await list(state('active', '2026-09'), wholeCompany)).toHaveLength(3);
    expect(await list(state('active', '2026-09'), anna)).toEqual([
      // Sales in September were Anna's; whom he is now and what he bought since are not.
      ['передан', '200.00', '2026-09-03'],
      ['К-1', 'Ромашка', '100.00', 'Анна', '2026-09-02'],
    ]);
  });

  test('tells handed over from lost', async () => {
    expect(await list(state('lost', '2026-10'), anna)).toEqual([]);
    expect(await list(state('transferredOut', '2026-10'), anna)).toEqual([
      ['передан', '200.00', '2026-09-03'],
    ]);
  });

  test('of ids, attributes and everybody is nobody whom he does not know', async () => {
    const everybody = await list(state('registered', '2026-10'), wholeCompany);
    expect(everybody).toHaveLength(3);
    for (const set of [
      state('registered', '2026-10'),
      { kind: 'ids', ids: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      { kind: 'attribute', dimension: 'city', members: ['Киров'] },
      { kind: 'bought' },
      { kind: 'or', sets: [{ kind: 'ids', ids: [3] }, { kind: 'bought' }] },
    ] satisfies SetNode[]) {
      const names = (await list(set, anna)).map((row) => row.join(' '));
      expect(names.join(), JSON.stringify(set)).not.toMatch(/Василёк|Лютик|Борис|К-3|400|440|220/);
    }
  });

  test('of nothing is nothing', async () => {
    expect(await list(state('active', '2026-09'), { nodes: [] })).toEqual([]);
    expect(await list({ kind: 'ids', ids: [1, 2, 3] }, { nodes: [] })).toEqual([]);
  });
});
