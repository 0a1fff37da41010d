import { expect, test } from 'vitest';
import type { FigureAnswer } from '../../server/api.ts';
import { heatScale } from './heat.ts';
import { pivotOf, visibleRows } from './pivot.ts';

const month = (label: string, open: boolean): FigureAnswer['periods'][number] => ({
  ...{ from: `${label}-01`, to: `${label}-28`, label, open, shortHistory: false },
});

/** A branch a row: what it has, and what it had a year ago. */
function heatOf(
  figures: readonly (readonly [now: number, before: number])[],
  { metric = 'activeBase', open = false }: { metric?: 'activeBase' | 'lost'; open?: boolean } = {},
) {
  const answer = {
    query: { metrics: [metric], rows: ['branch'], columns: [], compare: ['yearAgo'] },
    methods: [{ id: 'main', version: 1 }],
    periods: [month('2026-01', open)],
    cells: figures.map(([now, before], index) => ({
      ...{ period: 0, method: 0, rows: [`${index}`], columns: [] },
      figures: { [metric]: now },
      compared: { yearAgo: { [metric]: before } },
    })),
    members: {},
  } as unknown as FigureAnswer;
  const pivot = pivotOf(answer, 'beside');
  const rows = visibleRows(pivot, 'all', { by: 'name', descending: false });
  const [leaf] = pivot.leaves;
  return (colour: 'amount' | 'deviation') => {
    const scale = heatScale(pivot, rows, colour);
    return { scale, heats: rows.map((row) => leaf && scale.of(row, leaf)) };
  };
}

test('a deviation is blank within 1.5 %, marked when it is worse by more than 5 %', () => {
  const { heats } = heatOf([
    [101, 100],
    [97, 100],
    [90, 100],
    [110, 100],
  ])('deviation');
  expect(heats[0]).toBeUndefined();
  expect(heats[1]).toMatchObject({ better: false, marked: false });
  expect(heats[2]).toMatchObject({ better: false, marked: true });
  expect(heats[3]).toMatchObject({ better: true, marked: false });
});

test('more of the lost is worse', () => {
  expect(heatOf([[60, 40]], { metric: 'lost' })('deviation').heats[0]).toMatchObject({
    better: false,
    marked: true,
  });
});

test('of fewer than 25 customers, and of a month that runs, a deviation says nothing', () => {
  expect(heatOf([[10, 24]])('deviation').heats).toEqual([undefined]);
  const running = heatOf([[50, 100]], { open: true })('deviation');
  expect(running.heats).toEqual([undefined]);
  expect(running.scale.openLeft).toBe(true);
});

test('amounts have six steps up to the greatest; nothing has no colour', () => {
  const { heats } = heatOf([
    [600, 0],
    [100, 0],
    [0, 0],
  ])('amount');
  expect(heats).toEqual([{ by: 'amount', step: 6 }, { by: 'amount', step: 1 }, undefined]);
});
