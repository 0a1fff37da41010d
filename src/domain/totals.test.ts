import { expect, test } from 'vitest';
import { type FigureCell, figureQuery } from './figure-query.ts';
import { mainMethod } from './method.ts';
import { withTotals } from './totals.ts';

const asked = (more: object) =>
  figureQuery.parse({
    ...{ metrics: ['activeBase', 'new', 'sales', 'avgCheck'], period: '2026-Q4', grain: 'quarter' },
    ...{ unit: 'client', methods: [{ id: 'main' }], rows: ['clientType'], columns: ['category'], ...more },
  });
const cell = (period: number, rows: string[], columns: string[], activeBase: number, sales: string | null) =>
  ({
    ...{ period, method: 0, rows, columns },
    figures: { activeBase, new: activeBase, sales, avgCheck: '1.00' },
  }) satisfies FigureCell;
const rules = { method: mainMethod, scoped: false, whole: null };

test('a total of both dimensions says what it is to each of them, to its direct parts only', () => {
  const cells = [
    cell(0, [], [], 3, '30.01'),
    cell(0, ['a'], [], 2, '20.00'),
    cell(0, ['b'], [], 1, '10.01'),
    cell(0, [], ['x'], 3, '10.00'),
    cell(0, [], ['y'], 2, '20.00'),
    cell(0, ['a'], ['x'], 2, '-0.30'),
    cell(0, ['a'], ['y'], 1, '20.30'),
  ];
  const [whole, first, second, , , part] = withTotals(cells, { query: asked({}), ...rules });
  expect(whole?.totals).toEqual([
    {
      ...{ over: 'clientType', parts: 2 },
      metrics: {
        activeBase: { is: 'sum', sum: 3 },
        new: { is: 'sum', sum: 3 },
        sales: { is: 'sum', sum: '30.01' },
      },
    },
    {
      ...{ over: 'category', parts: 2 },
      metrics: {
        activeBase: { is: 'distinct', sum: 5, overlap: 2 },
        new: { is: 'distinct', sum: 5, overlap: 2 },
        sales: { is: 'sum', sum: '30.00' },
      },
    },
  ]);
  expect(first?.totals).toMatchObject([{ over: 'category', metrics: { sales: { sum: '20.00' } } }]);
  expect([second, part].map((one) => one?.totals)).toEqual([undefined, undefined]);
});

test('what is unknown of a part makes the sum unknown', () => {
  const cells = [cell(0, [], [], 1, '1.00'), cell(0, ['a'], [], 1, '1.00'), cell(0, ['b'], [], 0, null)];
  const [whole] = withTotals(cells, { query: asked({}), ...rules });
  expect(whole?.totals?.[0]?.metrics).toMatchObject({ activeBase: { sum: 1 }, sales: { sum: null } });
});

test('new customers add up over time where their own past decides', () => {
  const cells = [cell(0, [], [], 2, '1.00'), cell(1, [], [], 2, '1.00'), cell(2, [], [], 3, '2.00')];
  const overTime = (query: object, more: object = {}) =>
    withTotals(cells, { query: asked({ rows: [], columns: [], ...query }), ...rules, whole: 2, ...more })[2]
      ?.totals?.[0]?.metrics.new?.is;
  const slice = (dimension: string) => ({ slice: [{ dimension, members: ['1'] }] });
  expect(overTime({})).toBe('sum');
  expect(overTime(slice('category'))).toBe('sum');
  expect(overTime({ ...slice('category'), history: 'company' })).toBe('distinct');
  expect(overTime(slice('rep'))).toBe('distinct');
  expect(overTime({}, { scoped: true })).toBe('distinct');
  expect(overTime({}, { method: { ...mainMethod, thresholds: { documents: 2 } } })).toBe('distinct');
});

test('of all who are registered those who never bought belong to no rep', () => {
  const cells = [
    { ...cell(0, [], [], 3, '1.00'), figures: { totalBase: 5, activeBase: 3 } },
    { ...cell(0, ['7'], [], 3, '1.00'), figures: { totalBase: 4, activeBase: 3 } },
  ];
  const over = (dimension: string, more: object = {}) =>
    withTotals(cells, {
      query: asked({ metrics: ['totalBase', 'activeBase'], rows: [dimension], columns: [], ...more }),
      ...rules,
      method: { ...mainMethod, totalBase: 'allRegistered', attribution: 'assigned' },
    })[0]?.totals?.[0]?.metrics;
  const [sum, distinct] = [{ is: 'sum' }, { is: 'distinct', sum: 4, overlap: -1 }];
  expect(over('rep')).toMatchObject({ totalBase: distinct, activeBase: sum });
  expect(over('clientType')).toMatchObject({ totalBase: sum });
  // Of a category the base is whoever bought of it: all of them somebody's.
  expect(over('rep', { slice: [{ dimension: 'category', members: ['сыры'] }] })).toMatchObject({
    totalBase: sum,
  });
});

test('only parts of a period have a whole', () => {
  const query = {
    metrics: ['sales'],
    period: '2026',
    unit: 'client',
    methods: [{ id: 'main' }],
    whole: true,
  };
  expect(figureQuery.safeParse(query).success).toBe(false);
  expect(figureQuery.safeParse({ ...query, grain: 'month' }).success).toBe(true);
  const rolling = { length: 2, of: 'months' };
  expect(figureQuery.safeParse({ ...query, grain: 'month', rolling }).success).toBe(false);
});

test('sums of money are exact beyond what a float holds', () => {
  const sales = ['90071992547409.93', '90071992547409.91', '0.01', '-0.30', '99999999999999999999.99'];
  const cells = [cell(0, [], [], 1, '1.00'), ...sales.map((one, index) => cell(0, [`${index}`], [], 1, one))];
  const [whole] = withTotals(cells, { query: asked({ columns: [] }), ...rules });
  expect(whole?.totals?.[0]?.metrics.sales).toEqual({ is: 'sum', sum: '100000180143985094819.54' });
});
