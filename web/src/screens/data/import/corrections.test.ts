import { expect, test } from 'vitest';
import { corrected, correctionOf } from './corrections.ts';

test('a cell keeps its last correction, and what stood there takes it back', () => {
  const at = { table: 0, row: 7, column: 2 };
  const once = corrected(new Map(), at, '07.10.2026', 'вчера');
  const twice = corrected(once, at, '08.10.2026', 'вчера');
  expect(correctionOf(twice, 0, 7, 2)).toBe('08.10.2026');
  expect(correctionOf(twice, 1, 7, 2)).toBeUndefined();
  expect(corrected(twice, at, 'вчера', 'вчера').size).toBe(0);
});
