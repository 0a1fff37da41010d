import { afterAll, beforeAll, expect, test } from 'vitest';
import { figureQuery } from '../src/domain/figure-query.ts';
import { mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import { type Fact, type FactsWarehouse, openFacts } from './harness/facts.ts';

// The example of the counting rules, §6. September: rep 1 {A, B, C}, rep 2 {D}. October: rep 1 {A, and E who is new},
// rep 2 {B, D, and F who is back}.

const customers = { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6 } as const;
const bought = (name: keyof typeof customers, month: string, rep: number): Fact => ({
  ...{ entity: customers[name], product: 1, amount: 100, rep },
  date: `2026-${month}-10`,
});

let base: FactsWarehouse;
beforeAll(async () => {
  base = await openFacts();
});
afterAll(() => base.close());

test('a customer handed over is neither lost nor new, in either month and in the company', async () => {
  const version = await base.load([
    bought('F', '07', 2),
    ...(['A', 'B', 'C'] as const).map((name) => bought(name, '09', 1)),
    bought('D', '09', 2),
    ...(['A', 'E'] as const).map((name) => bought(name, '10', 1)),
    ...(['B', 'D', 'F'] as const).map((name) => bought(name, '10', 2)),
  ]);
  const metrics = [
    ...(['activeBase', 'retained', 'new', 'transferredIn', 'reactivated', 'lost', 'transferredOut'] as const),
  ];
  const query = figureQuery.parse({
    ...{ metrics, period: '2026-10', rows: ['rep'], unit: 'client', methods: [{ id: 'main' }] },
    compare: ['previous'],
  });
  const { cells } = await answerFigures(base.stores, query, {
    ...{ version, methods: [mainMethod], today: '2026-10-31', scope: wholeCompany },
  });
  const found = Object.fromEntries(
    cells.map(({ rows, figures, compared }) => [
      rows[0] ?? 'company',
      [compared?.previous?.activeBase, ...metrics.map((metric) => figures[metric])],
    ]),
  );
  expect(found).toEqual({
    //        before, now, retained, new, in, reactivated, lost, out
    1: [3, 2, 1, 1, 0, 0, 1, 1],
    2: [1, 3, 1, 0, 1, 1, 0, 0],
    company: [4, 5, 3, 1, null, 1, 1, null],
  });
});

test('who came and who left are as many over all reps, unless customers have two reps at once', async () => {
  const ask = async (more: readonly Fact[]) => {
    const version = await base.load([
      ...(['A', 'B', 'C'] as const).map((name) => bought(name, '09', 1)),
      ...(['A', 'E'] as const).map((name) => bought(name, '10', 1)),
      ...(['B', 'D'] as const).map((name) => bought(name, '10', 2)),
      ...more,
    ]);
    const metrics = ['activeBase', 'retained', 'transferredIn', 'transferredOut', 'sales', 'avgCheck'];
    const query = figureQuery.parse({
      ...{ metrics, period: '2026-10', rows: ['rep'], unit: 'client', methods: [{ id: 'main' }] },
    });
    const { cells } = await answerFigures(base.stores, query, {
      ...{ version, methods: [mainMethod], today: '2026-10-31', scope: wholeCompany },
    });
    return cells.find(({ rows }) => rows.length === 0)?.totals;
  };
  expect(await ask([])).toEqual([
    {
      ...{ over: 'rep', parts: 2 },
      metrics: {
        activeBase: { is: 'distinct', sum: 4, overlap: 0 },
        // B is retained of the company, and of no rep.
        retained: { is: 'distinct', sum: 1, overlap: -1 },
        transferredIn: { is: 'distinct', sum: 1, overlap: null },
        transferredOut: { is: 'distinct', sum: 1, overlap: null },
        sales: { is: 'sum', sum: '400.00' },
      },
    },
  ]);
  // C buys from both in October: nobody has lost him, and the second rep has won him.
  const both = await ask([bought('C', '10', 1), bought('C', '10', 2)]);
  expect(both).toMatchObject([
    {
      metrics: {
        activeBase: { is: 'distinct', sum: 6, overlap: 1 },
        transferredIn: { sum: 2 },
        transferredOut: { sum: 1 },
      },
      shared: { now: 1, before: 0 },
    },
  ]);
});

test('a total stands beside the member that is not known, in columns and compared too', async () => {
  const version = await base.load([bought('A', '09', 1), bought('A', '10', 1)]);
  const query = figureQuery.parse({
    ...{ metrics: ['activeBase'], period: '2026-10', columns: ['clientType'], unit: 'client' },
    ...{ methods: [{ id: 'main' }], compare: ['previous'] },
  });
  const { cells } = await answerFigures(base.stores, query, {
    ...{ version, methods: [mainMethod], today: '2026-10-31', scope: wholeCompany },
  });
  expect(
    cells.map(({ columns, figures, compared }) => [
      columns,
      figures.activeBase,
      compared?.previous?.activeBase,
    ]),
  ).toEqual([
    [[], 1, 1],
    [[''], 1, 1],
  ]);
});
