import { describe, expect, test } from 'vitest';
import { planFact, requiredPace, runRate } from './plan-fact.ts';

describe('plan and fact', () => {
  test('of a plan of zero has no percentage, and no error', () => {
    expect(planFact('0', '30')).toEqual({ deviation: '30', deviationShare: null, fulfilment: null });
  });

  test('below plan deviates downwards', () => {
    expect(planFact('1200', '900')).toEqual({
      deviation: '-300',
      deviationShare: '-0.25',
      fulfilment: '0.75',
    });
  });
});

test('before the first working day there is no run-rate, after the last no required pace', () => {
  expect(runRate('0', 0, 22)).toBeNull();
  expect(requiredPace('1200', '580', 0)).toBeNull();
});

test('the required pace spreads the rest over the days left', () => {
  expect(requiredPace('1200', '580', 8)).toBe('77.5');
});
