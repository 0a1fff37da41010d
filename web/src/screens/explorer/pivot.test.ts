import { expect, test } from 'vitest';
import { figureQuery } from '../../../../src/domain/figure-query.ts';
import { formatsIn } from '../../language/formats.ts';
import type { FigureAnswer } from '../../server/api.ts';
import { exportOf } from './export-of.ts';
import { headOf } from './head.ts';
import { pivotOf, rowKey, sumOfRows, visibleRows } from './pivot.ts';

type Cell = FigureAnswer['cells'][number];

const months = ['2025-12', '2026-01', '2025-12..2026-01'];
const cell = (
  period: number,
  rows: readonly string[],
  activeBase: number,
  more: Partial<Cell> = {},
): Cell => ({
  period,
  method: 0,
  rows,
  columns: [],
  figures: { activeBase },
  ...more,
});

/** Two branches, the second of which nobody has named; Kazan has two channels. */
const answer: FigureAnswer = {
  query: figureQuery.parse({
    metrics: ['activeBase'],
    rows: ['branch', 'salesChannel'],
    period: '2025-12..2026-01',
    grain: 'month',
    whole: true,
    unit: 'client',
    methods: [{ id: 'main' }],
    compare: ['yearAgo'],
  }) as FigureAnswer['query'],
  dataVersion: 1,
  historySince: '2024-01-01',
  asOf: '2026-01-20',
  methods: [{ id: 'main', version: 1 }],
  periods: months.map((label, index) => ({
    from: `${label.slice(0, 7)}-01`,
    to: '2026-01-31',
    label,
    open: index > 0,
    shortHistory: false,
    ...(index === 2 && { whole: true as const }),
  })),
  cells: [
    ...[30, 40, 50].map((size, period) =>
      cell(period, [], size, {
        totals: [
          {
            over: 'branch',
            parts: 2,
            metrics: { activeBase: { is: 'distinct', sum: size + 3, overlap: 3 } },
          },
        ],
      }),
    ),
    ...[10, 12, 15].map((size, period) => cell(period, ['7'], size)),
    ...[9, 30, 35].map((size, period) => cell(period, [''], size)),
    ...[6, 7, 8].map((size, period) => cell(period, ['7', 'Опт'], size)),
    ...[5, 6, 9].map((size, period) => cell(period, ['7', 'Розница'], size)),
  ],
  explained: [],
  members: { branch: { 7: { code: 'kzn', name: 'Казань' } } },
};

const names = (rows: ReturnType<typeof visibleRows>) => rows.map(({ name }) => name);

test('rows go by the whole period, the greatest first; what is open shows its parts below it', () => {
  const pivot = pivotOf(answer, 'beside');
  expect(pivot.leaves.map(({ period, total }) => [period, total])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ]);
  expect(names(visibleRows(pivot, new Set(), undefined))).toEqual(['', 'Казань']);
  expect(names(visibleRows(pivot, new Set([rowKey(['7'])]), undefined))).toEqual([
    '',
    'Казань',
    'Розница',
    'Опт',
  ]);
});

test('by name who is not known stands last, by a column the smallest may come first', () => {
  const pivot = pivotOf(answer, 'beside');
  const [december] = pivot.leaves;
  expect(names(visibleRows(pivot, 'all', { by: 'name', descending: false }))).toEqual([
    'Казань',
    'Опт',
    'Розница',
    '',
  ]);
  const byDecember = { by: december?.key ?? '', descending: false };
  expect(names(visibleRows(pivot, new Set(), byDecember))).toEqual(['', 'Казань']);
  expect(names(visibleRows(pivot, new Set(), { ...byDecember, descending: true }))).toEqual(['Казань', '']);
});

test('the sum of rows is what the server says the parts add up to, not what we add', () => {
  const pivot = pivotOf(answer, 'beside');
  expect(pivot.leaves.map((leaf) => sumOfRows(pivot, leaf))).toEqual([33, 43, 53]);
});

test('the head names the year once above its months, and marks what is not over', () => {
  const head = headOf(pivotOf(answer, 'beside'), {
    formats: formatsIn('ru'),
    metric: () => 'АКБ',
    method: () => '',
    total: 'Итого',
    notStated: '?',
    shown: () => '',
    whole: (parts) => `${parts} мес.`,
  });
  expect(head.map((level) => level.map(({ label, span, open }) => [label, span, open ?? false]))).toEqual([
    [
      ['2025', 1, false],
      ['2026', 1, false],
      ['', 1, false],
    ],
    [
      ['дек', 1, false],
      ['янв', 1, true],
      ['2 мес.', 1, true],
    ],
  ]);
});

test('a comparison in columns stands beside each figure', () => {
  const compared = {
    ...answer,
    cells: [cell(0, [], 30, { compared: { yearAgo: { activeBase: 24 } } })],
  };
  const pivot = pivotOf(compared, 'columns');
  expect(pivot.leaves.map(({ shown }) => shown)).toEqual(['value', 'before', 'change', 'percent']);
});

test('a file has the rows of the screen in their order, the total last, and no column that the screen has not', () => {
  const asked = exportOf(answer, { compared: 'colour' }, { open: [['7']] }, 'csv');
  expect(asked.rows).toEqual([[''], ['7'], ['7', 'Розница'], ['7', 'Опт'], []]);
  expect(asked.query.compare).toEqual([]);
  expect(exportOf(answer, { compared: 'under' }, {}, 'csv').query.compare).toEqual(['yearAgo']);
});
