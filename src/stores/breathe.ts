import { setImmediate } from 'node:timers/promises';

/** Milliseconds that one piece of work may hold the process before others have their turn. */
const turn = 10;

/**
 * Gives way to everybody else when its caller has been at work for a turn. A loop awaits it on every round; where rounds
 * are short, only what is not undefined: to await nothing costs more than a cell of a table. Of such rounds `every` so
 * many look at the clock.
 */
export function breather(every = 1): () => Promise<void> | undefined {
  let begun = performance.now();
  let rounds = 0;
  return () => {
    if (++rounds % every !== 0 || performance.now() - begun < turn) return undefined;
    return setImmediate().then(() => {
      begun = performance.now();
    });
  };
}

/** Goes through the steps of a long calculation, giving way in between. */
export async function inTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  const breathe = breather();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}

/** Small enough to be sorted within a turn. */
const run = 1000;

/** Sorts like `toSorted`, giving way in between. */
export async function sortedInTurns<Item>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
): Promise<Item[]> {
  const breathe = breather();
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += run) {
    runs.push(items.slice(at, at + run).sort(compare));
    await breathe();
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await mergedInTurns(runs[at] ?? [], runs[at + 1] ?? [], compare, breathe));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergedInTurns<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (left: Item, right: Item) => number,
  breathe: () => Promise<void> | undefined,
): Promise<Item[]> {
  const merged = new Array<Item>(left.length + right.length);
  let [l, r] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    const takesLeft =
      r >= right.length || (l < left.length && compare(left[l] as Item, right[r] as Item) <= 0);
    merged[at] = (takesLeft ? left[l++] : right[r++]) as Item;
    if (at % 256 === 0) await breathe();
  }
  return merged;
}
