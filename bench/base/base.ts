import { rm, stat, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApplication } from '../../src/application.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import { inChild } from '../child-process.ts';
import { companyOf } from '../engine/company.ts';
import type { DataRequest } from '../engine/data-folder.ts';
import { percentile } from '../engine/timing.ts';
import { type Answered, asked, askOpenLoop } from './ask.ts';
import { fill, type Sizes } from './fill.ts';
import { baseFolder } from './folder.ts';
import { onPostgres } from './postgres.ts';

const help = `npm run bench:base -- [--scale N] [options]

--scale N    one Nth of the full size, which is 300,000 customers, 1 M contacts and 5 M entries (1)
--seconds N  how long is asked (60)
--rate N     requests a second (20)
--engine E   embedded, postgres, or both (both)
--fresh      write everything anew`;

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '20' },
    engine: { type: 'string', default: 'both' },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [scale = 0, seconds = 0, rate = 0] = [values.scale, values.seconds, values.rate].map(Number);
const targets = { p95: 200, most: 2000 };
const say = (text: string): void => console.error(`${Math.round(performance.now() / 1000)} s … ${text}`);

if (values.help || !(scale >= 1 && seconds >= 1 && rate >= 1)) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else await run();

async function run(): Promise<void> {
  const lines = Math.max(20_000, Math.ceil(20_000_000 / scale));
  const company = companyOf(lines);
  const sizes: Sizes = {
    customers: company.customers,
    contacts: Math.ceil(1_000_000 / scale),
    entries: Math.ceil(5_000_000 / scale),
  };
  const folder = await baseFolder(lines);
  if (values.fresh) await rm(folder, { recursive: true, force: true });
  say(`load average ${loadavg()[0]?.toFixed(1)}; ${JSON.stringify(sizes)}`);
  const request: DataRequest = { folder, lines, keepDerived: true };
  await inChild('./engine/prepare-data-child.ts', request);
  const dataDir = join(folder, 'data');
  await filled(folder, sizes);
  if (values.engine !== 'postgres') report('embedded', await measure({ dataDir }, sizes));
  if (values.engine !== 'embedded')
    await onPostgres(folder, say, async (postgresUrl) =>
      report('PostgreSQL', await measure({ dataDir, postgresUrl }, sizes)),
    );
}

async function filled(folder: string, sizes: Sizes): Promise<void> {
  const marker = join(folder, 'texts-are-written');
  if ((await stat(marker).catch(() => null)) !== null) return;
  say('contacts and entries');
  const records = await openRecords({ dataDir: join(folder, 'data') });
  await fill(records, sizes);
  await records.close();
  await writeFile(marker, '');
}

async function measure(
  config: { dataDir: string; postgresUrl?: string },
  { customers }: Sizes,
): Promise<Answered> {
  const application = await openApplication(config);
  try {
    say('made ready');
    await application.keepReady();
    await application.search.find('разогрев');
    await askOpenLoop(application, { seconds: 10, rate: Math.min(rate, 5), customers });
    say(`load average ${loadavg()[0]?.toFixed(1)}; ${rate} requests a second for ${seconds} s`);
    return await askOpenLoop(application, { seconds, rate, customers });
  } finally {
    await application.close();
  }
}

function report(name: string, { took, failed, slowest }: Answered): void {
  const all = asked.flatMap((kind) => took[kind]);
  const rows = [...asked.map((kind) => [kind, took[kind]] as const), ['all', all] as const];
  console.log(`\n| ${name} | requests | p50, ms | p95, ms | max, ms |\n| --- | --- | --- | --- | --- |`);
  for (const [kind, times] of rows)
    console.log(
      `| ${kind} | ${times.length} | ${[50, 95, 100].map((part) => Math.round(percentile(times, part))).join(' | ')} |`,
    );
  const [p95, most] = [percentile(all, 95), percentile(all, 100)];
  const met = p95 <= targets.p95 && most <= targets.most && failed.length === 0;
  console.log(
    `Targets (p95 ≤ ${targets.p95} ms, none over ${targets.most} ms): ${met ? 'met' : 'missed'}; failed ${failed.length}; slowest search: ${slowest}`,
  );
  for (const one of failed.slice(0, 3)) console.log(one);
}
