import { describe, expect, test } from 'vitest';
import { comparedWith, type FigureQuery, figureQuery, periodsOf } from './figure-query.ts';
import { parsePeriod } from './period.ts';

const today = '2026-11-22';
const labels = (query: Pick<FigureQuery, 'period' | 'grain' | 'rolling'>): string[] | string => {
  const periods = periodsOf(query, { today });
  return 'code' in periods ? periods.code : periods.map(({ label }) => label);
};

describe('the parts of a period', () => {
  test.each<[Parameters<typeof labels>[0], string[] | string]>([
    [{ period: '2026-10' }, ['2026-10']],
    [{ period: '2026-Q3', grain: 'month' }, ['2026-07', '2026-08', '2026-09']],
    [{ period: '2025..2026', grain: 'halfYear' }, ['2025-H1', '2025-H2', '2026-H1', '2026-H2']],
    [
      { period: '2026-10-05..2026-10-07', grain: 'day' },
      ['2026-10-05..2026-10-05', '2026-10-06..2026-10-06', '2026-10-07..2026-10-07'],
    ],
    [
      { period: '2026-10-05..2026-10-18', grain: 'week' },
      ['2026-10-05..2026-10-11', '2026-10-12..2026-10-18'],
    ],
    [{ period: '2026-10-05..2026-10-17', grain: 'week' }, 'grainDoesNotFill'],
    [{ period: '2026-10', grain: 'quarter' }, 'grainDoesNotFill'],
    [{ period: 'вчера' }, 'periodUnreadable'],
  ])('of %j are %j', (query, expected) => {
    expect(labels(query)).toEqual(expected);
  });

  test('become windows that end with them', () => {
    expect(
      labels({ period: '2026-09..2026-10', grain: 'month', rolling: { length: 3, of: 'months' } }),
    ).toEqual(['2026-07..2026-09', '2026-08..2026-10']);
    expect(labels({ period: '2026-10-31', rolling: { length: 30, of: 'days' } })).toEqual([
      '2026-10-02..2026-10-31',
    ]);
  });
});

test.each([
  ['2026-02', '2025-02-01', '2025-02-28'],
  ['2024-02', '2023-02-01', '2023-02-28'],
  ['2026-Q1', '2025-01-01', '2025-03-31'],
  ['2025-11..2026-02', '2024-11-01', '2025-02-28'],
  ['2023-11..2024-02', '2022-11-01', '2023-02-28'],
  ['2026-10-05..2026-10-11', '2025-10-05', '2025-10-11'],
  ['2026-Q4@2026-11-22', '2025-10-01', '2025-11-22'],
])('a year before %s is %s to %s', (name, from, to) => {
  const period = parsePeriod(name, { today });
  if ('code' in period) throw new Error(name);
  expect(comparedWith(period, 'yearAgo')).toMatchObject({ from, to });
});

test('a dimension stands on rows or on columns', () => {
  const query = { metrics: ['activeBase'], period: '2026-10', unit: 'client', methods: [{ id: 'main' }] };
  expect(figureQuery.safeParse({ ...query, rows: ['rep'], columns: ['city'] }).success).toBe(true);
  expect(figureQuery.safeParse({ ...query, rows: ['rep'], columns: ['rep'] }).success).toBe(false);
});
