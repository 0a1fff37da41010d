import type { Records } from './records/records.ts';
import type { Stores } from './stores.ts';

/** Whoever asks for work that is under way on the same records waits for its end. */
export function onceAtATime<Result>(
  work: (stores: Stores) => Promise<Result>,
): (stores: Stores) => Promise<Result> {
  const underWay = new WeakMap<Records, Promise<Result>>();
  return async (stores) => {
    const begun = underWay.get(stores.records);
    if (begun !== undefined) return await begun;
    const working = work(stores);
    underWay.set(stores.records, working);
    try {
      return await working;
    } finally {
      underWay.delete(stores.records);
    }
  };
}
