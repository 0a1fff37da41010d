import { expect, test } from 'vitest';
import { isTerm, termsOn } from './terms.ts';

test('terms hold from their day until the next ones, whenever they were agreed', () => {
  const changes = [
    { id: 1, since: '2026-10-01', terms: { deferralDays: '14', discount: '5' } },
    { id: 2, since: '2027-01-01', terms: { deferralDays: '21' } },
    { id: 3, since: '2026-10-01', terms: { discount: '7.5' } },
  ];
  const on = (day: string) =>
    [...termsOn(changes, day)].map(
      ([kind, { terms }]) => `${kind} ${(terms as Record<string, string>)[kind]}`,
    );
  expect(on('2026-09-30')).toEqual([]);
  expect(on('2026-12-31')).toEqual(['discount 7.5', 'deferralDays 14']);
  expect(on('2027-01-01')).toEqual(['discount 7.5', 'deferralDays 21']);
});

test('amounts are exact and never negative, words are words', () => {
  expect(isTerm('creditLimit', '150000.50')).toBe(true);
  expect(isTerm('creditLimit', '-1')).toBe(false);
  expect(isTerm('creditLimit', '1e5')).toBe(false);
  expect(isTerm('deferralDays', '14.5')).toBe(false);
  expect(isTerm('markup', '120.25')).toBe(true);
  expect(isTerm('delivery', 'до двери, по вторникам')).toBe(true);
  expect(isTerm('creditLimit', '')).toBe(true);
});
