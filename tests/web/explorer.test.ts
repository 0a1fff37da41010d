import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

/** What a row of the table says, cell by cell. */
const figuresOf = async (page: Page, row: string): Promise<string[]> => {
  const cells = page
    .getByTestId('grid')
    .locator('tr', { has: page.locator('th[scope=row]', { hasText: row }) })
    .first()
    .locator('td');
  return (await cells.allInnerTexts()).map((text) => text.replaceAll(/\s/g, ' ').trim());
};

const plain = (text: string) => text.replaceAll(/\s/g, '');

describeInBrowser('the explorer', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  const opened = (path: string, options: Parameters<typeof openWindow>[1] = {}) =>
    openWindow(company.server.newLink(), { ...options, at: path });

  test.each([
    ['light', false, 'ru', 'Итого разных клиентов', /^Почему/],
    ['dark', true, 'en', 'Different customers', /^Why/],
  ] as const)(
    'shows figures and explains totals in the %s theme',
    async (_theme, dark, language, total, why) => {
      const { page, complaints, close } = await opened('/explorer', { dark, language });
      await page.getByTestId('grid').waitFor();
      const [answer] = await company.application.tables([
        {
          ...{ metrics: ['activeBase'], rows: ['branch', 'salesChannel'], columns: [] },
          ...{ period: '2025-11..2026-10', grain: 'month', whole: true, unit: 'client' },
          ...{ methods: [{ id: 'main' }], slice: [], history: 'slice', attributes: 'today', compare: [] },
        },
      ]);
      const totals = answer?.cells.filter(({ rows }) => rows.length === 0) ?? [];
      const shown = await figuresOf(page, total);
      expect(shown.map((text) => Number(text.replaceAll(/\D/g, '')))).toEqual(
        totals.map(({ figures }) => figures.activeBase),
      );
      await page.locator('tfoot tr').first().locator('button').last().focus();
      const tooltip = page.getByRole('tooltip');
      await tooltip.getByText(why).waitFor();
      const over = totals.at(-1)?.totals?.find((one) => one.over === 'time')?.metrics.activeBase;
      expect(plain(await tooltip.innerText())).toContain(
        plain(Number(over?.sum).toLocaleString(language === 'ru' ? 'ru' : 'en')),
      );
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test('is walked by keys alone: arrows, Enter to the customers, ↑ to the neighbouring cell, Esc back', async () => {
    const { page, complaints, close } = await opened('/explorer');
    const drawer = page.getByTestId('drill');
    await page.getByTestId('grid').locator('[data-at="0 0"]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp'])
      await page.keyboard.press(key);
    const cell = (row: number) => page.getByTestId('grid').locator(`[data-at="${row} 2"]`);
    const heading = (size: string) => drawer.getByRole('heading', { name: new RegExp(`^${size}\\s`) });
    await page.keyboard.press('Enter');
    await heading(await cell(1).innerText()).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowUp');
    await heading(await cell(0).innerText()).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('a figure opens its shipments, and what of them does not count', async () => {
    const { page, complaints, close } = await opened('/explorer');
    await page.getByTestId('grid').locator('tfoot tr').first().locator('button').nth(-2).click();
    const drawer = page.getByTestId('drill');
    await drawer.getByRole('tab', { name: /Отгрузки \d/ }).click();
    const rows = drawer.getByRole('tabpanel').locator('tbody tr');
    await rows.nth(3).waitFor();
    await rows.first().getByRole('button').click();
    await expect.poll(() => rows.nth(1).innerText()).not.toMatch(/№/);
    await expectAccessible(page);
    await drawer.getByRole('tab', { name: /Исключены \d/ }).click();
    await drawer
      .getByText(/возврат/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a filter narrows the table, a file is the table, and a view brings both back', async () => {
    const { page, complaints, close } = await opened(
      '/explorer?rows=["branch"]&compare="none"&grain="quarter"&period="2026-01..2026-09"',
    );
    await page.getByTestId('grid').waitFor();
    const before = await figuresOf(page, 'Итого');
    await page.getByRole('button', { name: 'Фильтр' }).click();
    await page.getByRole('button', { name: 'Канал сбыта' }).click();
    await page.getByRole('textbox', { name: /Найти/ }).fill('horeca');
    await page.getByRole('checkbox', { name: 'HoReCa' }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Показать', exact: true }).click();
    await expect.poll(() => figuresOf(page, 'Итого')).not.toEqual(before);
    const shown = await figuresOf(page, 'Итого');

    await page.getByRole('button', { name: 'Ещё действия' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    const lines = file.trim().split(/\r?\n/);
    expect(lines.at(-1)?.split(';').slice(1)).toEqual(shown.map(plain));
    const names = page.getByTestId('grid').locator('tbody th[scope=row]');
    expect(lines.slice(1, -1).map((line) => line.split(';')[0])).toEqual(await names.allInnerTexts());

    await page.getByRole('button', { name: 'Ещё действия' }).click();
    const savedBook = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /XLSX/ }).click();
    const book = await readXlsx(await readFile(await (await savedBook).path()));
    const rows = book.sheets[0]?.rows ?? [];
    const numbers = (texts: readonly string[]) => texts.map((text) => Number(plain(text)));
    expect(rows.at(-1)?.slice(1)).toEqual(numbers(shown));
    for (const name of await names.allInnerTexts()) {
      const row = rows.find(([first]) => first === name);
      expect(row?.slice(1)).toEqual(numbers(await figuresOf(page, name)));
    }

    await page.getByRole('button', { name: 'Закрепить' }).click();
    await page.getByRole('textbox', { name: /Название вида/ }).fill('HoReCa по кварталам');
    await page.getByRole('button', { name: 'Закрепить', exact: true }).last().click();
    await page.getByRole('heading', { name: 'HoReCa по кварталам' }).waitFor();
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'HoReCa по кварталам' }).click();
    await expect.poll(() => figuresOf(page, 'Итого')).toEqual(shown);
    await page.getByRole('button', { name: 'Закрепить' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Удалить вид: HoReCa по кварталам' }).click();
    await page.getByText('Закреплённых видов ещё нет').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a combination that the server refuses is said in words; the question stays to be mended', async () => {
    const { page, close } = await opened('/explorer?grain="quarter"&period="2026-02..2026-03"');
    await page.getByText('не делится на такие части').waitFor();
    await page.getByRole('button', { name: /^Столбцы/ }).waitFor();
    await close();
  });

  test('charts and the page of the design system are for everybody, in both themes', async () => {
    const { page, complaints, close } = await opened('/explorer?as="chart"');
    for (const [format, begins] of [
      ['SVG', '<svg'],
      ['PNG', '\x89PNG'],
    ] as const) {
      await page
        .getByRole('button', { name: /^Сохранить картинку/ })
        .first()
        .press('Enter');
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format }).press('Enter');
      const picture = await readFile(await (await saved).path(), 'latin1');
      expect(picture.slice(0, 4)).toBe(begins);
    }
    for (const path of ['/explorer?as="chart"', '/explorer?as="chart"&grain="none"', '/design']) {
      await page.goto(path);
      await page.locator('main :is(section table, section h2, li h2)').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page);
      }
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
