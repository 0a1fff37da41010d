import fc from 'fast-check';
import { afterAll, vi } from 'vitest';
import { isLongRun } from './budget.ts';

/**
 * The usual run draws the same cases every time, so that a change is judged by itself; the long run draws new ones.
 * `AKB_TEST_SEED=… npm test` repeats a failure.
 */
export const seedOfRun = (): number =>
  Number(process.env.AKB_TEST_SEED ?? (isLongRun ? Math.trunc(Math.random() * 2 ** 31) : 20_261_122));

fc.configureGlobal({ seed: seedOfRun() });

// Files share a process: none leaves anything behind for the next.
const environment = { ...process.env };
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
