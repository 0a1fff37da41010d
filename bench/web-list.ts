import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser, Page } from 'playwright-core';
import { openApplication } from '../src/application.ts';
import { startServer } from '../src/edges/http/server.ts';
import { inn10 } from '../src/use-cases/demo/identifiers.ts';
import { type SalesDocument, salesDocument } from './sales.ts';
import { writeShipmentsFile } from './shipments-file.ts';

/** What a long list costs whoever scrolls it and searches in it; all in ms. */
export interface ListCost {
  /** From one frame to the next while rows pass by as fast as a wheel is turned. */
  readonly frames: readonly number[];
  /** From a key to the list that answers it. */
  readonly searches: readonly number[];
  /** The first order by name after the import, and the next one. */
  readonly sorts: readonly [number, number];
}

const names = 'Ромашка Василёк Ландыш Берёза Калина Рябина Сосна Клевер Мята Лаванда'.split(' ');
const kinds = 'ООО АО ИП ТД'.split(' ');

function* oneEach(customers: number): Generator<SalesDocument> {
  const plan = { lines: customers, months: 3, from: '2026-08', clients: 1, products: 500, reps: 120 };
  for (let index = 0; index < customers; index++) {
    const document = salesDocument(plan, index);
    const name = `${names[index % names.length]}-${index} ${kinds[(index >> 3) % kinds.length]}`;
    yield {
      ...document,
      isReturn: false,
      client: { code: `К-${index}`, name, inn: inn10(index) },
      rep: `Агент ${index % 120}`,
      lines: document.lines.slice(0, 1).map((line) => ({
        ...line,
        quantity: Math.abs(line.quantity),
        net: Math.abs(line.net),
        gross: Math.abs(line.gross),
      })),
    };
  }
}

/**
 * A company of so many customers with a document each, and its list in a browser. Nothing is prepared in the
 * background, as a started program would: the first order and the first search are those of somebody who asks at once.
 */
export async function costOfList(browser: Browser, customers: number): Promise<ListCost> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-bench-list-'));
  const file = join(dataDir, 'sales.csv');
  await writeShipmentsFile(file, oneEach(customers));
  const application = await openApplication({ dataDir });
  const binding = { host: '127.0.0.1', port: 0 };
  const server = await startServer({ application, dataDir, binding, version: 'bench' });
  try {
    const prepared = await application.prepareImport(
      [file],
      {},
      async () => undefined,
      () => undefined,
    );
    await prepared.apply();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(server.newLink());
    await page.locator('[data-ready]').first().waitFor();
    await page.goto(new URL('/customers', server.url).href);
    await settled(page);
    const first = await took(page, () => sortByName(page));
    const sorts = [first, await took(page, () => sortByName(page))] as const;
    const frames = await scrolled(page);
    const searches = await searched(page);
    return { frames, searches, sorts };
  } finally {
    await server.close();
    await application.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const list = '[data-scroll-restoration-id=customers]';

/** One letter finds more than a search says: that it has to say more is an answer too. */
const settled = (page: Page): Promise<void> =>
  page
    .locator(`${list}[data-ready], main :is([role=alert], [role=note])`)
    .first()
    .waitFor({ timeout: 120_000 });

async function took(page: Page, act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  await settled(page);
  return performance.now() - began;
}

/** The list is asked for; a waiting pause of the field is part of what whoever types waits for. */
const asked = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/sets/members'), { timeout: 120_000 });

async function sortByName(page: Page): Promise<void> {
  const answered = asked(page);
  await page.locator(`${list} thead th[scope=col] button`).first().click();
  await answered;
}

interface Scrolling {
  readonly document: { querySelector(selector: string): { scrollTop: number } };
  requestAnimationFrame(next: (now: number) => void): void;
}

/** 90 px a frame: 5,400 px a second, which is nearly two hundred rows. */
const scrolled = (page: Page): Promise<number[]> =>
  page.evaluate(
    ([selector, count]) =>
      new Promise<number[]>((done) => {
        const { document, requestAnimationFrame } = globalThis as unknown as Scrolling;
        const scroller = document.querySelector(selector);
        const frames: number[] = [];
        let before: number | undefined;
        requestAnimationFrame(function frame(now) {
          if (before !== undefined) frames.push(now - before);
          before = now;
          scroller.scrollTop += 90;
          if (frames.length < count) requestAnimationFrame(frame);
          else done(frames);
        });
      }),
    [list, 600] as const,
  );

/** Letter by letter: each is answered before the next one is typed. */
async function searched(page: Page): Promise<number[]> {
  const field = page.locator('[data-page-search]');
  const times: number[] = [];
  for (const word of ['ромашка-12', 'лаванда-99', inn10(1234).slice(0, 8)]) {
    await field.fill('');
    await settled(page);
    for (const letter of word)
      times.push(
        await took(page, async () => {
          const answered = asked(page);
          await field.pressSequentially(letter);
          await answered;
        }),
      );
  }
  return times;
}
