/** When a stage was first seen, and how far it was then. */
export interface Begun {
  readonly stage: string;
  /** ms */
  readonly at: number;
  readonly done: number;
}

/** ms: too little is known before. */
const soonest = 2000;

/** Seconds to the end of a stage at its pace so far; undefined while nobody can tell. */
export function secondsLeft(begun: Begun, done: number, total: number | undefined, now: number) {
  const elapsed = now - begun.at;
  const gone = done - begun.done;
  if (total === undefined || elapsed < soonest || gone <= 0 || done >= total) return undefined;
  return Math.max(1, Math.round(((total - done) * elapsed) / gone / 1000));
}
