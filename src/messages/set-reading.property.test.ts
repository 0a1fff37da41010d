import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimensions } from '../domain/dimensions.ts';
import {
  receivableMeasures,
  rhythmMeasures,
  type SetNode,
  setMeasures,
  setStates,
} from '../domain/sets/customer-set.ts';
import { countUnits } from '../domain/units.ts';
import { readingOf, type SetNames } from './set-reading.ts';

const names: SetNames = {
  member: (_dimension, id) => id,
  client: (id) => `клиент ${id}`,
  storedSet: (id) => `набор ${id}`,
  method: (id) => id,
};

describe('any set', () => {
  const upTo = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  // No text of one arbitrary reads like a text of it that differs.
  const member = fc.constantFrom('', '7', '8', 'Сыры', 'ООО «Ромашка»');
  const condition = fc.record({
    dimension: fc.constantFrom(...dimensions),
    members: fc.uniqueArray(member, { minLength: 1, maxLength: 4 }),
  });
  // In one order: conditions that change places are the same slice.
  // In one order: conditions that change places are the same slice.
  const slice = fc
    .uniqueArray(condition, { minLength: 1, maxLength: 3, selector: (one) => one.dimension })
    .map((conditions) => conditions.sort((a, b) => a.dimension.localeCompare(b.dimension)));
  const someSlice = upTo(slice);
  const period = fc.constantFrom(
    ...['2026', '2026-10', '2026-Q2', '2026-H1', '2026-09..2026-11', '2025-12..2026-02', '2026-10-31'],
    ...['2026-10-01..2026-10-15', 'last:1d', 'last:90d', 'last:3m', 'last:2m@2026-11-15', 'прошлый'],
  );
  const day = upTo(fc.constantFrom('2026-10-01', '2026-10-02', '2027-01-31'));
  const amount = upTo(fc.constantFrom('-5', '0', '10000', '10000.0001', '99999999999999.9999'));
  const span = { from: day, to: day, slice: someSlice };
  const leaves = {
    state: fc.record({
      kind: fc.constant('state' as const),
      state: fc.constantFrom(...setStates),
      period,
      slice: someSlice,
    }),
    stateByPast: fc.record({
      kind: fc.constant('state' as const),
      state: fc.constantFrom('new' as const, 'reactivated' as const),
      period,
      slice,
      history: fc.constantFrom('slice' as const, 'company' as const),
    }),
    bought: fc.record({ kind: fc.constantFrom('bought' as const, 'neverBought' as const), ...span }),
    purchase: fc.record({
      kind: fc.constant('purchase' as const),
      which: fc.constantFrom('first' as const, 'last' as const),
      ...span,
    }),
    measure: fc.record({
      kind: fc.constant('measure' as const),
      measure: fc.constantFrom(...setMeasures),
      period,
      slice: someSlice,
      atLeast: amount,
      atMost: amount,
    }),
    receivable: fc.record({
      kind: fc.constant('receivable' as const),
      which: fc.constantFrom(...receivableMeasures),
      atLeast: amount,
      atMost: amount,
    }),
    rhythm: fc.record({
      kind: fc.constant('rhythm' as const),
      which: fc.constantFrom(...rhythmMeasures),
      atLeast: amount,
      atMost: amount,
    }),
    dealerNetwork: fc.record(
      {
        kind: fc.constant('dealerNetwork' as const),
        which: fc.constantFrom('dealers' as const, 'subDealers' as const),
        of: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ['kind', 'which'] },
    ),
    attribute: condition.map((one) => ({ kind: 'attribute' as const, ...one })),
    stored: fc.record({ kind: fc.constant('stored' as const), id: fc.integer({ min: 1, max: 9 }) }),
    ids: fc.record({
      kind: fc.constant('ids' as const),
      ids: fc.uniqueArray(fc.integer({ min: 1, max: 2_147_483_647 }), { maxLength: 5 }),
    }),
  };
  const { node, ...joined } = fc.letrec<{ node: SetNode; and: SetNode; andNot: SetNode }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, ...Object.values(leaves), tie('and'), tie('andNot')),
    and: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      sets: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    andNot: fc.record({ kind: fc.constant('andNot' as const), of: tie('node'), without: tie('node') }),
  }));
  const method = fc.record({
    id: fc.constantFrom('main', 'gross'),
    version: fc.constantFrom(undefined, 1, 2, 1000),
  });
  const anySet = fc.record({
    language: fc.constant(1 as const),
    unit: fc.constantFrom(...countUnits),
    method,
    set: node,
  });
  const language = fc.constantFrom('ru' as const, 'en' as const);

  test('is one whole sentence', () => {
    fc.assert(
      fc.property(anySet, language, (set, spoken) => {
        const reading = readingOf(set, spoken, names);
        expect(reading).not.toMatch(/[\n\r\u2028\u2029{}…]|undefined|null|NaN|setReading| {2}| [,)]|\( /);
        expect(reading).toMatch(/^\p{Lu}.*\)$/u);
        expect(reading.split('(')).toHaveLength(reading.split(')').length);
      }),
    );
  });

  const nodes: readonly [string, fc.Arbitrary<SetNode>][] = Object.entries({ ...leaves, ...joined });
  test.each(nodes)('with a node «%s» reads unlike the same with one field of it changed', (_kind, one) => {
    fc.assert(
      fc.property(one, one, anySet, language, fc.nat(), (before, other, around, spoken, pick) => {
        const after = withOneFieldOf(before, other, pick);
        const reading = (inner: SetNode) =>
          readingOf({ ...around, set: { kind: 'andNot', of: around.set, without: inner } }, spoken, names);
        expect(reading(after)).not.toBe(reading(before));
      }),
      { numRuns: 300 },
    );
  });

  test('reads unlike the same of another unit or by another method', () => {
    fc.assert(
      fc.property(
        anySet,
        anySet,
        method,
        method,
        language,
        fc.nat(),
        (set, other, one, two, spoken, pick) => {
          const wholly = withOneFieldOf(set, other, pick);
          expect(readingOf(wholly, spoken, names)).not.toBe(readingOf(set, spoken, names));
          const [mine, theirs] = [one, withOneFieldOf(one, two, pick)].map((by) =>
            readingOf({ ...set, method: by }, spoken, names),
          );
          expect(theirs).not.toBe(mine);
        },
      ),
    );
  });
});

/** The first with one field of the second; pairs that agree in every field are left out. */
function withOneFieldOf<Fields extends object>(one: Fields, other: Fields, pick: number): Fields {
  const text = (value: unknown) => JSON.stringify(value);
  const fields = (Object.keys(one) as (keyof Fields)[]).filter((key) => text(one[key]) !== text(other[key]));
  const field = fields[pick % fields.length];
  fc.pre(field !== undefined);
  return field === undefined ? one : { ...one, [field]: other[field] };
}
