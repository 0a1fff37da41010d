import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, sum } from './decimal.ts';
import { goalValue, newPlan, shareOut, statedWhen } from './plan.ts';

describe('a goal', () => {
  test('of twenty percent more than ten thousand is twelve thousand', () => {
    expect(goalValue('sales', '10000', { kind: 'growByPercent', percent: '20' })).toBe('12000');
  });
  test('to keep 720 customers is not less than 720', () => {
    expect(goalValue('activeBase', '720', { kind: 'maintain' })).toBe('720');
  });
  test('asks for whole customers, half of one is one', () => {
    expect(goalValue('activeBase', '61', { kind: 'growByPercent', percent: '2.5' })).toBe('63');
    expect(goalValue('activeBase', '61', { kind: 'growBy', value: '-1.5' })).toBe('60');
  });
});

describe('a total by shares', () => {
  test('gives what rounding leaves to the largest rests', () => {
    expect(shareOut('activeBase', '100', ['1', '1', '1'])).toEqual(['34', '33', '33']);
    expect(shareOut('sales', '0.05', ['2', '1'])).toEqual(['0.03', '0.02']);
  });
  test('adds up exactly, whatever the weights', () => {
    const weight = fc.integer({ min: 0, max: 10 ** 9 }).map(String);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.array(weight, { minLength: 1 }),
        (total, weights) => {
          const parts = shareOut('sales', String(total), weights);
          expect(compare(sum(parts), String(total))).toBe(0);
        },
      ),
    );
  });
});

test('a plan of a member without one, or of a company with one, is none', () => {
  const target = { metric: 'sales', value: '1', product: null };
  const isPlan = (some: object) =>
    newPlan.safeParse({ version: 0, targets: [{ ...target, ...some }] }).success;
  expect(isPlan({ level: 'rep', member: 0 })).toBe(false);
  expect(isPlan({ level: 'company', member: 3 })).toBe(false);
  expect(isPlan({ level: 'company', member: 0, value: '1e5' })).toBe(false);
  expect(isPlan({ level: 'rep', member: 3 })).toBe(true);
});

test('a plan is stated before, during or after its period', () => {
  expect(
    ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => statedWhen('2026-11', day)),
  ).toEqual(['before', 'during', 'during', 'after']);
  expect(['2026-Q4', '2026-H2', '2026', '2027-Q1'].map((period) => statedWhen(period, '2026-09-30'))).toEqual(
    ['before', 'during', 'during', 'before'],
  );
});
