import { describe, expect, test } from 'vitest';
import { adventureWorks, onlineRetail } from '../../bench/forecast/public-data.ts';
import { type Quality, qualityOf, quarters } from '../../bench/forecast/quality.ts';
import type { PeriodPath } from '../../src/domain/forecast/period-path.ts';

/** What `npm run bench:forecast` prints; without `../shared` the suite is skipped. */
function describeForecast(
  name: string,
  paths: readonly PeriodPath[] | null,
  isAsked: (month: string) => boolean,
  suite: (quality: Quality) => void,
): void {
  describe.skipIf(paths === null)(name, () => {
    if (paths !== null) suite(qualityOf([paths], isAsked));
  });
}

const isHeld = ({ within }: Quality) =>
  test('the interval of 80 % holds 70 to 90 % of the finals', () => {
    expect(within).toBeGreaterThanOrEqual(0.7);
    expect(within).toBeLessThanOrEqual(0.9);
  });

describeForecast(
  'Online Retail: most customers come early',
  onlineRetail(),
  (month) => month >= '2011-03' && month <= '2011-11',
  (quality) => {
    test('after a quarter, a half and three quarters of the days the error is at most 8, 7 and 5 %', () => {
      expect(quality).toMatchObject({ months: 9, choices: { curve: 9 } });
      for (const [at, most] of [0.08, 0.07, 0.05].entries())
        expect(quality.chosen[at]).toBeLessThanOrEqual(most);
    });
    isHeld(quality);
  },
);

describeForecast(
  'AdventureWorks: customers come evenly',
  adventureWorks(),
  (month) => month >= '2018-01',
  (quality) => {
    test('the error is at most a tenth more than that of a straight line', () => {
      for (const at of quarters.keys())
        expect(quality.chosen[at]).toBeLessThanOrEqual((quality.linear[at] ?? 0) * 1.1);
    });
    isHeld(quality);
  },
);
