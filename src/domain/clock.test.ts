import { afterEach, describe, expect, test, vi } from 'vitest';
import { today } from './clock.ts';
import { Refusal } from './problem.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('today', () => {
  test('is the day named by AKB_TODAY', () => {
    vi.stubEnv('AKB_TODAY', '2011-12-09');
    expect(today()).toBe('2011-12-09');
  });

  test('is the local calendar date when nothing is set, also just before midnight', () => {
    vi.stubEnv('AKB_TODAY', '');
    vi.useFakeTimers({ now: new Date(2026, 10, 3, 23, 59, 59) });
    expect(today()).toBe('2026-11-03');
  });

  test('is refused when AKB_TODAY is no date', () => {
    vi.stubEnv('AKB_TODAY', '31.11.2026');
    expect(() => today()).toThrow(Refusal);
  });
});
