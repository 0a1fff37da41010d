import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MIB, peakOfThis, resetPeak } from '../child-process.ts';

export interface TimingPlan {
  readonly warmUp: number;
  readonly runs: number;
  /** No further run is begun after so many seconds, to warm up or to measure. */
  readonly seconds: number;
}

/** Milliseconds and MiB. */
export interface Timing {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  /** Highest resident memory of the whole process. */
  readonly memory: number;
  /** The longest time for which the event loop did nothing else. */
  readonly blocked: number;
}

/** The nearest rank: the value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

export interface Measured<T> {
  readonly result: T;
  readonly timing: Timing;
}

export interface Meter {
  time<T>(plan: TimingPlan, work: () => Promise<T>): Promise<Measured<T>>;
  close(): void;
}

/** Histograms of the event loop count the interval of their own timer too, ms. */
const resolution = 10;

export function openMeter(): Meter {
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  return {
    async time(plan, work) {
      const milliseconds: number[] = [];
      resetPeak();
      const warm = performance.now() + plan.seconds * 1000;
      for (let run = 0; run < plan.warmUp && performance.now() < warm; run++) await work();
      loop.reset();
      let result: Awaited<ReturnType<typeof work>>;
      const end = performance.now() + plan.seconds * 1000;
      do {
        const start = performance.now();
        result = await work();
        milliseconds.push(performance.now() - start);
      } while (milliseconds.length < plan.runs && performance.now() < end);
      const timing = {
        runs: milliseconds.length,
        p50: percentile(milliseconds, 50),
        p95: percentile(milliseconds, 95),
        memory: peakOfThis() / MIB,
        blocked: Math.max(0, loop.max / 1e6 - resolution),
      };
      return { result, timing };
    },
    close: () => loop.disable(),
  };
}
