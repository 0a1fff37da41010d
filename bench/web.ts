// `npm run bench:web [-- --lines N] [-- --runs N] [-- --customers N]`: what the web application costs a person with a browser on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { openApplication } from '../src/application.ts';
import { startServer } from '../src/edges/http/server.ts';
import { costOfList } from './web-list.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '7' },
    customers: { type: 'string', default: '100000' },
  },
});
const lines = Number(values.lines);
const runs = Number(values.runs);
const customers = Number(values.customers);

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
}

const observers = `
globalThis.akbSeen = { shift: 0, longest: 0 };
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) akbSeen.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  const loaded = performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0;
  for (const { startTime, duration } of list.getEntries())
    if (startTime > loaded) akbSeen.longest = Math.max(akbSeen.longest, duration);
}).observe({ type: 'longtask', buffered: true });
`;

const dataDir = await mkdtemp(join(tmpdir(), 'akb-bench-web-'));
const application = await openApplication({
  dataDir,
  demo: { lines, until: '2026-10-31', seed: 1 },
});
console.error('… making the demo company');
await application.demo(() => undefined);
await application.keepReady();
const binding = { host: '127.0.0.1', port: 0 };
const server = await startServer({ application, dataDir, binding, version: 'bench' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await watch(page);
  const bytes = await firstLoad(page, server.newLink());
  const dashboard = await times(runs, () => interactive(page, '/', '[data-ready] svg'));
  const { shift, longest } = await whatTheBrowserSaw(page);
  const bare = await times(runs, () => interactive(page, '/no-such-page', 'h1'));
  await interactive(page, '/', '[data-ready] svg');
  const drawer = await times(runs, () => drill(page));
  print([
    { what: 'first load, all but charts', value: bytes / 1000, unit: 'KB', target: 350 },
    { what: 'dashboard interactive after navigation', value: dashboard, unit: 'ms', target: 1500 },
    { what: 'drill drawer with its list', value: drawer, unit: 'ms', target: 300 },
    { what: 'layout shift of the dashboard (CLS)', value: shift, unit: '', target: 0.02 },
    { what: 'longest task after load', value: longest, unit: 'ms', target: 200 },
  ]);
  console.log(
    `\nA page without data of the same application (the baseline) takes ${bare.toFixed(0)} ms: the dashboard ${(dashboard / bare).toFixed(1)} times as long.`,
  );
} finally {
  await server.close();
  await application.close();
  await rm(dataDir, { recursive: true, force: true });
}
try {
  // A process has one embedded warehouse open.
  console.error(`… importing a company of ${customers} customers`);
  const { frames, searches, sorts } = await costOfList(browser, customers);
  console.log(`\nThe list of ${customers} customers (a screen of 60 Hz shows a frame in 16.7 ms)\n`);
  print([
    { what: 'frame while rows pass by, p50', value: part(frames, 0.5), unit: 'ms', target: 16.7 },
    { what: 'frame while rows pass by, p95', value: part(frames, 0.95), unit: 'ms', target: 16.7 },
    { what: 'a letter of a search to its list, p50', value: part(searches, 0.5), unit: 'ms', target: 200 },
    { what: 'a letter of a search to its list, p95', value: part(searches, 0.95), unit: 'ms', target: 1000 },
    { what: 'first order by name after the import', value: sorts[0], unit: 'ms', target: 1000 },
    { what: 'next order by name', value: sorts[1], unit: 'ms', target: 300 },
  ]);
} finally {
  await browser.close();
}

/** Bytes as sent, of everything that a first visit fetches but data and what is fetched for charts. */
async function firstLoad(page: Page, link: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  let sum = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!/\/api\/|chart/.test(urls.get(requestId) ?? '')) sum += encodedDataLength;
  });
  await page.goto(link);
  await page.locator('[data-ready] svg').first().waitFor();
  // Letters come last; what is fetched ahead for later comes after three seconds.
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(500);
  await session.detach();
  return sum;
}

async function interactive(page: Page, path: string, sign: string): Promise<number> {
  const began = performance.now();
  await page.goto(new URL(path, server.url).href);
  await page.locator(sign).first().waitFor();
  return performance.now() - began;
}

async function drill(page: Page): Promise<number> {
  const began = performance.now();
  await page.getByRole('button', { name: /Потерянные/ }).click();
  await page.getByTestId('drill').locator('tbody tr').first().waitFor();
  const took = performance.now() - began;
  await page.keyboard.press('Escape');
  await page.getByTestId('drill').waitFor({ state: 'detached' });
  return took;
}

/** Observers that are there before the page is. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript({ content: observers });
}

async function whatTheBrowserSaw(page: Page): Promise<{ shift: number; longest: number }> {
  await page.waitForTimeout(1000);
  return await page.evaluate(
    () => (globalThis as unknown as { akbSeen: { shift: number; longest: number } }).akbSeen,
  );
}

/** The median. */
async function times(count: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < count; run++) all.push(await measure());
  return all.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

/** The value below which a share of all are. */
function part(all: readonly number[], share: number): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length * share)] ?? 0;
}

function print(figures: readonly Figure[]): void {
  console.log(`| what | value | target | of the target |\n| --- | ---: | ---: | ---: |`);
  for (const { what, value, unit, target } of figures) {
    const digits = value < 1 ? 4 : value < 100 ? 1 : 0;
    console.log(
      `| ${what} | ${value.toFixed(digits)} ${unit} | ${target} ${unit} | ${((100 * value) / target).toFixed(0)} % |`,
    );
  }
  const load = loadavg().map((average) => average.toFixed(1));
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${lines} lines, ${runs} runs (median), Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}; load ${load.join(' ')}`,
  );
}
