// `npm run bench:forecast [-- --lines N] [-- --runs N] [-- --public-only]`: how wrong forecasts are beside a straight line, and how long the plan beside the fact takes.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addMonths } from '../src/domain/iso-date.ts';
import { type CustomerQuality, customerQuality } from './forecast/customers.ts';
import { demoCustomers, demoPaths, planFactTimes } from './forecast/demo.ts';
import { adventureWorks, onlineRetail, onlineRetailCustomers } from './forecast/public-data.ts';
import { type Quality, qualityOf, quarters } from './forecast/quality.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '40' },
    'public-only': { type: 'boolean', default: false },
  },
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const three = (shares: readonly number[], say: (share: number) => string): string =>
  shares.map(say).join(' / ');

function told(what: string, { months, chosen, linear, choices, within }: Quality, target: string): string {
  const ratios = chosen.map((error, at) => error / (linear[at] ?? Number.NaN));
  return `| ${[
    ...[what, months, three(chosen, percent), three(linear, percent)],
    ...[three(ratios, (ratio) => ratio.toFixed(2)), target],
    Object.entries(choices)
      .map(([name, times]) => `${name} ${times}`)
      .join(', '),
    within === null ? '—' : percent(within),
  ].join(' | ')} |`;
}

const share = (value: number): string => (Number.isNaN(value) ? '—' : (100 * value).toFixed(0));
const bucket = ({ asked, said, bought }: CustomerQuality['buckets'][number]): string =>
  asked === 0 ? '—' : `${share(said)} → ${share(bought)} (${asked})`;

/** Of single customers. */
function tellCustomers(what: string, all: readonly CustomerQuality[]): void {
  const shown = ['0–10 %', '10–30', '30–50', '50–70', '70–90', '90–100'];
  const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
  console.log(`\n${what}: foreseen → found, % (how many), of customers who had not yet bought in the month`);
  row(['passed', ...shown, 'Brier', 'by share of months', 'by their rest', 'money of all', 'straight on']);
  row(['--:', ...shown.map(() => '---'), '--:', '--:', '--:', '--:', '--:']);
  for (const [at, one] of all.entries()) {
    const briers = [one.brier, one.brierByMonths, one.brierByRest].map((brier) => brier.toFixed(4));
    row([
      percent(quarters[at] ?? 0),
      ...one.buckets.map(bucket),
      ...briers,
      percent(one.money),
      percent(one.moneyStraight),
    ]);
  }
  console.log('\nOf reaching what an average month of his brought, while he was below it:');
  row(['passed', ...shown, 'Brier']);
  row(['--:', ...shown.map(() => '---'), '--:']);
  for (const [at, one] of all.entries())
    row([percent(quarters[at] ?? 0), ...one.plans.map(bucket), one.plansBrier.toFixed(4)]);
}

/** Both included. */
function monthsBetween(from: string, to: string): string[] {
  const months = [from];
  while ((months.at(-1) ?? to) < to) months.push(addMonths(`${months.at(-1)}-01`, 1).slice(0, 7));
  return months;
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, load average ${loadavg()[0]?.toFixed(1)}\n`);
console.log(
  'Mean absolute error after 25 / 50 / 75 % of the working days, each month from those before it.\n',
);
console.log('| data | months | chosen | linear | ratio | target | chosen by | finals in the 80 % interval |');
console.log('| --- | --: | --: | --: | --: | --- | --- | --: |');
const retail = onlineRetail();
const resellers = adventureWorks();
if (retail === null || resellers === null) console.error('public data sets are not beside the repository');
if (retail !== null)
  console.log(
    told(
      'Online Retail, 2011-03 … 2011-11',
      qualityOf([retail], (month) => month >= '2011-03' && month <= '2011-11'),
      '≤ 8 / 7 / 5 %',
    ),
  );
if (resellers !== null)
  console.log(
    told(
      'AdventureWorks, 2018-01 … 2020-05',
      qualityOf([resellers], (month) => month >= '2018-01'),
      '≤ 1.10 × linear',
    ),
  );
const shoppers = onlineRetailCustomers();
if (shoppers !== null)
  tellCustomers(
    'Online Retail, 2011-03 … 2011-11',
    customerQuality(shoppers.histories, monthsBetween('2011-03', '2011-11'), shoppers.workingDays),
  );
if (values['public-only']) process.exit();
const dataDir = await mkdtemp(join(tmpdir(), 'akb-bench-forecast-'));
try {
  console.error('… making the demo company');
  const times = await planFactTimes(dataDir, Number(values.lines), Number(values.runs));
  const paths = await demoPaths(dataDir);
  const isLate = (month: string): boolean => month >= '2025-04' && month <= '2026-09';
  for (const [level, nodes] of Object.entries(paths))
    console.log(told(`demo, ${level}`, qualityOf(nodes, isLate), level === 'company' ? 'curve' : '—'));
  const { histories, workingDays } = await demoCustomers(dataDir);
  tellCustomers(
    'demo, 2025-10 … 2026-09',
    customerQuality(histories, monthsBetween('2025-10', '2026-09'), workingDays),
  );
  const { rows, reps, first, cpu, p50, p95 } = times;
  console.log(
    `\nPlan beside fact with forecast, ${rows} targets (${reps} reps and all above them): first ${first} ms, then p50 ${p50} ms, p95 ${p95} ms, CPU ${cpu} ms a call (target ≤ 400 ms); load average ${loadavg()[0]?.toFixed(1)}.`,
  );
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
