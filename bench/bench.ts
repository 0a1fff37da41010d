import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchmarkName, benchmarks, runBenchmarks } from './benchmarks.ts';
import { measurementTable } from './measurement-table.ts';
import { fullSize } from './workspace.ts';

const help = `npm run bench -- [NAME…] [--lines N] [--fresh]

NAME     ${Object.keys(benchmarks).join(', ')}; all of them when left out
--lines  lines of the big file (${fullSize}); the other sizes are in proportion, the targets are for the full size
--fresh  write the generated files anew`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } },
});
const lines = Number(values.lines ?? fullSize);
const names = positionals.length === 0 ? (Object.keys(benchmarks) as BenchmarkName[]) : positionals;
const known = (name: string): name is BenchmarkName => Object.hasOwn(benchmarks, name);

if (values.help) console.log(help);
else if (!names.every(known) || !Number.isInteger(lines / 1000) || lines < 20_000) {
  console.error(help);
  process.exitCode = 2;
} else {
  const cache = join(tmpdir(), 'akb-bench');
  if (values.fresh) await rm(cache, { recursive: true, force: true });
  const before = loadavg();
  const rows = await runBenchmarks({ names, lines, cache, say: (text) => console.error(`… ${text}`) });
  console.log(`\n${measurementTable(rows)}\n`);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model}, ` +
      `${Math.round(totalmem() / 1024 ** 3)} GiB; load average before ${load(before)}, after ${load(loadavg())}`,
  );
}

function load(averages: readonly number[]): string {
  return averages.map((average) => average.toFixed(1)).join(' ');
}
