import { defineConfig } from 'vitest/config';

// libuv reads it before the first test runs, so it has to be there when the test processes start. Why 16: every
// running query of the warehouse holds one thread.
process.env.UV_THREADPOOL_SIZE ??= '16';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/harness/postgres-global-setup.ts'],
    setupFiles: ['tests/seed.ts'],
    pool: 'forks',
    // One process after another loads the engines once and runs warm: a tenth of the time.
    isolate: false,
    // Twice the cores of a small machine: tests wait for disks, child processes and browsers.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that is busy with the other tests takes its time.
    expect: { poll: { timeout: 15_000 } },
  },
});
