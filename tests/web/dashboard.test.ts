import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLongRun } from '../budget.ts';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

/** Of everything that a first visit fetches but data and what is fetched for charts; headers count 300 each, half of what they weigh. */
const bytesFetched = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { document, performance } = globalThis as unknown as {
      document: { fonts: { ready: Promise<unknown> } };
      performance: { getEntries(): { readonly name: string; readonly transferSize?: number }[] };
    };
    await document.fonts.ready;
    return performance
      .getEntries()
      .filter(({ name }) => !/\/api\/|chart/.test(name))
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  });

describeInBrowser('the dashboard', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  test.each([
    ['light', false, 'ru', 'Активная клиентская база'],
    ['dark', true, 'en', 'Active customer base'],
  ] as const)('shows the base in the %s theme, to everybody', async (_theme, dark, language, title) => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), { dark, language });
    await page.locator('[data-ready]').waitFor();
    expect(await page.locator('h1').innerText()).toContain(title);
    await page.locator('svg path').first().waitFor();
    expect(await bytesFetched(page)).toBeLessThan(340_000);
    await expectAccessible(page);
    // On paper: black on white from either theme, and nothing that leads elsewhere.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav:visible').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe(
      'rgb(20, 25, 28)',
    );
    const chart = page.locator('[role=img] > div > svg').first();
    await expect.poll(() => chart.innerHTML()).toMatch(/#14191c/i);
    expect(complaints).toEqual([]);
    await close();
  });

  test('on a phone no screen goes beyond its side', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      width: 360,
      height: 740,
    });
    await page.locator('[data-ready]').waitFor();
    await page.goto('/customers');
    const card = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
    const settings = ['methods', 'calendar', 'organisation', 'keys', 'personal', 'audit', 'mine', 'users'];
    const wide: string[] = [];
    for (const place of [
      ...[
        '/',
        '/explorer',
        '/customers',
        card,
        '/data',
        '/data/import',
        '/quality',
        '/groups',
        '/prospects',
        '/removed',
      ],
      ...settings.filter((_, at) => isLongRun || at % 3 === 0).map((tab) => `/settings?tab=${tab}`),
    ]) {
      await page.goto(place);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      const beyond = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
      if (beyond > 0) wide.push(`${place}: ${beyond} px`);
    }
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('every figure is a door: the list behind it is as long as the figure says', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const [answer] = await company.application.tables([
      {
        metrics: ['activeBase', 'lost', 'inactive'],
        rows: [],
        columns: [],
        period: '2026-10',
        unit: 'client',
        methods: [{ id: 'main' }],
        slice: [],
        history: 'slice',
        attributes: 'today',
        compare: [],
      },
    ]);
    const figures = answer?.cells[0]?.figures;
    const number = (value: unknown) => Number(value).toLocaleString('ru').replace(/\s/g, ' ');
    // The bridge as a picture says what it says on the page, and needs no page to.
    await page.getByRole('button', { name: /Потерянные/ }).hover();
    await page.getByRole('button', { name: /^Сохранить картинку: Из чего/ }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Сохранить как SVG' }).click();
    const picture = await readFile(await (await saved).path(), 'utf8');
    expect(picture).toContain(`>${number(figures?.lost)}</text>`);
    expect(picture).toMatch(/Потерянные<.*rgb\(201, 84, 12\)/);
    expect(picture).not.toMatch(/var\(|class=/);
    const drawer = page.getByTestId('drill');
    for (const [name, figure] of [
      ['Потерянные', figures?.lost],
      ['Неактивных', figures?.inactive],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await drawer.getByRole('heading', { name: new RegExp(`^${number(figure)}\\s`) }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('the address keeps what is open: a link reproduces it', async () => {
    const first = await openWindow(company.server.newLink());
    await first.page
      .getByRole('button', { name: /Вернувшиеся/ })
      .first()
      .click();
    const title = first.page.getByTestId('drill').getByRole('heading');
    await expect.poll(() => title.innerText()).toMatch(/\d/);
    const shown = await title.innerText();
    const address = first.page.url();
    await first.page.goto('about:blank');
    await first.page.goto(address);
    await expect.poll(() => title.innerText()).toBe(shown);
    await first.close();
  });

  test('a link that has been opened, or has expired, opens nothing and says how to get another one', async () => {
    const link = company.server.newLink();
    const expired = company.server.newLink();
    const first = await openWindow(link);
    await first.page.locator('[data-ready]').waitFor();
    company.passes(11);
    for (const useless of [link, expired]) {
      const { page, close } = await openWindow(useless);
      await page.getByText('Новую показывает команда akb open').waitFor();
      expect(await page.getByRole('navigation').count()).toBe(0);
      await expectAccessible(page);
      await page.goto(company.server.newLink());
      await page.locator('[data-ready]').waitFor();
      await close();
    }
    await first.close();
  });

  test('what stands wrongly in the address is left out', async () => {
    const { page, close } = await openWindow(company.server.newLink());
    await page.locator('[data-ready]').waitFor();
    await page.goto('/?unit=%22martians%22&drill=%7B%22set%22%3A1%7D&period=%222026-10%22');
    await page.locator('[data-ready]').waitFor();
    expect(await page.locator('h1').innerText()).toContain('октябрь 2026');
    await page.goto('/?period=%22%D0%BD%D0%B8%D0%BA%D0%BE%D0%B3%D0%B4%D0%B0%22');
    await page.getByText('не распознан').first().waitFor();
    await close();
  });

  test('a server that goes away is missed, and asked again when it is back', async () => {
    const { page, close } = await openWindow(company.server.newLink());
    await page.locator('[data-ready]').waitFor();
    const title = await page.locator('h1').boundingBox();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /Потерянные/ }).click();
    await page.getByText('Нет связи с сервером').waitFor();
    // Nothing moves away from under the pointer.
    expect(await page.locator('h1').boundingBox()).toEqual(title);
    await page.context().setOffline(false);
    await page.getByText('Нет связи с сервером').waitFor({ state: 'detached' });
    await page.getByTestId('drill').getByRole('heading').waitFor();
    await close();
  });
});
