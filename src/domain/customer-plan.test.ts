import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerGoal, fromHundredths, purchasesIn, readTarget, shareAmong } from './customer-plan.ts';
import { addDays, dayNumber } from './iso-date.ts';

describe('purchases that a rhythm brings in November, known up to 31 October', () => {
  const inNovember = (last: string, interval: number, loaded = '2026-10-31') =>
    purchasesIn('2026-11', { first: dayNumber('2026-01-01'), last: dayNumber(last), interval }, loaded);
  test('of whoever buys every week are four or five', () => {
    expect([inNovember('2026-10-31', 7), inNovember('2026-10-25', 7)]).toEqual([4, 5]);
  });
  test('are none of whoever has just bought for two months', () => {
    expect(inNovember('2026-10-20', 60)).toBe(0);
  });
  test('are one of whoever should have come last week: he may come any day', () => {
    expect(inNovember('2026-08-25', 60)).toBe(1);
  });
  test('are none of whoever has been silent for two and a half of his intervals, or of whom nothing is expected', () => {
    expect([inNovember('2026-10-06', 10), inNovember('2026-10-30', 0)]).toEqual([0, 0]);
  });
  test('are those of the whole month while it runs, what has been bought among them', () => {
    expect(inNovember('2026-11-10', 7, '2026-11-12')).toBe(4);
  });
  test('are as many as days counted one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -40, max: 0 }), (interval, before) => {
        const last = addDays('2026-10-31', before);
        fc.pre(-before < 2.5 * interval);
        const start = Math.max(dayNumber(last) + interval, dayNumber('2026-11-01'));
        let days = 0;
        for (let on = start; on <= dayNumber('2026-11-30'); on += interval) days++;
        expect(inNovember(last, interval)).toBe(days);
      }),
    );
  });
});

test('a total shared out among customers is the total, to the kopeck and to the document', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10 ** 11 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), weights, (total, some) => {
      const parts = shareAmong('sales', total, some);
      expect(parts.reduce((all, one) => all + one, 0)).toBe(total);
      expect(shareAmong('documents', 100 * (total % 999), some).every((one) => one % 100 === 0)).toBe(true);
    }),
  );
  expect(shareAmong('sales', 100_001, [1000, 3000])).toEqual([25_000, 75_001]);
});

test('of one customer whole documents are planned, one of the active base at most, and nothing below nothing', () => {
  expect([readTarget('sales', '1200.5'), readTarget('sales', '1.005'), readTarget('sales', '-1')]).toEqual([
    120_050,
    null,
    null,
  ]);
  expect([readTarget('activeBase', '2'), readTarget('documents', '1.5')]).toEqual([null, null]);
  expect(customerGoal('activeBase', 100, { kind: 'growByPercent', percent: '70' })).toBe(100);
  expect(customerGoal('documents', 300, { kind: 'growByPercent', percent: '20' })).toBe(400);
  expect(customerGoal('sales', 100, { kind: 'growBy', value: '-5' })).toBe(0);
  expect([fromHundredths(-5), fromHundredths(120_050)]).toEqual(['-0.05', '1200.5']);
});
