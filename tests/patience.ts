import { isLongRun } from './budget.ts';

/** In ms, how long a test waits for what has to come: the full run keeps the machine busy for an hour and more. */
export const patience = isLongRun ? 120_000 : 30_000;
