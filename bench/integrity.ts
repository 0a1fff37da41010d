// `npm run bench:integrity [-- --lines N --seeds N --large N]`: how many planted cases are found, how many signals are none, and how
// long it takes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importCompany, type PlantedCompany } from './integrity/company.ts';
import { type MeasuredSignals, measureSignals } from './integrity/measure.ts';
import { median } from './measurement.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '150000' },
    seeds: { type: 'string', default: '10' },
    large: { type: 'string', default: '0' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const lines = Number(values.lines);
// Thresholds were chosen on seeds from 101 on.
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);

async function measured(company: PlantedCompany): Promise<MeasuredSignals> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-bench-integrity-'));
  try {
    const opened = await importCompany(dataDir, company);
    try {
      const result = await measureSignals(opened);
      const { candidates, detectors } = result.seconds;
      console.error(
        `seed ${company.seed}, ${company.lines} lines, inflation ${company.inflation}: ${result.signals.length} signals, ${candidates.toFixed(1)} s + ${detectors.toFixed(1)} s`,
      );
      if (values.verbose) tellMistakes(result);
      return result;
    } finally {
      await opened.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function tellMistakes({ signals, missed }: MeasuredSignals): void {
  for (const { scheme, repName, month, told } of signals.filter((one) => !one.planted))
    console.error(`  not planted: ${scheme}, ${repName}, ${month}, ${told.marked} of ${told.active}`);
  for (const one of missed) console.error(`  missed: ${one}`);
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const wanted = (what: string): boolean => values.only === undefined || values.only === what;

async function tellPlanted(inflation: number): Promise<void> {
  const all: MeasuredSignals[] = [];
  for (const seed of seeds) all.push(await measured({ seed, lines, inflation, monthEndPeaks: false }));
  console.log(`\nInflation ${percent(inflation)}, ${lines} lines, median (worst) of ${seeds.length} seeds`);
  console.log('| scheme | cases a seed | recall | precision |\n| --- | --: | --: | --: |');
  const [first] = all;
  for (const [index, { number }] of (first?.bySchemes ?? []).entries()) {
    const own = all.flatMap(({ bySchemes }) => bySchemes[index] ?? []);
    const recalls = own.map(({ planted, right }) => right / planted);
    // Whoever says nothing says nothing wrong.
    const precisions = own.map(({ signals, right }) => (signals === 0 ? 1 : right / signals));
    const told = (values: readonly number[]) =>
      `${percent(median(values))} (${percent(Math.min(...values))})`;
    console.log(
      `| ${[number, median(own.map(({ planted }) => planted)), told(recalls), told(precisions)].join(' | ')} |`,
    );
  }
}

async function tellHonest(): Promise<void> {
  const rates: number[] = [];
  for (const seed of seeds) {
    const { signals, repMonths } = await measured({ seed, lines, inflation: 0, monthEndPeaks: true });
    rates.push((100 * signals.length) / repMonths);
  }
  console.log(
    `\nHonest peaks at month ends: ${median(rates).toFixed(2)} signals per 100 rep-months (worst ${Math.max(...rates).toFixed(2)})`,
  );
}

if (wanted('planted')) await tellPlanted(0.3);
if (wanted('small')) await tellPlanted(0.15);
if (wanted('honest')) await tellHonest();
const large = Number(values.large);
if (large > 0) {
  const { seconds, bySchemes, repMonths } = await measured({
    ...{ seed: 1, lines: large, inflation: 0.3, monthEndPeaks: false },
  });
  const [planted, right] = [
    bySchemes.reduce((sum, one) => sum + one.planted, 0),
    bySchemes.reduce((sum, one) => sum + one.right, 0),
  ];
  console.log(
    `\n${large} lines, ${repMonths} rep-months: detectors ${seconds.detectors.toFixed(1)} s, candidates of duplicates ${seconds.candidates.toFixed(1)} s, ${right} of ${planted} cases`,
  );
}
