/** One row of the table. Null: there is nothing of the kind, or nobody can tell here. */
export interface Measurement {
  readonly name: string;
  readonly what: string;
  readonly lines: number;
  readonly bytes: number;
  /** The median where it was measured several times. */
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  /** Over the idle process, MiB. */
  readonly memory: number | null;
  /** Of the processes that read the files, MiB. */
  readonly readerMemory: number | null;
  readonly target: string;
  readonly met: boolean | null;
  readonly ratios: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
};
