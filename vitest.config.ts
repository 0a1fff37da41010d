import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What waits longest for others or, in the full run, takes longest begins first: nothing waits for it at the end. A clean
 * clone knows no times of earlier runs.
 */
const longest = [
  'tests/tables.property.test.ts',
  'tests/merges/two-users.test.ts',
  'tests/figures.property.test.ts',
  'tests/import.property.test.ts',
  'tests/lists.property.test.ts',
  'tests/package.test.ts',
  'tests/crash.test.ts',
  'tests/organisation.property.test.ts',
  'tests/http/process.test.ts',
  'tests/backup/process.test.ts',
  'tests/golden/online-retail.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}

// libuv reads it before the first test runs, so it has to be there when the test processes start. Why 16: every
// running query of the warehouse holds one thread.
process.env.UV_THREADPOOL_SIZE ??= '16';

/** In ms; the full run shares the machine with random tests that keep it busy for an hour. */
const patience = process.env.AKB_TEST_LONG === '1' ? 300_000 : 60_000;

/** The product's modules, but for their tests. */
const product = new RegExp(`^${RegExp.escape(`${import.meta.dirname}/src/`)}(?!.*\\.test\\.ts$)`);

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/harness/postgres-global-setup.ts'],
    setupFiles: ['tests/seed.ts'],
    pool: 'forks',
    // Node runs them as it does for users, from its compile cache: a third of the time of loading, and no transforming.
    server: { deps: { external: [product] } },
    // One process after another loads the engines once and runs warm: a tenth of the time.
    isolate: false,
    // What the engines hold outside the heap made V8 collect garbage all the time: a sixth of the time of all tests.
    execArgv: [
      '--external-memory-accounted-in-global-limit',
      '--initial-old-space-size=512',
      '--min-semi-space-size=32',
      '--max-semi-space-size=64',
    ],
    sequence: { sequencer: LongestFirst },
    // Twice the cores of a small machine: tests wait for disks, child processes and browsers.
    maxWorkers: 4,
    testTimeout: patience,
    hookTimeout: patience,
    // A machine that is busy with the other tests takes its time.
    expect: { poll: { timeout: patience / 2 } },
  },
});
