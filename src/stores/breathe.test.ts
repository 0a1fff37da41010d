import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedInTurns } from './breathe.ts';

test('sorts as the language does, equal ones in their order', async () => {
  const items = fc.array(fc.record({ key: fc.nat(300), id: fc.nat() }), { maxLength: 5000, size: 'max' });
  const compare = (left: { key: number }, right: { key: number }) => left.key - right.key;
  await fc.assert(
    fc.asyncProperty(items, async (given) => {
      expect(await sortedInTurns(given, compare)).toEqual(given.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});

test('others have their turn while a long list is sorted', async () => {
  const numbers = Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 200_003);
  let turns = 0;
  const others = setInterval(() => turns++, 0);
  await sortedInTurns(numbers, (left, right) => left - right);
  clearInterval(others);
  expect(turns).toBeGreaterThan(2);
});
