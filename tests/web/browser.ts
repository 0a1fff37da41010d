import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, onTestFailed, test } from 'vitest';
import { patience } from '../patience.ts';

const missing = process.env.AKB_CHROMIUM_MISSING;
const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

let launched: Promise<Browser> | undefined;

/** One Chromium for all the suites of a process. */
const browser = (): Promise<Browser> => {
  launched ??= chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  return launched;
};

/** A suite in real Chromium. Where there is none it is skipped with the reason, or fails with it when CI=true. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (missing === undefined) {
    describe(name, () => {
      afterAll(async () => {
        const open = await launched;
        launched = undefined;
        await open?.close();
      });
      suite();
    });
  } else if (process.env.CI === 'true') {
    test(name, () => {
      throw new Error(missing);
    });
  } else describe.skip(`${name}: ${missing}`, suite);
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the console, and answers of the server that failed; a test may empty it. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly dark?: boolean;
  readonly language?: 'ru' | 'en';
  readonly width?: number;
  readonly height?: number;
  /** The page that it opens, with the session of the link; left out: the link itself. */
  readonly at?: string;
}

/** A window of somebody's own: no cookies, no storage of others. */
export async function openWindow(url: string, options: WindowOptions = {}): Promise<Window> {
  const { dark = false, language = 'ru', width = 1366, height = 768, at } = options;
  const context = await (await browser()).newContext({
    baseURL: new URL(url).origin,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    acceptDownloads: true,
  });
  await context.addInitScript((chosen) => localStorage.setItem('akb-language', chosen), language);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  const origin = new URL(url).origin;
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(origin) && !/^(data|blob):/.test(to)) complaints.push(`asked elsewhere: ${to}`);
  });
  tellWhenFailed(page, complaints);
  if (at !== undefined) await signIn(context, url);
  await page.goto(at ?? url);
  return { page, context, complaints, close: () => context.close() };
}

/** What the page of a link does. */
async function signIn({ request }: BrowserContext, link: string): Promise<void> {
  const answer = await request.post('/api/v1/session', { data: { token: new URL(link).hash.slice(1) } });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** A test that waits in vain for something on a page says nothing of what was there instead. */
function tellWhenFailed(page: Page, complaints: readonly string[]): void {
  if (expect.getState().currentTestName === undefined) return;
  onTestFailed(async () => {
    if (page.isClosed()) return;
    const shown = await page.locator('body').innerText({ timeout: 5000 }).catch(String);
    console.error(`${page.url()}\n${complaints.join('\n')}\n${shown.slice(0, 4000)}`);
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Fading {
  readonly finished: Promise<unknown>;
  readonly effect: { getComputedTiming(): { readonly endTime: number } } | null;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** No violation of WCAG 2.2 A and AA that axe knows. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has the contrast of nothing; what has just come begins to with the next frames.
  await page.evaluate(async () => {
    const { document, requestAnimationFrame } = globalThis as unknown as {
      document: { getAnimations(): Fading[] };
      requestAnimationFrame(then: () => void): void;
    };
    const frame = () => new Promise<void>((then) => requestAnimationFrame(() => then()));
    for (let again = 0; again < 5; again++) {
      await frame();
      await frame();
      const ending = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      if (ending.length === 0) break;
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }
  });
  // The page's policy lets no script of a test in; the debugger's own world is not bound by it.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(what: object, how: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Naming every element that passes as well takes half of the time.
    const how = { runOnly: tags, resultTypes: ['violations'] };
    return (await axe.run({ include: [['body']] }, how)).violations;
  });
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  );
  expect(found).toEqual([]);
}
