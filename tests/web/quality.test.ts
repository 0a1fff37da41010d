import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

describeInBrowser('the quality of the data', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  test('every flaw opens its customers, of one branch too, and leads to where they are mended', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const { branches } = await company.application.quality.overview();
    const [branch] = branches.filter(({ flawed }) => (flawed.innWrong ?? 0) > 0);
    if (branch === undefined) throw new Error('no branch has a wrong ИНН');
    await page.getByRole('link', { name: 'Качество данных' }).click();
    await page.getByRole('button', { name: branch.name }).click();
    await page.getByRole('heading', { name: `Что поправить: ${branch.name}` }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Неверный ИНН/ }).click();
    const drawer = page.getByTestId('drill');
    const size = branch.flawed.innWrong.toLocaleString('ru');
    await drawer.getByRole('heading', { name: new RegExp(`^${size}\\s`) }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /: Неверный ИНН$/ }).click();
    await page.getByText('Неверный ИНН').waitFor();
    // With the heads above and the sums below.
    await page.locator(`table[aria-rowcount="${branch.flawed.innWrong + 2}"]`).waitFor();
    await expectAccessible(page);

    // All of them at once, and back.
    const ofType = (type: string) => page.getByRole('cell', { name: type, exact: true });
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Указать', exact: true }).click();
    await page.getByRole('combobox', { name: 'Значение' }).fill('Особый тип');
    await page.getByRole('button', { name: /^Указать у/ }).click();
    await ofType('Особый тип').first().waitFor();
    await page.keyboard.press('Control+z');
    await ofType('Особый тип').first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('a figure whose data are incomplete says so, and why', async () => {
    const { page, close } = await openWindow(company.server.newLink(), { at: '/' });
    await page.route('**/api/v1/data/gaps**', async (route) => {
      const answer = await route.fetch();
      const { branches } = (await answer.json()) as { branches: { branch: number; missing: string[] }[] };
      const some = branches.map((one) => (one.branch === 0 ? one : { ...one, missing: ['2026-10-12'] }));
      await route.fulfill({ response: answer, json: { branches: some } });
    });
    await page.goto('/');
    const badge = page.getByRole('link', { name: /^данные неполны.*1 день/ }).first();
    await badge.waitFor();
    await expectAccessible(page);
    await page.goto('/explorer');
    await badge.waitFor();
    await badge.click();
    await page.getByRole('heading', { name: 'Свежесть данных' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await close();
  });

  test('what needs a look is opened, looked at and judged, and waits for a second person', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const { signals } = await company.application.integrity.signals({ limit: 500 });
    const [signal] = signals;
    if (signal === undefined) throw new Error('the demo has no signals');
    await page.getByRole('link', { name: 'Проверка АКБ' }).click();
    const queue = page.getByRole('list', { name: 'Очередь' }).getByRole('button');
    await queue.first().click();
    const rows = page.getByRole('region', { name: 'Клиенты и документы' }).getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(1 + signal.marked);
    await expectAccessible(page);
    await page.getByText('Подтверждён', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Почему' }).fill('Клиенты заказа не помнят');
    await page.getByRole('button', { name: 'Записать' }).click();
    await page.getByText('Ждёт согласия второго человека').waitFor();
    // It is no longer among the new ones, and one's own word is not for oneself to agree to.
    await queue.nth(signals.length - 1).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Согласиться' }).count()).toBe(0);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: 'К очереди' }).click();
    await queue.first().waitFor();
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  test('shows itself in the dark, in English, within the width of a phone', async () => {
    const { page, close } = await openWindow(company.server.newLink(), {
      ...{ dark: true, language: 'en', width: 360, height: 740 },
      at: '/quality',
    });
    await page.getByText('Score of the base').first().waitFor();
    await page.getByRole('heading', { name: 'What to mend' }).waitFor();
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    await expectAccessible(page);
    await close();
  });
});
