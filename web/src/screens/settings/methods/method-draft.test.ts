import { expect, test } from 'vitest';
import { grossMethod, type Method, mainMethod } from '../../../../../src/domain/method.ts';
import { documentOf, draftOf, freeId, problemsOf } from './method-draft.ts';

const withoutVersion = ({ version: _, ...document }: Method) => document;
const draft = draftOf(withoutVersion(mainMethod));

test.each<[string, Method]>([
  ['the main one', mainMethod],
  ['the gross one', grossMethod],
  [
    'one with every setting',
    {
      ...mainMethod,
      kinds: ['shipment', 'free'],
      returns: { mode: 'days', days: 30 },
      thresholds: { amount: '1500.5', quantity: '3', products: 2, documents: 4 },
      products: { categories: ['Молоко'], brands: ['Весна'] },
      excludedParties: [7],
      basePeriod: { length: 90, of: 'days' },
      validFrom: '2026-01',
    },
  ],
])('%s is itself after it has been in the form', (_name, method) => {
  const { version: _version, ...document } = method;
  expect(problemsOf(draftOf(document))).toEqual({});
  expect(documentOf(draftOf(document))).toEqual(document);
});

test('amounts are read as people type them', () => {
  expect(documentOf({ ...draft, amount: '1 500,50' }).thresholds).toEqual({ amount: '1500.50' });
});

test('what cannot be saved is said at its field', () => {
  const wrong = {
    ...draft,
    ...{ ru: ' ', id: '1-й', kinds: [], returns: 'days' as const, returnDays: '0' },
    ...{ amount: '-5', products: '1.5', base: 'months' as const, baseLength: '2000', validFrom: '2026-13' },
  };
  expect(problemsOf(wrong)).toEqual({
    ...{ ru: 'needed', id: 'idWrong', kinds: 'kindsNeeded', returnDays: 'daysWrong' },
    ...{ amount: 'decimalWrong', products: 'countWrong', baseLength: 'lengthWrong', validFrom: 'monthWrong' },
  });
  expect(problemsOf(draft, ['main'])).toEqual({ id: 'idTaken' });
});

test('a new method gets an id that is free', () => {
  expect(freeId(['main', 'own1'])).toBe('own2');
});
