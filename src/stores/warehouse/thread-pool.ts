import type { Problem } from '../../domain/problem.ts';

/** Every running query holds one libuv thread; files, DNS and password hashing need the others. */
export const NEEDED_THREADS = 8;

/** Node reads `UV_THREADPOOL_SIZE` before the first line of a program runs: 4 where it is not set. */
export function threadPoolSize(variable = process.env.UV_THREADPOOL_SIZE): number {
  const size = Number.parseInt(variable ?? '', 10);
  return Number.isNaN(size) ? 4 : Math.max(1, size);
}

/** For `akb doctor`: the process was started with too few threads for the embedded warehouse. */
export function threadPoolProblem(): Problem | null {
  const threads = threadPoolSize();
  if (threads >= NEEDED_THREADS) return null;
  return { code: 'threadPoolTooSmall', params: { threads, needed: NEEDED_THREADS } };
}
