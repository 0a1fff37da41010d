import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainSales, type FactorValues } from './sales-factors.ts';

const factors = (activeBase: number, frequency: number, avgCheck: number): FactorValues => ({
  activeBase,
  frequency,
  avgCheck,
});

describe('what moved sales', () => {
  test('a base that grew by a tenth with the same purchases explains all of the growth', () => {
    const parts = explainSales(factors(110, 2, 500), factors(100, 2, 500));
    expect(parts?.activeBase).toBeCloseTo(10_000, 6);
    expect([parts?.frequency, parts?.avgCheck]).toEqual([0, 0]);
  });

  test('more customers who buy less often cancel out', () => {
    const parts = explainSales(factors(200, 1, 500), factors(100, 2, 500));
    expect((parts?.activeBase ?? 0) + (parts?.frequency ?? 0)).toBeCloseTo(0, 6);
    expect(parts?.activeBase).toBeGreaterThan(0);
  });

  test('a period without customers cannot be split', () => {
    expect(explainSales(factors(10, 2, 500), factors(0, 2, 500))).toBeUndefined();
    expect(explainSales(factors(10, 2, -500), factors(10, 2, 500))).toBeUndefined();
  });

  test('the parts add up to the change, whatever the factors are', () => {
    const value = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const three = fc.tuple(value, value, value).map((of) => factors(...of));
    fc.assert(
      fc.property(three, three, (now, before) => {
        const parts = explainSales(now, before);
        const change =
          now.activeBase * now.frequency * now.avgCheck -
          before.activeBase * before.frequency * before.avgCheck;
        const sum = (parts?.activeBase ?? 0) + (parts?.frequency ?? 0) + (parts?.avgCheck ?? 0);
        const scale = Math.max(Math.abs(change), now.activeBase * now.frequency * now.avgCheck);
        expect(Math.abs(sum - change)).toBeLessThanOrEqual(1e-6 * scale);
      }),
    );
  });
});
