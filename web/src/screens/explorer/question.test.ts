import { expect, test } from 'vitest';
import { fitted, pinnedState, queryOf, questionOf } from './question.ts';
import { explorerState } from './state.ts';

const known = { asOf: '2026-10-31', unit: 'legalEntity' } as const;

test('an empty address asks for the last twelve months by branches and channels, with the whole of them', () => {
  const question = questionOf({}, known);
  expect(queryOf(question, known.asOf)).toMatchObject({
    metrics: ['activeBase'],
    rows: ['branch', 'salesChannel'],
    period: '2025-11..2026-10',
    grain: 'month',
    whole: true,
    unit: 'legalEntity',
    methods: [{ id: 'main' }],
    compare: ['yearAgo'],
  });
});

test('what cannot be asked together is not: a dimension on both sides, the whole of one part, colour without comparison', () => {
  const question = questionOf(
    { rows: ['rep'], columns: ['rep', 'city'], period: '2026-10', compare: 'none', colour: 'deviation' },
    known,
  );
  expect(question.colour).toBe('none');
  const query = queryOf(question, known.asOf);
  expect(query.columns).toEqual(['city']);
  expect(query.whole).toBeUndefined();
});

test('who is responsible may be asked for against the method', () => {
  const question = questionOf({ methods: ['main', 'gross'], attribution: 'assigned' }, known);
  expect(queryOf(question, known.asOf).methods).toEqual([
    { id: 'main', attribution: 'assigned' },
    { id: 'gross', attribution: 'assigned' },
  ]);
});

test.each([
  ['2025-11..2026-10', 'quarter', '2025-10..2026-12'],
  ['2026-Q1..2026-Q4', 'quarter', '2026-Q1..2026-Q4'],
  ['2026-10', 'year', '2026-01..2026-12'],
  ['2026-10', 'week', '2026-10-01..2026-11-04'],
  ['2026-10', 'day', '2026-10'],
  ['никогда', 'quarter', 'никогда'],
] as const)('%s in steps of a %s is %s', (period, grain, filled) => {
  expect(fitted(period, grain, known.asOf)).toBe(filled);
});

test('a view keeps the question and the order, not what is open in the drawer', () => {
  const search = {
    view: 3,
    rows: ['rep'],
    sort: { by: 'name', descending: false },
    cell: { rows: [], column: '' },
  };
  const state = explorerState.parse(search);
  expect(pinnedState(state)).toEqual({ rows: ['rep'], sort: { by: 'name', descending: false } });
});
