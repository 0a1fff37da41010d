import { expect, test } from 'vitest';
import { commandNames } from './command-spec.ts';
import { nearest } from './nearest.ts';

test.each([
  ['repotr', 'report'],
  ['imort', 'import'],
  ['Customer', 'customers'],
  ['undoo', 'undo'],
])('%s was meant to be %s', (written, meant) => {
  expect(nearest(written, commandNames)).toBe(meant);
});

test('a word like none of them gets no suggestion', () => {
  expect(nearest('frobnicate', commandNames)).toBeUndefined();
});
