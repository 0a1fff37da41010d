import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import type { CustomerSet, SetNode } from '../../src/domain/sets/customer-set.ts';
import type { Application } from '../../src/facade.ts';
import { newUserOf, passwordOf, settledUser } from '../access/desk.ts';
import { periodOf } from '../harness/application.ts';
import { patience } from '../patience.ts';
import { describeInBrowser, expectAccessible, openWindow, type Window } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

const setOf = (set: SetNode): CustomerSet => ({
  language: 1,
  unit: 'client',
  method: { id: 'main' },
  set,
});
const everybody = setOf({ kind: 'state', state: 'registered', period: '2026-10' });
const period = periodOf('2026-10');

describeInBrowser('customers', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  const listed = (application: Application, asked: { readonly from?: number; readonly sort?: 'name' } = {}) =>
    application.setPage(everybody, { period, limit: 50, ...asked });
  const link = () => company.server.newLink();
  /** Others work on the same machine. */
  const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: patience });
  const ready = ({ page }: Window) => page.locator('[data-ready]').waitFor();

  test.each([
    ['light', false, 'ru'],
    ['dark', true, 'en'],
  ] as const)('list and card are accessible in the %s theme', async (_theme, dark, language) => {
    const window = await openWindow(link(), { dark, language });
    const { page, complaints } = window;
    await page.locator('nav:visible a[href="/customers"]').click();
    await ready(window);
    await page.locator('tbody input').first().check();
    await page.locator('main [aria-haspopup=menu]').first().click();
    await page.getByRole('menuitem').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('tbody a').first().click();
    await page.waitForURL('**/customers/client/*');
    await ready(window);
    await page.locator('article button[aria-expanded]:not([aria-haspopup])').first().click();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await window.close();
  });

  test('the list is found in by name, and dragged to any place of the base', async () => {
    const window = await openWindow(link(), { at: '/customers?sort=%22name%22' });
    const { page, complaints } = window;
    await ready(window);
    const { total } = await listed(company.application);
    expect(total).toBeGreaterThan(400);
    const middle = Math.floor(total / 2);
    const [wanted] = (await listed(company.application, { from: middle, sort: 'name' })).rows;
    await page
      .locator('[data-ready]')
      .evaluate(
        (scroller, share) => scroller.scrollTo({ top: scroller.scrollHeight * share }),
        middle / total,
      );
    const row = page.locator(`tr[data-row="${middle}"]`);
    await row.getByRole('link', { name: wanted?.name ?? '', exact: true }).waitFor();
    // Only rows around that place exist.
    expect(await page.locator('tr[data-row]').count()).toBeLessThan(120);

    await page.keyboard.press('End');
    const last = (await listed(company.application, { from: total - 1, sort: 'name' })).rows[0];
    await page.locator('a:focus', { hasText: last?.name ?? '' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByText('Выбран 1').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type(wanted?.name ?? '');
    const found = await company.application.setPage(everybody, {
      ...{ period, limit: 50, search: wanted?.name ?? '' },
    });
    await soon(() => page.locator('tr[data-row]').count()).toBe(found.total);
    // Names do not belong in histories and logs.
    expect(page.url()).not.toContain(encodeURIComponent(wanted?.name.split(' ')[0] ?? ''));
    await page.getByRole('link', { name: wanted?.name ?? '', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: wanted?.name ?? '' }).waitFor();
    await page.goBack();
    await soon(() => page.locator('tr[data-row]').count()).toBe(found.total);
    expect(complaints).toEqual([]);
    await window.close();
  });

  test('who saves after somebody else sees both values, and takes his own back with Ctrl Z', async () => {
    const [customer] = (await listed(company.application)).rows;
    const address = `/customers/client/${customer?.id}`;
    const windows = [
      await openWindow(link(), { at: address }),
      await openWindow(link(), { at: address }),
    ] as const;
    const [first, second] = windows;
    for (const window of windows) {
      await ready(window);
      await window.page.getByRole('button', { name: /^Изменить: Название/ }).click();
    }
    const name = ({ page }: Window) => page.getByRole('textbox', { name: 'Название' });
    const title = ({ page }: Window) => page.getByRole('heading', { level: 1 });
    await name(first).fill('Ромашка первой');
    await name(first).press('Control+Enter');
    await soon(() => title(first).innerText()).toContain('Ромашка первой');

    await name(second).fill('Ромашка второй');
    await name(second).press('Control+Enter');
    await second.page.getByText('Ничего не записано').waitFor();
    const both = second.page.getByRole('group', { name: 'Название' });
    expect(await both.innerText()).toContain('Ромашка первой');
    expect(await both.innerText()).toContain('Ромашка второй');
    await expectAccessible(second.page);
    await second.page.getByRole('button', { name: 'Записать выбранное' }).click();
    // While it is still being written.
    await second.page.locator('body').press('Control+z');
    await second.page.getByText(/^Отменено: .*Ромашка второй/).waitFor();
    await soon(() => title(second).innerText()).toContain('Ромашка первой');
    expect((await company.application.customerCard('client', customer?.id ?? 0)).name).toBe('Ромашка первой');
    // The refusal itself is what the browser complains of.
    expect(second.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
    expect(first.complaints).toEqual([]);
    for (const window of windows) await window.close();
  });

  test('who states a second field while the first is being saved is in conflict with nobody', async () => {
    const [, customer] = (await listed(company.application)).rows;
    const window = await openWindow(link(), { at: `/customers/client/${customer?.id}` });
    const { page, complaints } = window;
    await ready(window);
    const saving = Promise.withResolvers<void>();
    await page.route('**/api/v1/customers/client/*', async (route) => {
      if (route.request().method() === 'PATCH') await saving.promise;
      await route.continue();
    });
    const said = { Название: 'Ромашка новая', Сайт: 'romashka.example' };
    for (const [field, value] of Object.entries(said)) {
      await page.getByRole('button', { name: new RegExp(`^Изменить: ${field}`) }).click();
      await page.getByRole('textbox', { name: field }).fill(value);
      await page.getByRole('textbox', { name: field }).press('Control+Enter');
    }
    saving.resolve();
    for (const value of Object.values(said)) await page.getByText(value).first().waitFor();
    await soon(() => page.getByRole('textbox').count()).toBe(0);
    expect(await company.application.customerCard('client', customer?.id ?? 0)).toMatchObject({
      name: said.Название,
      site: said.Сайт,
    });
    expect(complaints).toEqual([]);
    await window.close();
  });

  test('a rep sees only his own: in list, card, documents, figures and palette', async () => {
    const { application } = company;
    const { access } = application;
    const { members } = await application.organisation('2026-10-31');
    const [rep] = members.filter(({ kind }) => kind === 'rep');
    if (rep === undefined) throw new Error('no rep');
    const scope = { nodes: [{ dimension: 'rep', member: rep.id } as const] };
    await access.addUser(folderHolder, newUserOf('owner', 'owner'));
    const { user } = await settledUser(access, 'rep', 'rep', { scope });
    const his = application.as({ user: user.id, role: 'rep', scope, hidden: [] });
    const own = await listed(his);
    const all = await listed(application, { sort: 'name' });
    expect(own.total).toBeGreaterThan(0);
    expect(own.total).toBeLessThan(all.total);
    const ids = new Set(own.rows.map(({ id }) => id));
    const foreign = all.rows.find(({ id, name }) => !ids.has(id) && name.length > 6);
    if (foreign === undefined) throw new Error('all are his');

    const window = await openWindow(company.server.url);
    const { page } = window;
    await page.getByLabel('Имя для входа').fill('rep');
    await page.getByLabel('Пароль').fill(passwordOf('rep'));
    await page.getByRole('button', { name: 'Войти' }).click();
    // The dashboard counts his customers.
    await ready(window);
    const active = await his.setSize(setOf({ kind: 'state', state: 'active', period: '2026-10' }));
    await page
      .getByRole('button', { name: new RegExp(`^${active}$`) })
      .first()
      .waitFor();

    await page.goto('/customers');
    await ready(window);
    const foot = page.locator('tfoot th');
    await soon(() => foot.innerText()).toContain(String(own.total));
    await page.getByLabel('Найти клиента').fill(foreign.name);
    await page.getByText('Никто не подходит').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input').fill(foreign.name);
    await page.getByText('Ничего не найдено').waitFor();
    await page.keyboard.press('Escape');

    await page.goto(`/customers/client/${foreign.id}`);
    await page.getByText('Такого клиента нет').waitFor();
    await page.goto(`/customers/client/${own.rows[0]?.id}`);
    await ready(window);
    // He may look, not write.
    expect(await page.getByRole('button', { name: /^Изменить/ }).count()).toBe(0);
    const documents = await his.documents(setOf({ kind: 'ids', ids: [own.rows[0]?.id ?? 0, foreign.id] }), {
      period: periodOf('2023-11..2026-10'),
      limit: 1000,
    });
    expect(new Set(documents.rows.map(({ customer }) => customer))).toEqual(new Set([own.rows[0]?.id]));
    await page.getByText(new RegExp(`${documents.total}\\s+документ`)).waitFor();
    expect(window.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([]);
    await window.close();
  });
});
