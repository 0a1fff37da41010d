import { Refusal } from '../../domain/problem.ts';
import { createGate } from './gate.ts';

const minute = 60_000;
const life = 15 * minute;
/** A whole office may stand behind one address. */
const mostFailures = 50;
/** Each takes 19 MiB and a thread that the engine wants too. */
const mostAtOnce = 8;
const mostAddresses = 10_000;

export interface Attempts {
  /**
   * Does what takes a password, unless the address has failed too often of late; success is no attempt.
   * @throws Refusal `tooManySignIns`, `tooManyRequests`
   */
  run<T>(address: string, work: () => Promise<T>): Promise<T>;
}

export function createAttempts(now: () => number = Date.now): Attempts {
  const enter = createGate(mostAtOnce);
  /** Failures and when they are forgotten, the oldest address first. */
  const failed = new Map<string, { count: number; readonly until: number }>();
  const entryOf = (address: string) => {
    for (const [known, { until }] of failed) {
      if (until > now() && failed.size < mostAddresses) break;
      failed.delete(known);
    }
    const entry = failed.get(address) ?? { count: 0, until: now() + life };
    failed.set(address, entry);
    return entry;
  };
  return {
    async run(address, work) {
      const entry = entryOf(address);
      if (entry.count >= mostFailures) {
        const minutes = Math.max(1, Math.ceil((entry.until - now()) / minute));
        throw new Refusal({ code: 'tooManySignIns', params: { minutes } });
      }
      const leave = enter();
      // Counted beforehand, so that many at a time count too.
      entry.count++;
      try {
        const done = await work();
        entry.count--;
        return done;
      } finally {
        leave();
      }
    },
  };
}
