import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerSet } from '../../src/domain/sets/customer-set.ts';
import { periodOf } from '../harness/application.ts';
import { patience } from '../patience.ts';
import { describeInBrowser, expectAccessible, openWindow, type Window } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

const everybody: CustomerSet = {
  ...{ language: 1, unit: 'client', method: { id: 'main' } },
  set: { kind: 'state', state: 'registered', period: '2026-10' },
};
const telephone = { width: 360, height: 740 };

describeInBrowser('the card of a customer', () => {
  let company: WebCompany;
  let customers: readonly { readonly id: number; readonly name: string }[];
  beforeAll(async () => {
    company = await webCompany('demo');
    const period = periodOf('2026-10');
    customers = (await company.application.setPage(everybody, { period, limit: 5 })).rows;
  }, 300_000);
  afterAll(() => company?.remove());

  const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: patience });
  const cardOf = (at: number) => customers[at] ?? { id: 0, name: '' };
  const openCard = async (at: number, options: Parameters<typeof openWindow>[1] = {}, search = '') => {
    const window = await openWindow(company.server.newLink(), {
      ...options,
      at: `/customers/client/${cardOf(at).id}${search}`,
    });
    await window.page.getByRole('heading', { level: 1 }).waitFor();
    return window;
  };
  const sidewaysOf = ({ page }: Window) =>
    page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  const written = async (at: number, text: string) =>
    (await company.application.timeline.page('client', cardOf(at).id, { limit: 200 })).rows.filter(
      (row) => row.entry !== undefined && row.text === text,
    );

  test('a complaint that was entered on a telephone is found by another form of its word', async () => {
    const window = await openCard(0, telephone);
    const { page, complaints } = window;
    await page.getByRole('button', { name: 'Записать контакт' }).click();
    await page.locator('label', { hasText: 'Жалоба' }).click();
    const text = page.getByLabel('Что было');
    await page.locator('textarea:focus').waitFor();
    await text.fill('Три упаковки чая пришли мятыми');
    await expectAccessible(page);
    const save = page.getByRole('button', { name: 'Записать', exact: true });
    // A thumb hits it.
    expect((await save.boundingBox())?.height).toBeGreaterThanOrEqual(44);

    // What could not be saved stays in the field.
    await window.context.setOffline(true);
    await save.click();
    await page.getByText('Текст остался в поле').waitFor();
    expect(await text.inputValue()).toBe('Три упаковки чая пришли мятыми');
    await window.context.setOffline(false);
    await save.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Три упаковки чая').first().waitFor();
    expect(await written(0, 'Три упаковки чая пришли мятыми')).toMatchObject([{ kind: 'complaint' }]);

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input').fill('упаковок');
    await page.getByRole('option', { name: /Три упаковки чая/ }).click();
    await page.waitForURL('**entry=*');
    await page.locator('[data-found]', { hasText: 'Три упаковки чая' }).waitFor();
    await expectAccessible(page);
    expect(await sidewaysOf(window)).toBe(0);
    for (const tab of ['Профиль', 'Люди', 'Точки', 'Условия']) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.locator('[aria-current="page"]', { hasText: tab }).waitFor();
      await soon(() => sidewaysOf(window)).toBe(0);
    }
    expect(complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await window.close();
  });

  test('two keys open the entry with its kind, Ctrl Enter records it, Ctrl Z takes it back', async () => {
    const window = await openCard(1, { dark: true });
    const { page, complaints } = window;
    await page.keyboard.press('n');
    await page.keyboard.press('6');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Прислать прайс');
    await page.getByLabel('Сделать до').fill('2026-12-01');
    await page.getByText('Основание и цель').click();
    await page
      .locator('input')
      .and(page.getByLabel('Цель', { exact: true }))
      .fill('поставка');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await soon(() => written(1, 'Прислать прайс')).toMatchObject([
      { kind: 'task', entry: { due: '2026-12-01' } },
    ]);
    expect(await company.application.privacy.origins('client', cardOf(1).id)).toContainEqual(
      expect.objectContaining({ kind: 'entry', purpose: 'поставка' }),
    );

    await page.getByRole('link', { name: 'Вся история' }).click();
    await page.getByRole('button', { name: 'Задачи' }).click();
    const row = page.locator('li', { hasText: 'Прислать прайс' });
    await row.waitFor();
    // Nothing else than tasks.
    await page.getByText('Отгрузка №').first().waitFor({ state: 'detached' });
    await row.hover();
    await row.getByRole('button', { name: /^Удалить запись/ }).click();
    await row.waitFor({ state: 'detached' });
    await page.locator('body').press('Control+z');
    await row.waitFor();
    expect(await written(1, 'Прислать прайс')).toHaveLength(1);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await window.close();
  });

  test('who changes terms after somebody else chooses of each field whose value holds', async () => {
    const windows = [
      await openCard(2, {}, '?tab=terms'),
      await openCard(2, { dark: true }, '?tab=terms'),
    ] as const;
    const [first, second] = windows;
    const begin = async ({ page }: Window, discount: string, days: string) => {
      await page.getByRole('button', { name: 'Изменить условия' }).click();
      await page.getByLabel('Скидка, %').fill(discount);
      await page.getByLabel('Отсрочка, дней').fill(days);
    };
    await begin(first, '6', '14');
    await begin(second, '7,5', '30');
    await expectAccessible(first.page);
    await first.page.getByLabel('Причина').press('Control+Enter');
    await first.page.locator('dl', { hasText: '14 дней' }).waitFor();

    await second.page.getByLabel('Причина').press('Control+Enter');
    const deferral = second.page.getByRole('group', { name: 'Отсрочка' });
    await deferral.waitFor();
    const both = await second.page.getByRole('group', { name: 'Скидка', exact: true }).innerText();
    expect(both).toMatch(/6\s%/);
    expect(both).toMatch(/7,5\s%/);
    await expectAccessible(second.page);
    // His own discount, the deferral of the other one.
    await deferral.getByRole('radio', { name: /Сейчас/ }).check();
    await second.page.getByRole('button', { name: 'Записать выбранное' }).click();
    await second.page.getByRole('dialog').waitFor({ state: 'detached' });
    const { now, history } = await company.application.terms.of('client', cardOf(2).id);
    expect(Object.fromEntries(now.map(({ kind, value }) => [kind, value]))).toMatchObject({
      ...{ discount: '7.5', deferralDays: '14' },
    });
    expect(history).toHaveLength(2);
    await second.page.getByRole('link', { name: 'История', exact: true }).click();
    await second.page.getByText(/Скидка: 6\s% → 7,5\s%/).waitFor();
    await second.page.goBack();
    await expectAccessible(second.page);

    // A status with its reason.
    const { page } = first;
    await page.reload();
    await page.getByRole('button', { name: 'Изменить статус' }).click();
    await page.getByRole('radio', { name: 'Прекращено нами' }).check();
    await page.getByLabel('Причина').fill('Не платит третий месяц');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.locator('section', { hasText: 'Не платит третий месяц' }).first().waitFor();
    const card = await company.application.customerCard('client', cardOf(2).id);
    expect(card).toMatchObject({ status: 'ended', statusReason: 'Не платит третий месяц' });
    // The refusal itself is what the browser complains of.
    expect(second.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
    expect(first.complaints).toEqual([]);
    for (const window of windows) await window.close();
  });

  test('a person is kept with the origin of his data, and removed with a way back', async () => {
    const window = await openCard(3, telephone, '?tab=people');
    const { page, complaints } = window;
    await page.getByRole('button', { name: 'Добавить человека' }).click();
    await page.getByLabel('Имя').fill('Рустам Вымышленный');
    await page.getByLabel('Должность').fill('Товаровед');
    await page.getByLabel('Телефоны').fill('+7 900 000-31-08');
    await page.getByLabel('День рождения').fill('31.02');
    await page.getByText('Нужен день, например').waitFor();
    await page.getByLabel('День рождения').fill('5.3');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Товаровед, решает').waitFor();
    const known = async () =>
      (await company.application.contacts.of('client', cardOf(3).id)).contacts.filter(
        ({ name }) => name === 'Рустам Вымышленный',
      );
    expect(await known()).toMatchObject([
      {
        ...{ name: 'Рустам Вымышленный', birthday: '--03-05', phones: [{ e164: '+79000003108' }] },
        origin: { source: 'Сообщил сам' },
      },
    ]);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Удалить: Рустам Вымышленный' }).click();
    await page.getByText('Товаровед, решает').waitFor({ state: 'detached' });
    await page.locator('body').press('Control+z');
    await page.getByText('Товаровед, решает').waitFor();
    expect(await known()).toHaveLength(1);
    expect(complaints).toEqual([]);
    await window.close();
  });
});
