import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

describeInBrowser('whom to call', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  test('three customers are called on a telephone, each with one key, and the last call is taken back', async () => {
    const before = await company.application.calls.page({ limit: 5 });
    const window = await openWindow(company.server.newLink(), { width: 360, height: 740 });
    const { page, complaints } = window;
    const bar = page.getByRole('navigation', { name: 'Разделы' });
    await bar.getByRole('link', { name: 'Звонки' }).click();
    const current = (at: number) =>
      page.getByRole('article', { name: before.rows[at]?.name ?? '?', exact: true });
    await current(0).and(page.locator('[data-loaded]')).waitFor();
    await expectAccessible(page);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    const order = page.getByRole('button', { name: 'Заказ' });
    // A thumb hits it, and need not scroll for it on the first customer.
    expect((await order.boundingBox())?.height).toBeGreaterThanOrEqual(44);

    await order.click();
    await current(1).waitFor();
    await page.getByRole('button', { name: 'Не взял' }).click();
    await current(2).waitFor();
    await page.getByRole('button', { name: 'Отказ' }).click();
    await page.getByRole('button', { name: 'Берёт у другого' }).click();
    await current(3).waitFor();
    await page.getByText(`${before.done + 3} из`).waitFor();
    const called = (at: number) =>
      company.application.timeline.page('client', before.rows[at]?.id ?? 0, { limit: 1, kinds: ['call'] });
    expect((await called(2)).rows).toMatchObject([{ call: { outcome: 'refused', reason: 'competitor' } }]);

    await page.getByRole('button', { name: 'Отменить' }).last().click();
    await current(2).waitFor();
    expect((await called(2)).rows.filter(({ call }) => call !== undefined)).toEqual([]);
    await bar.getByRole('button', { name: 'Ещё' }).click();
    await page.getByRole('menuitem', { name: 'Качество данных' }).click();
    await page.waitForURL('**/quality');
    expect(complaints).toEqual([]);
    await window.close();
  });

  test('digits of a keyboard write results down; rules and results stand beside the list', async () => {
    const window = await openWindow(company.server.newLink(), { dark: true, at: '/calls' });
    const { page, complaints } = window;
    await page.locator('article[data-loaded]').waitFor();
    await expectAccessible(page);
    const name = await page.getByRole('article').getAttribute('aria-label');
    await page.keyboard.press('2');
    await page.getByText('Когда перезвонить').waitFor();
    await page.keyboard.press('1');
    await page.getByText(`${name}: Позже`).waitFor();
    await expect.poll(() => page.getByRole('article').getAttribute('aria-label')).not.toBe(name);

    await page.getByRole('link', { name: 'Правила', exact: true }).click();
    await page.getByLabel('Звонков в день на представителя').fill('25');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect.poll(async () => (await company.application.calls.rules()).perDay).toBe(25);
    await page.getByRole('link', { name: 'Итоги', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Кому звонить' }).waitFor();
    expect(complaints).toEqual([]);
    await window.close();
  });
});
