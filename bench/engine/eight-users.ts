import { setTimeout as pause } from 'node:timers/promises';
import type { Asking, EngineQuestion } from './question.ts';
import { openMeter, percentile, type Timing } from './timing.ts';

export interface AskedByUsers {
  readonly answers: number;
  /** Questions that ended with an error. */
  readonly failed: number;
  /** p95 of the times, each divided by the p95 of the same question when one user asks. */
  readonly slower: number;
  /** Longest time for which the event loop did nothing else, ms. */
  readonly blocked: number;
}

/**
 * Users who each ask one question a second, whichever comes next in an order of their own; whoever waits longer than a
 * second asks the next one at once.
 */
export async function askAsUsers(
  asking: Asking,
  alone: ReadonlyMap<EngineQuestion, Timing>,
  { users, seconds }: { users: number; seconds: number },
): Promise<AskedByUsers> {
  const questions = [...alone.keys()];
  const slower: number[] = [];
  let failed = 0;
  const meter = openMeter();
  const end = performance.now() + seconds * 1000;
  const user = async (number: number): Promise<void> => {
    await pause((number * 1000) / users);
    for (let turn = 0; performance.now() < end; turn++) {
      const question = questions[scattered(number, turn) % questions.length];
      const timing = question && alone.get(question);
      if (!question?.ours || timing === undefined) throw new Error('the eight users have nothing to ask');
      const start = performance.now();
      const answered = await question.ours(asking).catch(() => null);
      const took = performance.now() - start;
      if (answered === null) failed++;
      else slower.push(took / timing.p95);
      await pause(Math.max(0, 1000 - took));
    }
  };
  const { timing } = await meter.time({ warmUp: 0, runs: 1, seconds }, () =>
    Promise.all(Array.from({ length: users }, (_, number) => user(number))),
  );
  meter.close();
  return { answers: slower.length, failed, slower: percentile(slower, 95), blocked: timing.blocked };
}

/** As good as random, and the same in every run. */
const scattered = (user: number, turn: number): number =>
  Math.imul((user + 1) * 7919 + turn, 0x9e3779b1) >>> 8;
