import { type TestContext, test } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Size of a random test, for `docs/long-run.md`. */
    budget?: string;
  }
}

/** `npm run test:long`: everything at full size. */
export const isLongRun = process.env.AKB_TEST_LONG === '1';

/**
 * The size of a random test: usual under `npm test`, full under `npm run test:long`. The record of the long run names it.
 *
 * ```ts
 * test('killed at any moment …', async ({ task }) => {
 *   const kills = budget(task, 'SIGKILLs', { usual: 8, long: 50 });
 * ```
 */
export function budget(
  task: TestContext['task'],
  what: string,
  sizes: { usual: number; long: number },
): number {
  const size = isLongRun ? sizes.long : sizes.usual;
  const said = `${size.toLocaleString('en-US')} ${what}`;
  task.meta.budget = task.meta.budget ? `${task.meta.budget} × ${said}` : said;
  return size;
}

/**
 * `test` for files of many slow examples that stand alone: the usual run tries every other one, the full run all of them.
 * In place of the imported one: `const test = everyOther();`.
 */
export function everyOther(): (name: string, run: (context: TestContext) => unknown) => void {
  let place = 0;
  return (name, run) => test.skipIf(!isLongRun && place++ % 2 === 1)(name, run);
}
