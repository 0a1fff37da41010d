import type { Progress } from '../import-summary.ts';

/** Says that others come first, and how many; not who. */
export const tellTurn =
  (onProgress: (progress: Progress) => void) =>
  (ahead: number): void =>
    onProgress({ stage: 'turn', done: ahead, unit: 'jobs' });
