import { expect, test } from 'vitest';
import { type Branch, type Member, memberTree, treeFound } from './member-tree.ts';

const member = (id: number, kind: Member['kind'], name: string, parent: number | null = null): Member => ({
  ...{ id, kind, name, code: '', parent, above: {}, retired: null, version: 0 },
});
const tree = memberTree([
  member(3, 'rep', 'Борис', 2),
  member(2, 'team', 'Розница', 1),
  member(4, 'rep', 'Анна', 2),
  member(5, 'rep', 'Вольный'),
  member(1, 'branch', 'Казань'),
]);
const names = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ member: { name }, below }) => (below.length > 0 ? [name, ...names(below)] : name));

test('members stand below the nearest above them, by kind and name', () => {
  expect(names(tree)).toEqual([['Казань', ['Розница', 'Анна', 'Борис']], 'Вольный']);
});

test('a search keeps whoever is above, and all below whoever fits', () => {
  expect(names(treeFound(tree, 'бор'))).toEqual([['Казань', ['Розница', 'Борис']]]);
  expect(names(treeFound(tree, 'КАЗ'))).toEqual([['Казань', ['Розница', 'Анна', 'Борис']]]);
});
