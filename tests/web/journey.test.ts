import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

/** Public data sets beside the repository, not in it. */
const shared = join(import.meta.dirname, '../../../shared/data/adventureworks-reseller');
const longestWalk = 400;

/** Goes on with Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < longestWalk; step++) {
    if (await target.first().evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const figures = async (row: Locator): Promise<string[]> =>
  (await row.locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s/g, ''));

function journey(): void {
  let company: WebCompany;
  let folder: string;
  beforeAll(async () => {
    company = await webCompany('nothing');
    folder = await mkdtemp(join(tmpdir(), 'akb-journey-'));
  }, 300_000);
  afterAll(async () => {
    await company?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('a stranger’s file becomes a base, by keyboard alone, and goes again without a trace', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const sales = join(folder, 'FactResellerSales.csv');
    const lines = (await readFile(join(shared, 'FactResellerSales.csv'), 'utf8')).split('\n');
    // One shipment was written down on a day that no calendar has.
    const [spoilt = '', ...rest] = lines.slice(1);
    await writeFile(sales, [lines[0], spoilt.replace('2017-07-01', '2017-07-32'), ...rest].join('\n'));

    await press(page, page.getByRole('link', { name: 'Загрузить отгрузки' }));
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.getByRole('button', { name: 'Выбрать файлы' }));
    await (await chooser).setFiles([sales, join(shared, 'Resellers.csv'), join(shared, 'Product.csv')]);
    await press(page, page.getByRole('button', { name: /^Прочитать 3 файла/ }));

    const question = page.getByRole('region', { name: 'Нужен ваш ответ' });
    const apply = page.getByRole('button', { name: /^Применить/ });
    await question.or(apply).first().waitFor({ timeout: 60_000 });
    for (let asked = 0; asked < 10 && (await question.isVisible()); asked++) {
      const heading = await question.getByRole('heading').first().innerText();
      await press(page, page.getByRole('button', { name: 'Ответить' }));
      await expect
        .poll(
          async () =>
            (await apply.isVisible()) ||
            ((await question.isVisible()) &&
              (await question.getByRole('heading').first().innerText()) !== heading),
          { timeout: 60_000 },
        )
        .toBe(true);
    }
    await page.getByText('1 строка не загрузится').waitFor({ timeout: 60_000 });
    await press(page, page.getByRole('button', { name: /2017-07-32/ }));
    await page.keyboard.type('2017-07-01');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: 'Проверить заново 1 исправление' }));
    await page.getByText('загрузятся все строки').waitFor({ timeout: 60_000 });
    await press(page, apply);
    await press(page, page.getByRole('link', { name: 'Открыть сводку' }));
    await page.locator('[data-ready]').waitFor();
    await expectAccessible(page);

    // The last month of the data is shown, however long ago, and every figure opens.
    const { asOf } = await company.application.dataState();
    expect(asOf).toBe('2020-05-31');
    await press(page, page.getByRole('button', { name: /Потерянные/ }));
    const drawer = page.getByTestId('drill');
    await drawer.locator('tbody tr').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    await page.keyboard.press('g');
    await page.keyboard.press('e');
    const total = page.getByTestId('grid').locator('tfoot tr').first();
    await total.waitFor();
    const shown = await figures(total);
    // One cell of the grid is reached by Tab, the others by arrows from there.
    await tabTo(page, page.getByTestId('grid').locator('tbody [tabindex="0"]'));
    await page.keyboard.press('End');
    const last = total.locator('button').last();
    for (let step = 0; step < longestWalk; step++) {
      if (await last.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await drawer
      .getByRole('heading', {
        name: new RegExp(`^${shown.at(-1)?.replace(/(\d)(?=(\d{3})+$)/g, '$1.?')}\\s`),
      })
      .waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    await press(page, page.getByRole('button', { name: 'Закрепить' }));
    await tabTo(page, page.getByRole('textbox', { name: /Название вида/ }));
    await page.keyboard.type('Всё по месяцам');
    await press(page, page.getByRole('button', { name: 'Закрепить', exact: true }).last());
    await page.getByRole('heading', { name: 'Всё по месяцам' }).waitFor();
    await press(page, page.getByRole('button', { name: 'Ещё действия' }));
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).focus();
    await page.keyboard.press('Enter');
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file.trim().split(/\r?\n/).at(-1)?.split(';').slice(-shown.length)).toEqual(shown);

    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await press(page, page.getByRole('button', { name: /^Отменить загрузку №/ }));
    await press(page, page.getByRole('button', { name: 'Отменить загрузку', exact: true }));
    await page.getByText('отменена').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('link', { name: 'Загрузить отгрузки' }).waitFor();
    expect((await company.application.dataState()).asOf).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  }, 300_000);
}

if (existsSync(shared)) describeInBrowser('the whole journey', journey);
else
  describe.skip(
    'the whole journey: ../shared with the public data sets is not beside the repository',
    journey,
  );
