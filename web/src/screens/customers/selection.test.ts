import { expect, test } from 'vitest';
import { everyone, isSelected, nobody, selectedNode, selecting, sizeOf } from './selection.ts';

const list = { kind: 'state', state: 'active', period: '2026-10' } as const;

test('some of a list are chosen by their ids', () => {
  const some = selecting(nobody, [7, 3], true);
  expect(sizeOf(some, 100)).toBe(2);
  expect([isSelected(some, 3), isSelected(some, 4)]).toEqual([true, false]);
  expect(selectedNode(some, list)).toEqual({ kind: 'ids', ids: [3, 7] });
  expect(sizeOf(selecting(some, [3, 9], false), 100)).toBe(1);
});

test('all of it but for some stay what the list is, whoever joins it', () => {
  expect(selectedNode(everyone, list)).toEqual(list);
  const most = selecting(everyone, [5], false);
  expect(sizeOf(most, 100)).toBe(99);
  expect([isSelected(most, 5), isSelected(most, 6)]).toEqual([false, true]);
  expect(selectedNode(most, list)).toEqual({
    kind: 'andNot',
    of: list,
    without: { kind: 'ids', ids: [5] },
  });
  expect(selecting(most, [5], true)).toEqual(everyone);
});
