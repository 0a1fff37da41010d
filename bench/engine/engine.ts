import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loads } from './loads.ts';
import { engineReport, withReport } from './report.ts';
import { runEngineBench } from './run.ts';

const help = `npm run bench:engine -- [--lines 20m|100m|N] [options]

--lines      lines of the ledger (20m; k and m are thousands and millions); targets are for 100m
--runs       measured runs of our answers (100, after 5 to warm up; fewer where a question takes over a minute)
--hand-runs  measured runs of the hand-written ones (5, after 1; 0: only ours, nothing is compared)
--only TEXT  questions whose name has the text in it
--users N    seconds for which eight users ask (30; 0: not at all)
--keep       take the derived tables of the run before instead of building them
--fresh      write journal and files anew
--save       write the result into docs/benchmarks.md`;

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '20m' },
    runs: { type: 'string', default: '100' },
    'hand-runs': { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    users: { type: 'string', default: '30' },
    keep: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [, digits, unit = ''] = /^(\d+)([km]?)$/.exec(values.lines) ?? [];
const lines = Number(digits) * ({ k: 1000, m: 1_000_000 }[unit] ?? 1);
const counts = [values.runs, values['hand-runs'], values.users].map(Number);
const [runs = 0, handRuns = 0, userSeconds = 0] = counts;

if (values.help) console.log(help);
else if (!(lines >= 20_000) || !counts.every(Number.isInteger) || runs < 1 || handRuns < 0) {
  console.error(help);
  process.exitCode = 2;
} else {
  const cache = join(tmpdir(), 'akb-bench');
  if (values.fresh) await rm(join(cache, 'engine'), { recursive: true, force: true });
  const result = await runEngineBench({
    lines,
    cache: join(cache, 'engine'),
    keepDerived: values.keep,
    only: values.only,
    ours: { warmUp: 5, runs, seconds: 60 },
    byHand: { warmUp: 1, runs: handRuns, seconds: 60 },
    loads: loads.filter(({ name }) => name.includes(values.only)),
    userSeconds,
    say: (text) => console.error(`${Math.round(performance.now() / 1000)} s … ${text}`),
  });
  const report = engineReport(result);
  console.log(`\n${report}`);
  if (values.save) {
    const file = new URL('../../docs/benchmarks.md', import.meta.url);
    await writeFile(file, withReport(await readFile(file, 'utf8'), report));
  }
  if (result.asked.some(({ wrong }) => wrong !== null)) process.exitCode = 1;
}
