import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectedUnits, type Merge, mergedUnits } from './unit-merges.ts';

const merges = (...pairs: [absorbed: number, survivor: number][]): Merge[] =>
  pairs.map(([absorbed, survivor], index) => ({ id: index + 1, level: 'legalEntity', absorbed, survivor }));
const itself = (unit: number) => unit;

test('of a merge the survivor stays, and of two in a row the last one', () => {
  const root = mergedUnits(merges([1, 2], [2, 3]), itself);
  expect([1, 2, 3, 4].map(root)).toEqual([3, 3, 3, 4]);
  expect([1, 2].map(mergedUnits(merges([1, 2], [2, 1]), itself))).toEqual([2, 2]);
});

test('a merge of identities joins whatever units they belong to, and waits while one of them is unknown', () => {
  const unitOf = (identity: number) => ({ 10: 1, 20: 2 })[identity];
  expect([1, 2, 3].map(mergedUnits(merges([10, 20], [30, 10]), unitOf))).toEqual([2, 2, 3]);
});

test('units are the connected ones, whatever the order, and each set has one root that is a member', () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(9));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 15 }), (pairs) => {
      const root = mergedUnits(merges(...pairs), itself);
      const shuffled = mergedUnits(merges(...pairs).toReversed(), itself);
      for (let unit = 0; unit < 10; unit++) {
        const all = connectedUnits([unit], pairs);
        expect(all.has(root(unit))).toBe(true);
        for (const other of all) expect(root(other)).toBe(root(unit));
        expect(shuffled(unit)).toBe(root(unit));
      }
    }),
  );
});
