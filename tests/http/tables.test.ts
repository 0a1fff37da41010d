import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drillOf, type FigureAnswer, figureQuery } from '../../src/domain/figure-query.ts';
import type { CustomerSet } from '../../src/domain/sets/customer-set.ts';
import { connect } from '../../src/edges/remote/connection.ts';
import { remoteApplication } from '../../src/edges/remote/remote-application.ts';
import type { CustomerPage } from '../../src/services/activity/report.ts';
import { type Answer, newServer, type TestServer } from '../harness/server.ts';
import { numbers, shipmentsFile } from '../harness/shipments.ts';

let server: TestServer;
beforeAll(async () => {
  server = await newServer({});
  const rows = numbers(0, 300).map((n) => [
    `${String((n % 28) + 1).padStart(2, '0')}.${n % 3 === 0 ? '09' : '10'}.2026`,
    `Д-${n}`,
    String(n % 90).padStart(6, '0'),
    `Клиент ${n % 90}`,
    `Товар ${n % 5}`,
    1,
    100 + (n % 7),
    `Менеджер ${n % 5}`,
  ]);
  await server.akb.load({ 'отгрузки.csv': shipmentsFile(rows) });
});
afterAll(() => server.remove());

const ask = (path: string, body: unknown) => server.ask(`/api/v1${path}`, { body });
const question = {
  metrics: ['activeBase', 'new', 'lost', 'sales'],
  rows: ['rep'],
  period: '2026-09..2026-10',
  grain: 'month',
  unit: 'client',
  methods: [{ id: 'main' }],
} as const;
const whole = (set: unknown) => ({ language: 1, unit: 'client', method: { id: 'main' }, set });
const rowsOf = ({ text }: Answer) => text.split('\n').filter(Boolean);

test('of a dashboard come together, of one version', async () => {
  const queries = [question, { ...question, rows: [], compare: ['previous'] }];
  const { answers } = (await ask('/tables/all', { queries })).json() as unknown as {
    answers: FigureAnswer[];
  };
  const alone = await Promise.all(
    queries.map(async (query) => (await ask('/tables', query)).json() as unknown as FigureAnswer),
  );
  expect(answers).toEqual(alone);
  const remote = remoteApplication(await connect(server.akb.dataDir, { url: server.url }));
  expect(await remote.tables(queries.map((query) => figureQuery.parse(query)))).toEqual(alone);
  await remote.close();
  expect((await ask('/tables/all', { queries: [] })).status).toBe(400);
});

describe('a table', () => {
  test('opens in every cell into exactly the customers that it counts', async () => {
    const answer = (await ask('/tables', question)).json() as unknown as FigureAnswer;
    expect(answer.cells).toHaveLength(2 * (5 + 1));
    for (const cell of answer.cells)
      for (const metric of ['activeBase', 'new', 'lost'] as const) {
        const set = drillOf(answer, cell, metric);
        const size = (await ask('/sets/size', { set })).json() as unknown as { size: number };
        expect(size.size).toBe(cell.figures[metric]);
      }
    const total = answer.cells.find(({ rows, period }) => rows.length === 0 && period === 1);
    if (total === undefined) throw new Error('no total');
    const set = drillOf(answer, total, 'activeBase');
    const members = rowsOf(await ask('/sets/members/all', { set, period: '2026-10' }));
    expect(members).toHaveLength(Number(total.figures.activeBase));
    const page = (cursor?: string) =>
      ask('/sets/members', { set, period: '2026-10', sort: 'name', limit: 40, ...(cursor && { cursor }) });
    const first = (await page()).json() as unknown as CustomerPage;
    const second = (await page(first.next)).json() as unknown as CustomerPage;
    expect([first.total, second.total]).toEqual([members.length, members.length]);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([
      40,
      members.length - 40,
      undefined,
    ]);
    const names = [...first.rows, ...second.rows].map(({ name }) => name);
    expect(new Set(names).size).toBe(members.length);
    expect((await page('abc')).json().problems).toEqual([{ code: 'listCursorUnreadable' }]);
  });

  test('and sets are the same to a program that goes through the server', async () => {
    const remote = remoteApplication(await connect(server.akb.dataDir, { url: server.url }));
    const query = {
      ...question,
      columns: [],
      slice: [],
      history: 'slice',
      attributes: 'today',
      compare: [],
    } as const;
    const asked = structuredClone(query) as unknown as Parameters<typeof remote.table>[0];
    const local = server.akb.application;
    expect(await remote.table(asked)).toEqual(JSON.parse(JSON.stringify(await local.table(asked))));
    const set = whole({ kind: 'bought', to: '2026-09-30' }) as CustomerSet;
    expect(await remote.setSize(set)).toBe(await local.setSize(set));
    await remote.close();
  });
});

describe('a set', () => {
  test('is read out with the names of its members', async () => {
    const { cells } = (await ask('/tables', question)).json() as unknown as FigureAnswer;
    const rep = cells.find(({ rows }) => rows.length === 1)?.rows[0];
    const slice = [{ dimension: 'rep', members: [rep] }];
    const set = whole({ kind: 'state', state: 'active', period: '2026-10', slice });
    const { reading } = (await ask('/sets/size', { set })).json() as unknown as { reading: string };
    expect(reading).toMatch(/октябр.* 2026.*Менеджер \d/);
  });

  test('that is hostile is refused and harms nothing', async () => {
    let deep: unknown = { kind: 'ids', ids: [1] };
    for (let depth = 0; depth < 300; depth++) deep = { kind: 'or', sets: [deep] };
    const hostile = [
      whole(deep),
      whole({ kind: 'state', state: 'active', period: "2026-10'; DROP TABLE ledger" }),
      whole({ kind: 'bought', slice: [{ dimension: "rep' OR 1=1", members: ['1'] }] }),
      { ...whole({ kind: 'bought' }), method: { id: 'nobody' } },
      whole({ kind: 'stored', id: 7 }),
      'set',
    ];
    for (const set of hostile) {
      const answer = await ask('/sets/size', { set });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const deepest = `${'{"kind":"or","sets":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const bytes = JSON.stringify({ set: whole(0) }).replace('"set":0', `"set":${deepest}`);
    const headers = { 'content-type': 'application/json' };
    expect((await server.ask('/api/v1/sets/size', { bytes, headers })).status).toBeLessThan(500);
    const members = ["x' OR 1=1 --", '\\', '{p0:String}', 'Сыры'];
    const set = whole({ kind: 'bought', slice: [{ dimension: 'category', members }] });
    expect((await ask('/sets/size', { set })).json()).toMatchObject({ size: 0 });
    expect((await ask('/sets/size', { set: whole({ kind: 'bought' }) })).json()).toMatchObject({ size: 90 });
  });
});
