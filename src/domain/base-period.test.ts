import { expect, test } from 'vitest';
import { basePeriodAt, lastClosedBase } from './base-period.ts';

test.each([
  ['month', '2026-10'],
  ['quarter', '2026-Q3'],
  ['halfYear', '2026-H1'],
  ['year', '2025'],
] as const)('the last closed %s on 21 November 2026', (base, label) => {
  expect(lastClosedBase(base, '2026-11-21').label).toBe(label);
});

test('a window of days ends with yesterday, one of months with the last closed month', () => {
  expect(lastClosedBase({ length: 90, of: 'days' }, '2026-11-21')).toMatchObject({
    from: '2026-08-23',
    to: '2026-11-20',
  });
  expect(lastClosedBase({ length: 12, of: 'months' }, '2026-11-21')).toMatchObject({
    from: '2025-11-01',
    to: '2026-10-31',
  });
});

test('a day lies in its calendar period, and ends a window', () => {
  expect(basePeriodAt('quarter', '2026-11-21').label).toBe('2026-Q4');
  expect(basePeriodAt({ length: 30, of: 'days' }, '2026-11-21')).toMatchObject({
    from: '2026-10-23',
    to: '2026-11-21',
  });
});
