import { expect, test } from 'vitest';
import { usualDays } from './usual-days.ts';

test('the usual gap is the middle half of those between days with purchases', () => {
  // Gaps of 7, 9, 14 and 30 days; two documents of one day are one purchase.
  const days = ['2026-09-01', '2026-09-08', '2026-09-08', '2026-09-17', '2026-10-01', '2026-10-31'];
  expect(usualDays(days.toReversed())).toEqual([9, 18]);
});

test('two gaps have no middle', () => {
  expect(usualDays(['2026-09-01', '2026-09-08', '2026-09-08', '2026-09-15'])).toBeUndefined();
  expect(usualDays([])).toBeUndefined();
});
