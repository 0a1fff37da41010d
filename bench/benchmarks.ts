import { csv } from './csv.ts';
import { demo, start } from './demo.ts';
import type { Measurement } from './measurement.ts';
import { second } from './second.ts';
import { openWorkspace } from './workspace.ts';
import { xlsx } from './xlsx.ts';

/** In the order in which they are run. */
export const benchmarks = { csv, second, xlsx, demo, start };
export type BenchmarkName = keyof typeof benchmarks;

export interface BenchmarkRun {
  readonly names: readonly BenchmarkName[];
  /** Lines of the big file; the other sizes follow. */
  readonly lines: number;
  /** Generated files are kept here from run to run. */
  readonly cache: string;
  readonly say: (text: string) => void;
}

/** Runs benchmarks one after another and returns the rows of their table. */
export async function runBenchmarks({ names, lines, cache, say }: BenchmarkRun): Promise<Measurement[]> {
  const workspace = await openWorkspace(cache, lines, say);
  try {
    const rows: Measurement[] = [];
    for (const name of names) rows.push(...(await benchmarks[name](workspace)));
    return rows;
  } finally {
    await workspace.remove();
  }
}
