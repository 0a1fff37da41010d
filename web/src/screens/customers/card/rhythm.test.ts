import { expect, test } from 'vitest';
import { rhythmOf } from './rhythm.ts';

test('the next purchase comes after the median gap, counted by days with purchases', () => {
  // Gaps of 7, 9, 14 and 30 days; two documents of one day are one purchase.
  const days = ['2026-09-01', '2026-09-08', '2026-09-08', '2026-09-17', '2026-10-01', '2026-10-31'];
  expect(rhythmOf(days.toReversed(), '2026-11-15')).toEqual({
    ...{ purchases: 5, last: '2026-10-31', usual: 12, middle: [9, 18] },
    ...{ expected: '2026-11-12', window: ['2026-11-09', '2026-11-18'], since: 15, late: 3 },
  });
  expect(rhythmOf(days, '2026-11-05')?.late).toBe(-7);
});

test('two purchases say nothing, however many documents they have', () => {
  expect(rhythmOf(['2026-09-01', '2026-09-08', '2026-09-08'], '2026-11-15')).toBeUndefined();
  expect(rhythmOf([], '2026-11-15')).toBeUndefined();
  expect(rhythmOf(['2026-09-01', '2026-09-08', '2026-09-15'], '2026-11-15')?.usual).toBe(7);
});
