// `npm run screenshots [-- FOLDER]`: every screen of the demo company, light and dark, 1366 × 768 at 2×, into docs/images/web.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { openApplication } from '../src/application.ts';
import { bonusScheme } from '../src/domain/bonus/scheme.ts';
import { startServer } from '../src/edges/http/server.ts';

const folder = process.argv[2] ?? path.join(import.meta.dirname, '../docs/images/web');

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What has to be there before the picture is taken. */
  readonly sign: string;
  readonly before?: (page: Page) => Promise<void>;
  readonly width?: number;
  readonly height?: number;
}

const state = (search: Readonly<Record<string, unknown>>): string =>
  `?${new URLSearchParams(Object.entries(search).map(([name, value]): [string, string] => [name, JSON.stringify(value)]))}`;

const screens: readonly Screen[] = [
  { name: 'dashboard', path: '/', sign: '[data-ready] svg path' },
  {
    name: 'drill',
    path: '/',
    sign: '[data-ready]',
    before: async (page) => {
      await page.getByRole('button', { name: /Потерянные|Ещё не сработали/ }).click();
      await page.getByTestId('drill').locator('tbody tr').first().waitFor();
    },
  },
  {
    name: 'explorer',
    path: '/explorer',
    sign: '[data-testid=grid]',
    before: async (page) => {
      const rows = page.getByTestId('grid').locator('tbody tr');
      await rows.nth(1).getByRole('button').first().click();
      await rows.nth(3).getByRole('button').nth(-2).click();
      await page.getByTestId('drill').locator('tbody tr').nth(5).waitFor();
    },
  },
  { name: 'explorer-chart', path: `/explorer${state({ as: 'chart' })}`, sign: '[role=img] svg' },
  { name: 'design', path: '/design', sign: '[role=img] svg', height: 1400 },
  { name: 'customers', path: '/customers', sign: 'main a[href*="/customers/client/"]' },
  {
    name: 'customer',
    path: '/customers',
    sign: 'main a[href*="/customers/client/"]',
    before: async (page) => {
      await page.locator('a[href*="/customers/client/"]').first().click();
      await page.locator('h1').waitFor();
    },
  },
  { name: 'plan', path: '/plan', sign: 'td[data-column=forecast]' },
  { name: 'calls', path: '/calls', sign: 'article[data-loaded]', width: 390, height: 844 },
  { name: 'calls-wide', path: '/calls', sign: 'article[data-loaded]' },
  { name: 'bonus', path: '/bonus', sign: 'main table' },
  { name: 'integrity', path: '/integrity', sign: 'main h1' },
  { name: 'quality', path: '/quality', sign: 'main h1' },
  { name: 'duplicates', path: '/duplicates', sign: 'main h1' },
  { name: 'data', path: '/data', sign: 'main table' },
  { name: 'import', path: '/data/import', sign: 'main h1' },
  { name: 'settings', path: `/settings${state({ tab: 'calendar' })}`, sign: 'main h1' },
];

// In the middle of a month there is something to foresee.
const lastDay = '2026-11-18';
process.env.AKB_TODAY ??= '2026-11-19';
const dataDir = mkdtempSync(path.join(tmpdir(), 'akb-screenshots-'));
const application = await openApplication({
  dataDir,
  demo: { lines: 300_000, until: lastDay, seed: 1 },
});
await application.demo(() => undefined);
await application.keepReady();
await planAndPay();
const binding = { host: '127.0.0.1', port: 0 };
const server = await startServer({ application, dataDir, binding, version: 'screenshots' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(folder, { recursive: true });
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      deviceScaleFactor: 2,
      locale: 'ru',
      viewport: { width: 1366, height: 768 },
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(server.newLink());
    await page.locator('[data-ready]').waitFor();
    for (const { name, path: address, sign, before, width = 1366, height = 768 } of screens) {
      await page.setViewportSize({ width, height });
      await page.goto(new URL(address, server.url).href);
      await page.locator(sign).first().waitFor();
      await before?.(page);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(400);
      // A fifth of a PNG, and browsers and GitHub show it.
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 90 });
      writeFileSync(path.join(folder, `${name}.${colorScheme}.webp`), Buffer.from(data, 'base64'));
      console.log(`${name}.${colorScheme}.webp`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  await application.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Plans of the running month and of the one before, and a scheme of premiums. */
async function planAndPay(): Promise<void> {
  const levels = ['company', 'branch', 'department', 'team', 'rep'] as const;
  for (const period of ['2026-10', '2026-11']) {
    const targets = [];
    for (const level of levels)
      for (const metric of ['activeBase', 'sales'] as const) {
        const by = { goal: { kind: 'growByPercent', percent: '3' } } as const;
        const found = await application.plans.propose({ period, level, metric, base: 'previous', by });
        targets.push(...found.targets.map(({ base: _, name: __, ...target }) => target));
      }
    await application.plans.save(period, { version: 0, comment: 'прошлый месяц и 3 %', targets });
  }
  const line = { kind: 'line', threshold: '0.8', cap: '1.2' } as const;
  const scheme = bonusScheme.parse({
    ...{ name: 'Торговые представители', from: '2026-10', whom: { level: 'rep' }, base: '30000' },
    parts: [
      { metric: 'sales', weight: '0.6', scale: line },
      { metric: 'activeBase', weight: '0.4', scale: line },
    ],
  });
  await application.bonus.saveScheme({ id: null, version: 0, scheme });
}
