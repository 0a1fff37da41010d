import { expect, test } from 'vitest';
import type { FigureAnswer } from '../../../server/api.ts';
import { monthsOf, sinceOf, turnsOf } from './months.ts';

const kinds = { n: 'new', r: 'retained', b: 'reactivated', l: 'lost' } as const;

/** An answer by a letter a month: new, retained, back, lost, nothing. The last month may be running. */
const answerOf = (letters: string, open = false): FigureAnswer =>
  ({
    periods: [...letters].map((_, index) => ({
      label: `2026-${String(index + 1).padStart(2, '0')}`,
      open: open && index === letters.length - 1,
    })),
    cells: [...letters].map((letter, index) => ({
      ...{ period: index, method: 0, rows: [], columns: [] },
      figures: { ...(letter in kinds && { [kinds[letter as keyof typeof kinds]]: 1 }), sales: '10.00' },
    })),
  }) as unknown as FigureAnswer;

const states = (letters: string, open?: boolean) =>
  monthsOf(answerOf(letters, open)).map(({ state }) => state);

test('after the month in which he was lost a customer is gone until he comes back', () => {
  expect(states('..nrl..br')).toEqual([
    ...['none', 'none', 'new', 'retained', 'lost', 'gone', 'gone', 'reactivated', 'retained'],
  ]);
});

test('in a running month nobody is lost yet', () => {
  expect(states('nrl', true)).toEqual(['new', 'retained', 'notYet']);
  expect(sinceOf(monthsOf(answerOf('nrl', true)))).toBe('2026-03');
});

test('the history is told from its end, and says since when he has been gone', () => {
  const months = monthsOf(answerOf('nrl.brl..'));
  expect(turnsOf(months)).toEqual([
    { month: '2026-07', state: 'lost' },
    { month: '2026-05', state: 'reactivated' },
    { month: '2026-03', state: 'lost' },
    { month: '2026-01', state: 'new' },
  ]);
  expect(sinceOf(months)).toBe('2026-07');
});
