import { expect, test } from 'vitest';
import { type Member, memberTree } from '../../../server/member-tree.ts';
import { keyInTree, visibleRows } from './visible-rows.ts';

const member = (id: number, kind: Member['kind'], name: string, parent: number | null = null): Member => ({
  ...{ id, kind, name, code: '', parent, above: {}, retired: null, version: 0 },
});
const tree = memberTree([
  member(1, 'branch', 'Казань'),
  member(2, 'team', 'Розница', 1),
  member(3, 'rep', 'Анна', 2),
  member(4, 'rep', 'Борис', 2),
  member(5, 'branch', 'Уфа'),
]);
const rows = (...open: number[]) => visibleRows(tree, (id) => open.includes(id));

test('those below a closed one are no rows, and each knows its place', () => {
  expect(rows().map(({ member: { name } }) => name)).toEqual(['Казань', 'Уфа']);
  expect(rows(1, 2).map(({ member: { name }, level, place, of }) => [name, level, place, of])).toEqual([
    ['Казань', 1, 1, 2],
    ['Розница', 2, 1, 1],
    ['Анна', 3, 1, 2],
    ['Борис', 3, 2, 2],
    ['Уфа', 1, 2, 2],
  ]);
});

test('arrows open before they go in, and close before they go out', () => {
  expect(keyInTree(rows(), 0, 'ArrowRight')).toEqual({ open: true });
  expect(keyInTree(rows(1), 0, 'ArrowRight')).toEqual({ to: 1 });
  expect(keyInTree(rows(1, 2), 3, 'ArrowLeft')).toEqual({ to: 1 });
  expect(keyInTree(rows(1, 2), 1, 'ArrowLeft')).toEqual({ open: false });
  expect(keyInTree(rows(1, 2), 4, 'ArrowRight')).toBeUndefined();
  expect([keyInTree(rows(1), 1, 'ArrowDown'), keyInTree(rows(1), 0, 'ArrowUp')]).toEqual([
    { to: 2 },
    { to: 0 },
  ]);
  expect([keyInTree(rows(1), 1, 'Home'), keyInTree(rows(1), 0, 'End')]).toEqual([{ to: 0 }, { to: 2 }]);
});
