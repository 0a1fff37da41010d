// `npm run bench:calls [-- --scale N]`: the work list of 300,000 customers, worked out and served.
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApplication } from '../src/application.ts';
import { folderHolder, type Viewer } from '../src/domain/access.ts';
import { baseFolder } from './base/folder.ts';
import { inChild } from './child-process.ts';
import { companyOf } from './engine/company.ts';
import { type DataRequest, openData } from './engine/data-folder.ts';
import { percentile } from './engine/timing.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '30' },
    fresh: { type: 'boolean', default: false },
  },
});
const lines = Math.max(20_000, Math.ceil(20_000_000 / Number(values.scale)));
const runs = Number(values.runs);
const company = companyOf(lines);
// The same folder as that of `bench:base`: contacts and entries make no difference to the list.
const folder = await baseFolder(lines);
if (values.fresh) await rm(folder, { recursive: true, force: true });
const request: DataRequest = { folder, lines, keepDerived: true };
await inChild('./engine/prepare-data-child.ts', request);

// What an earlier run has worked out is worked out anew.
const { stores, close } = await openData(folder, lines);
for (const table of ['rhythm', 'rhythm_build']) await stores.warehouse.run(`TRUNCATE TABLE ${table}`);
await close();

const application = await openApplication({ dataDir: join(folder, 'data') });
try {
  const rep: Viewer = { ...folderHolder, role: 'rep', scope: { nodes: [{ dimension: 'rep', member: 1 }] } };
  const own = application.as(rep);
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  // The engine has just started: what that costs is not the list's.
  await application.dataState();
  const load = loadavg()[0]?.toFixed(1);
  const before = process.cpuUsage();
  const first = await timed(() => application.calls.page({ limit: 50 }));
  const { user, system } = process.cpuUsage(before);
  const { rows, groups } = await own.calls.page({ limit: 50 });
  const someone = (at: number): number => rows[at % rows.length]?.id ?? 0;
  let at = 0;
  const asked = {
    'page of the whole company': () => application.calls.page({ limit: 50 }),
    'the same by effect on the plan': () => application.calls.page({ limit: 50, sort: 'plan' }),
    'page of a rep': () => own.calls.page({ limit: 50 }),
    'what a rep has before a call': () => own.calls.card(someone(at++)),
    'a result and the page after it': async () => {
      await own.calls.record({ id: someone(at++), outcome: 'noAnswer' });
      return await own.calls.page({ limit: 50 });
    },
  };
  console.log(
    `${company.customers} customers, ${lines} lines, load average ${load}; of the rep ${groups.map(({ group, size }) => `${group} ${size}`).join(', ')}`,
  );
  console.log('| what | p50, ms | p95, ms | CPU, ms | target |\n| --- | ---: | ---: | ---: | --- |');
  console.log(
    `| worked out and shown for the first time | ${Math.round(first)} | | ${Math.round((user + system) / 1000)} | 5,000 |`,
  );
  for (const [what, ask] of Object.entries(asked)) {
    await ask();
    const times: number[] = [];
    const begun = process.cpuUsage();
    for (let run = 0; run < runs; run++) times.push(await timed(ask));
    const cpu = process.cpuUsage(begun);
    console.log(
      `| ${what} | ${[50, 95].map((part) => Math.round(percentile(times, part))).join(' | ')} | ${Math.round((cpu.user + cpu.system) / 1000 / runs)} | 100 |`,
    );
  }
} finally {
  await application.close();
}
