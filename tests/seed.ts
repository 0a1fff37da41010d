import fc from 'fast-check';

/**
 * The usual run draws the same cases every time, so that a change is judged by itself; the long run draws new ones.
 * `AKB_TEST_SEED=… npm test` repeats a failure.
 */
export const seedOfRun = (): number =>
  Number(
    process.env.AKB_TEST_SEED ??
      (process.env.AKB_TEST_LONG === '1' ? Math.trunc(Math.random() * 2 ** 31) : 20_261_122),
  );

fc.configureGlobal({ seed: seedOfRun() });
