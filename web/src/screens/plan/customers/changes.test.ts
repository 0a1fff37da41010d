import { expect, test } from 'vitest';
import { noChanges, readChanges, typed, undone } from './changes.ts';

test('typing in a field is one step back; an emptied field withdraws the target, two customers for one are none', () => {
  let changes = typed(noChanges, 'sales', 7, '1');
  changes = typed(changes, 'sales', 7, '1 500,5');
  changes = typed(changes, 'sales', 8, '');
  changes = typed(changes, 'activeBase', 7, '2');
  expect(readChanges(changes)).toEqual({
    targets: [
      { customer: 7, metric: 'sales', value: '1500.5' },
      { customer: 8, metric: 'sales', value: null },
    ],
    wrong: new Set(['activeBase 7']),
  });
  expect(readChanges(undone(undone(changes))).targets).toHaveLength(1);
  expect(undone(undone(undone(changes))).typed.size).toBe(0);
});
