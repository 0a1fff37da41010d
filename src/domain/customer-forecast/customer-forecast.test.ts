import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerMetrics } from '../customer-plan.ts';
import { sumReaches } from './cheques.ts';
import { foresee, type MonthSoFar } from './customer-forecast.ts';
import { daysAhead } from './month-days.ts';
import { purchasesToCome } from './purchases-to-come.ts';
import { learnSilences, paceOf, silenceSteps, stepOfDays } from './silences.ts';

/** Whoever buys by the clock: of a thousand silences all end on the day of the interval. */
const punctual = learnSilences(
  new Map([
    [
      2,
      {
        ended: Array.from({ length: silenceSteps }, (_, step) => (step === stepOfDays(7, 7) ? 100_000 : 0)),
        open: [],
      },
    ],
  ]),
)(paceOf(true, 7, 3));
const usual = learnSilences(new Map())(1);
const weekly = (silence: number, to: number) =>
  purchasesToCome({ interval: 7, silence }, { from: 1, to }, punctual);

describe('what is still to come', () => {
  test('of whoever buys every week are as many purchases as weeks are left', () => {
    // Bought two days ago: in 5, 12 and 19 days.
    expect(weekly(2, 20).mean).toBeCloseTo(3, 1);
    const [, , third = 0, fourth = 0] = weekly(2, 20).atLeast;
    expect([Math.round(third), Math.round(fourth)]).toEqual([1, 0]);
    expect(weekly(2, 4).mean).toBeCloseTo(0, 1);
  });
  test('of a month that is ahead are only the purchases in it', () => {
    const { mean } = purchasesToCome({ interval: 7, silence: 2 }, { from: 6, to: 20 }, punctual);
    expect(mean).toBeCloseTo(2, 1);
  });
  test('is the less likely the longer somebody has been silent beyond his interval', () => {
    const chances = [10, 20, 40, 80, 160].map(
      (silence) => purchasesToCome({ interval: 10, silence }, { from: 1, to: 10 }, usual).atLeast[0] ?? 0,
    );
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances[0]).toBeGreaterThan(0.5);
    expect(chances[4]).toBeLessThan(0.2);
  });
  test('adds up: the mean is that of the chances, of which none exceeds the one before', () => {
    const interval = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(interval, fc.nat(400), fc.integer({ min: 1, max: 31 }), (days, silence, to) => {
        const { atLeast, mean } = purchasesToCome({ interval: days, silence }, { from: 1, to }, usual);
        expect(atLeast.reduce((sum, one) => sum + one, 0)).toBeCloseTo(mean, 9);
        expect(atLeast).toEqual(atLeast.toSorted((a, b) => b - a));
        expect(atLeast.every((chance) => chance > 0 && chance <= 1)).toBe(true);
        expect(atLeast.length).toBeLessThanOrEqual(to);
      }),
      { numRuns: 60 },
    );
  });
  test('ends with the last working day', () => {
    const october = ['2026-10-28', '2026-10-29', '2026-10-30'];
    expect(daysAhead('2026-10', october, '2026-10-28')).toEqual({ from: 1, to: 2 });
    expect(daysAhead('2026-10', october, '2026-10-30')).toBeNull();
    expect(daysAhead('2026-10', october, '2026-09-20')).toEqual({ from: 11, to: 40 });
    expect(daysAhead('2026-10', october, '2026-06-20')).toBe('tooFar');
  });
});

test('silences are learnt as a life table: of ten that began, four ended by the interval, six of those still silent since', () => {
  const ended = Array.from({ length: silenceSteps }, () => 0);
  const open = [...ended];
  ended[stepOfDays(9, 10)] = 4000;
  open[stepOfDays(20, 10)] = 3000;
  ended[stepOfDays(30, 10)] = 3000;
  const lasting = learnSilences(new Map([[2, { ended, open }]]))(2);
  expect(lasting(1)).toBeCloseTo(0.6, 1);
  expect(lasting(2.5)).toBeCloseTo(0.6, 1);
  expect(lasting(3.5)).toBeLessThan(0.02);
});

test('cheques add up to a sum as a gamma distribution says', () => {
  // Exponential cheques: e^-1 for one, (1 + 1) e^-1 for two.
  expect(sumReaches(100, 1, { mean: 100, deviation: 100 })).toBeCloseTo(Math.exp(-1), 10);
  expect(sumReaches(100, 2, { mean: 100, deviation: 100 })).toBeCloseTo(2 * Math.exp(-1), 10);
  expect([99, 100, 101].map((sum) => sumReaches(sum, 2, { mean: 50, deviation: 0 }))).toEqual([1, 1, 0]);
  expect(sumReaches(2000, 10, { mean: 100, deviation: 10 })).toBeCloseTo(0, 10);
});

describe('a month will end with', () => {
  const so: MonthSoFar = {
    ...{ fact: 50_000, sales: 50_000, documents: 200, documentsEach: 1.5 },
    toCome: { atLeast: [0.8, 0.4], mean: 1.2 },
    cheques: { mean: 10_000, deviation: 0 },
  };
  test('the fact and 1.2 purchases of 100 roubles and one and a half documents each', () => {
    const sales = foresee('sales', so);
    expect(sales.value).toBe(62_000);
    expect(
      [50_000, 60_000, 60_001, 70_000, 70_001].map((plan) => Number(sales.chance(plan).toFixed(9))),
    ).toEqual([...[1, 0.8, 0.4, 0.4, 0]]);
    const documents = foresee('documents', { ...so, fact: 200 });
    expect(documents.value).toBe(380);
    expect([200, 300, 400, 500, 600].map(documents.chance)).toEqual([1, 0.8, 0.4, 0.4, 0]);
  });
  test('a check of all its money by all its documents', () => {
    const check = foresee('avgCheck', { ...so, fact: 25_000 });
    expect(check.value).toBe(Math.round(62_000 / 3.8));
    // Without a purchase 250 a document, with one 171, with two 140.
    expect([14_000, 17_000, 25_000, 25_001].map((plan) => Number(check.chance(plan).toFixed(9)))).toEqual([
      1, 0.6, 0.2, 0,
    ]);
  });
  test('a purchase or none; what purchases do not say is known only once it is reached', () => {
    const buys = foresee('activeBase', { ...so, fact: 0 });
    expect([buys.value, buys.chance(100), foresee('activeBase', { ...so, fact: 100 }).chance(100)]).toEqual([
      100, 0.8, 1,
    ]);
    for (const metric of ['avgSkuPerClient', 'qualifiedBase'] as const) {
      const { value, chance } = foresee(metric, { ...so, fact: 100 });
      expect([value, chance(100), chance(200)]).toEqual([Number.NaN, 1, Number.NaN]);
    }
  });
  test('its fact when it is over, and nothing else', () => {
    for (const metric of customerMetrics) {
      const { value, chance } = foresee(metric, { ...so, toCome: null });
      expect([value, chance(50_000), chance(50_001)]).toEqual([50_000, 1, 0]);
    }
  });
  test('no less than the fact, and the less likely the plan the higher it is', () => {
    const money = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(
        money,
        money,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.nat(60),
        (fact, mean, scatter, silence) => {
          const toCome = purchasesToCome({ interval: 6, silence }, { from: 1, to: 15 }, usual);
          for (const metric of ['sales', 'documents'] as const) {
            const month = { ...so, fact, toCome, cheques: { mean, deviation: scatter * mean } };
            const { value, chance } = foresee(metric, month);
            expect(value).toBeGreaterThanOrEqual(fact);
            const chances = [0.5, 1, 1.1, 2, 5, 50].map((times) => chance(Math.ceil(fact * times)));
            expect(chances.slice(0, 2)).toEqual([1, 1]);
            for (const [at, one] of chances.entries()) {
              expect(one).toBeGreaterThanOrEqual(0);
              expect(one).toBeLessThanOrEqual((chances[at - 1] ?? 1) + 1e-9);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
