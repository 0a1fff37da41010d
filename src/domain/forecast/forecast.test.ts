import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDates } from '../calendar.ts';
import { addMonths, lastDayOfMonth } from '../iso-date.ts';
import { plannedPeriod } from '../plan-period.ts';
import { backTest, chosenPredictor, meanError } from './back-test.ts';
import { forecaster, probabilityOf } from './forecast.ts';
import { finalOf, type PeriodPath, periodPath } from './period-path.ts';
import { foresight } from './predictors.ts';

/** A month of some final whose share reached by a share of its working days is said. */
function month(name: string, final: number, shape: (passed: number) => number): PeriodPath {
  const days = workingDates(`${name}-01`, lastDayOfMonth(`${name}-01`));
  return {
    period: name,
    days,
    reached: days.map((_, at) => Math.round(final * shape((at + 1) / days.length))),
  };
}
const names = (count: number, last = '2026-10') =>
  Array.from({ length: count }, (_, at) => addMonths(`${last}-01`, at + 1 - count).slice(0, 7));
/** Most customers come early: four of five in the first half of the month. */
const saturating = (passed: number): number => (1 - 0.06 ** passed) / 0.94;
const straight = (passed: number): number => passed;
const november = month('2026-11', 930, saturating);

describe('what a month will reach', () => {
  const history = names(15).map((name, at) => month(name, 800 + 10 * at, saturating));
  const { at, curve, predictor } = forecaster(history, november);
  const middle = Math.round(november.days.length / 2);
  const fact = november.reached[middle - 1] ?? 0;

  test('is drawn by the curve where customers come early, not by a straight line', () => {
    expect(predictor).toBe('curve');
    expect(Math.abs((at({ passed: middle, fact })?.value ?? 0) - 930)).toBeLessThan(10);
    expect(foresight(history, november).predict(middle, fact).linear).toBeGreaterThan(1300);
  });

  test('is drawn straight where customers come evenly', () => {
    // What the curve of uneven months gets wrong a straight line does not.
    const uneven = names(15).map((name, one) =>
      month(name, 800, one % 2 === 0 ? straight : (passed) => passed ** (1 + (one % 5) / 4)),
    );
    const even = [...uneven.slice(0, 5), ...names(10).map((name) => month(name, 800, straight))];
    expect(forecaster(even, november).predictor).toBe('linear');
  });

  test('ends with the whole month: the curve rises to 1', () => {
    expect(curve?.at(-1)).toBe(1);
    expect(at({ passed: november.days.length, fact: 930 })).toMatchObject({
      value: 930,
      interval: [930, 930],
    });
  });

  test('is nothing before the first working day', () => {
    expect(at({ passed: 0, fact: 0 })).toBeNull();
  });

  test('is never below what is reached, nor above what is possible', () => {
    expect(at({ passed: 2, fact: 400, most: 1000 })?.value).toBe(1000);
    expect(at({ passed: 15, fact: 1200, most: 1000 })?.value).toBe(1200);
  });

  test('of a short history is a straight line, and says so', () => {
    const short = forecaster(history.slice(-2), november).at({ passed: middle, fact });
    expect(short).toMatchObject({ predictor: 'linear', mark: 'shortHistory', interval: null });
    const few = forecaster(
      names(12).map((name) => month(name, 6, saturating)),
      november,
    );
    expect(few.mark).toBe('fewCustomers');
  });

  test('knows nothing of later months, of whatever kind', () => {
    const later = month('2026-12', 5000, straight);
    const changed = { ...november, reached: november.reached.map((one) => one * 3) };
    expect(forecaster([...history, changed, later], november).at({ passed: middle, fact })).toEqual(
      at({ passed: middle, fact }),
    );
    const tested = backTest([...history, later], '2026-11');
    const [last] = tested.slice(-1);
    expect(last?.period).toBe('2026-10');
    // The last one tested is foreseen alike, whatever became of it in the end.
    const other = history.with(-1, {
      ...(history.at(-1) as PeriodPath),
      reached: (history.at(-1)?.reached ?? []).with(-1, 9999),
    });
    expect(backTest(other, '2026-11').at(-1)?.predicted).toEqual(last?.predicted);
  });
});

test('the curve of any history never falls and ends at 1', () => {
  const changes = fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 23, maxLength: 23 });
  fc.assert(
    fc.property(fc.array(changes, { minLength: 3, maxLength: 6 }), (all) => {
      const history = all.map((steps, at) => {
        const name = names(all.length)[at] ?? '';
        const days = workingDates(`${name}-01`, lastDayOfMonth(`${name}-01`));
        return periodPath(name, days, new Map(days.map((day, one) => [day, steps[one] ?? 0])));
      });
      const { curve } = foresight(history, november);
      if (curve === null) return;
      expect(curve.every((one, at) => one >= (curve[at - 1] ?? 0) - 1e-12 && one <= 1 + 1e-12)).toBe(true);
      expect(curve.at(-1)).toBeCloseTo(1, 12);
    }),
  );
});

test('after holidays the first working day brings what has piled up, and is weighed so', () => {
  // Whoever needs goods every day buys on the next working day: a customer of each day of the month.
  const history = names(13, '2026-12').map((name) => {
    const last = lastDayOfMonth(`${name}-01`);
    const days = workingDates(`${name}-01`, last);
    const each = Array.from(
      { length: Number(last.slice(8)) },
      (_, at) => `${name}-${String(at + 1).padStart(2, '0')}`,
    );
    return periodPath(name, days, new Map(each.map((day) => [day, 10])));
  });
  const days = workingDates('2027-01-01', '2027-01-31');
  const january = periodPath('2027-01', days, new Map([[days[0] ?? '', 90]]));
  const by = foresight(history, january).predict(1, january.reached[0] ?? 0);
  expect(Math.abs((by.curve ?? 0) - 310)).toBeLessThan(60);
  expect(by.linear).toBeGreaterThan(1000);
});

describe('what a quarter will reach', () => {
  const quarter = (label: string, final: number, shape: (passed: number) => number): PeriodPath => {
    const { from, to } = plannedPeriod(label);
    const days = workingDates(from, to);
    return {
      period: label,
      days,
      reached: days.map((_, at) => Math.round(final * shape((at + 1) / days.length))),
    };
  };
  const labels = ['2024', '2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((of) => `${year}-Q${of}`));
  const paths = labels.map((label, at) => quarter(label, 1500 + 20 * at, saturating));
  const [running] = paths.slice(-1);
  if (running === undefined) throw new Error('no quarter');
  const passed = 21;
  const fact = running.reached[passed - 1] ?? 0;

  test('is learnt from quarters, across months and their ends', () => {
    const { at, tested } = forecaster(paths, running, { straight: false });
    expect(tested.map(({ period }) => period).at(-1)).toBe('2026-Q3');
    const said = at({ passed, fact });
    expect(said?.mark).toBeNull();
    expect(Math.abs((said?.value ?? 0) - finalOf(running))).toBeLessThan(20);
    expect(said?.interval?.every((end) => Math.abs(end - finalOf(running)) < 60)).toBe(true);
  });

  test('of little history is as a year ago, without an interval, and of none nothing: never a straight line', () => {
    const ofYearAgo = forecaster([quarter('2025-Q4', 1500, saturating)], running, { straight: false });
    expect(ofYearAgo.at({ passed, fact })).toMatchObject({
      ...{ predictor: 'lastYear', mark: 'shortHistory', interval: null },
    });
    expect(forecaster([], running, { straight: false }).at({ passed, fact })).toBeNull();
    expect(forecaster([], running).at({ passed, fact })?.value).toBeGreaterThan(1.8 * finalOf(running));
  });
});

test('the same month of last year tells its own share', () => {
  const history = names(14).map((name) => month(name, 500, name === '2025-11' ? straight : saturating));
  const { lastYear, curve } = foresight(history, november).predict(10, 250);
  expect(lastYear).toBeCloseTo((250 * november.days.length) / 10, -1);
  expect(curve).toBeLessThan(400);
});

test('a better predictor is chosen only when it is surely better', () => {
  const tested = (errors: readonly (readonly [number, number])[]) =>
    errors.map(([curve, linear], at) => ({
      ...{ period: `2026-0${at + 1}`, days: 2, final: 100, reached: [50] },
      predicted: [{ curve: 100 + curve, linear: 100 + linear, lastYear: null, mean: null }],
    }));
  expect(
    chosenPredictor(
      tested([
        [9, 8],
        [9, 12],
        [8, 2],
      ]),
    ),
  ).toBe('curve');
  expect(
    chosenPredictor(
      tested([
        [9, 4],
        [9, 5],
        [8, 2],
      ]),
    ),
  ).toBe('linear');
  expect(
    chosenPredictor(
      tested([
        [9, 1],
        [9, 1],
      ]),
    ),
  ).toBe('curve');
  expect(
    meanError(
      tested([
        [9, 4],
        [7, 2],
      ]),
      'curve',
      1,
    ),
  ).toBeCloseTo(0.08);
});

test('a plan is reached for certain once it is, and with even odds where the forecast says so', () => {
  const forecast = { value: 100, deviation: 10 };
  expect(probabilityOf(90, forecast, 95)).toBe(1);
  expect(probabilityOf(100.5, forecast, 50)).toBeCloseTo(0.5, 6);
  expect(probabilityOf(113.316, forecast, 50)).toBeCloseTo(0.1, 3);
  expect(probabilityOf(110, { value: 100, deviation: null }, 50)).toBeNull();
  expect(probabilityOf(110, { value: 100, deviation: 0 }, 100)).toBe(0);
});
