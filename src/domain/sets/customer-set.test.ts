import { describe, expect, test } from 'vitest';
import { deepestSet, readCustomerSet, type SetNode } from './customer-set.ts';

const whole = (set: unknown) => ({ language: 1, unit: 'client', method: { id: 'main' }, set });
const active: SetNode = { kind: 'state', state: 'active', period: '2026-10' };
const codesOf = (document: unknown): string[] => {
  const read = readCustomerSet(document);
  return Array.isArray(read) ? read.map(({ code }) => code) : [];
};
const nested = (depth: number): unknown =>
  depth === 0 ? active : { kind: 'andNot', of: nested(depth - 1), without: active };

describe('a set of customers as a document', () => {
  test('is read as it was written', () => {
    const document = whole({
      kind: 'andNot',
      of: { kind: 'and', sets: [active, { kind: 'attribute', dimension: 'city', members: ['Киров', ''] }] },
      without: { kind: 'bought', from: '2026-10-01', slice: [{ dimension: 'category', members: ['Сыры'] }] },
    });
    expect(readCustomerSet(document)).toEqual(document);
    expect(readCustomerSet(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  test.each([
    ['nothing at all', undefined],
    ['a later version of the language', { ...whole(active), language: 2 }],
    ['an unknown kind', whole({ kind: 'anyone' })],
    ['an unknown field', whole({ ...active, sql: '1 OR 1' })],
    [
      'a dimension that is a column of another table',
      whole({ ...active, slice: [{ dimension: 'password', members: ['1'] }] }),
    ],
    ['a slice without members', whole({ ...active, slice: [{ dimension: 'city', members: [] }] })],
    ['a day that the calendar lacks', whole({ kind: 'bought', from: '2026-02-30' })],
    [
      'money with five decimals',
      whole({ kind: 'measure', measure: 'sales', period: '2026', atLeast: '1.00001' }),
    ],
    ['an id that is none', whole({ kind: 'ids', ids: [0] })],
    ['"and" of nothing', whole({ kind: 'and', sets: [] })],
  ])('%s is refused with its place', (_, document) => {
    const read = readCustomerSet(document);
    expect(read).toMatchObject([{ code: 'setUnreadable', params: { where: expect.any(String) } }]);
  });

  test('an attribute has to be one that customers have without lines', () => {
    expect(codesOf(whole({ kind: 'attribute', dimension: 'rep', members: ['1'] }))).toEqual([
      'setNeedsAttribute',
    ]);
  });

  test('an expression that nobody could read is refused, however deep it is', () => {
    expect(codesOf(whole(nested(deepestSet - 1)))).toEqual([]);
    expect(codesOf(whole(nested(deepestSet)))).toEqual(['setTooDeep']);
    let hostile: unknown = active;
    for (let depth = 0; depth < 100_000; depth++) hostile = { kind: 'or', sets: [hostile] };
    expect(codesOf(whole(hostile))).toEqual(['setTooDeep']);
  });
});
