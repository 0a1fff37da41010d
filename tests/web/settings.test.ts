import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarPeriod } from '../../src/domain/period.ts';
import { isLongRun } from '../budget.ts';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

const at = async (page: Page, path: string): Promise<void> => {
  await page.locator('h1').waitFor();
  await page.goto(path);
  await page.locator('h1').waitFor();
};

describeInBrowser('the settings', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  test.each([
    ['light', false, 'ru'],
    ['dark', true, 'en'],
  ] as const)('every tab is there for everybody, in the %s theme', async (_theme, dark, language) => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      dark,
      language,
      at: '/settings',
    });
    await page.locator('h1').waitFor();
    const tabs = page.getByRole('navigation', { name: /Части|Parts/ }).getByRole('link');
    expect(await tabs.count()).toBe(8);
    let selects = 0;
    for (const [index, tab] of (await tabs.all()).entries()) {
      await tab.click();
      await page.waitForLoadState('networkidle');
      const select = page.getByRole('combobox').first();
      if (await select.isVisible()) {
        await select.click();
        selects++;
      }
      // The usual run looks at each tab in one of the themes.
      if (isLongRun || index % 2 === Number(dark)) await expectAccessible(page);
    }
    expect(selects).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a changed method stands beside what it was, and can be taken back', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=methods',
    });
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: 'Изменить' }).click();
    const amount = page.getByLabel('Сумма от, ₽');
    await amount.fill('пять');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Число больше нуля').waitFor();
    await amount.fill('1 000,5');
    await page.keyboard.press('Control+Enter');
    await page.getByText('стало: порог: сумма от 1 000,50 ₽').waitFor();
    await page.getByRole('columnheader', { name: 'Версия 2' }).waitFor();
    const base = page.getByRole('row', { name: /Активная клиентская база/ }).getByRole('button');
    await base.nth(1).waitFor();
    const [before, after] = (await base.allInnerTexts()).map((text) => Number(text.replace(/\s/g, '')));
    expect(after).toBeLessThan(before ?? 0);
    await page.keyboard.press('Control+KeyZ');
    await page.getByText('стало: порогов нет').waitFor();
    const [newest] = await company.application.methodVersions('main');
    expect([newest?.version, newest?.thresholds]).toEqual([3, {}]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('days of the calendar are turned by the keyboard, and turned back', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=calendar&year=2026',
    });
    await page.locator('h1').waitFor();
    const off = async () => (await company.application.calendar({ branch: 0, year: 2026 })).daysOff;
    const before = await off();
    await page.locator('[data-day="2026-03-03"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('10 марта: теперь выходной').waitFor();
    expect(await off()).toEqual([...before, '03-10'].sort());
    await page.keyboard.press('Control+KeyZ');
    await page.getByText('Отменено: 10 марта').waitFor();
    expect(await off()).toEqual(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a calendar file states its years, and they are taken back', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=calendar&year=2031',
    });
    await page.locator('h1').waitFor();
    const stated = async () => {
      const { daysSource, daysOff } = await company.application.calendar({ branch: 0, year: 2031 });
      return { daysSource, daysOff };
    };
    const before = await stated();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Загрузить файл календаря' }).click();
    const file = '<calendar year="2031"><days><day d="06.16" t="1"/><day d="08.01" t="1"/></days></calendar>';
    await (await chooser).setFiles({
      name: 'calendar.xml',
      mimeType: 'text/xml',
      buffer: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${file}`),
    });
    await page.getByText('Календарь загружен: год 2031').waitFor();
    const loaded = await stated();
    expect(loaded.daysSource).toBe('stated');
    expect(loaded.daysOff).toEqual(expect.arrayContaining(['06-16', '08-01']));
    await page.locator('[data-day="2031-06-16"][data-kind="off"]').waitFor();
    await page.keyboard.press('Control+KeyZ');
    await page.getByText('Отменено: Календарь загружен').waitFor();
    expect(await stated()).toEqual(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the organisation is walked by keys and changed by hand, and changes are taken back', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=organisation',
    });
    await page.locator('h1').waitFor();
    const tree = page.getByRole('tree', { name: 'Кто кому подчинён' });
    const item = (name: string | RegExp) => tree.getByRole('treeitem', { name });
    const dialog = page.getByRole('dialog');
    await item(/Филиал/)
      .first()
      .focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(
      await item(/Филиал/)
        .first()
        .getAttribute('aria-expanded'),
    ).toBe('false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await tree.locator(':focus').getAttribute('aria-level')).toBe('2');
    await page.keyboard.press('KeyN');
    await dialog.getByRole('textbox', { name: 'Название или имя' }).fill('Глеб Новый');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Добавлено: Глеб Новый').waitFor();
    await item(/Глеб Новый/).focus();
    await page.keyboard.press('F2');
    await dialog.getByRole('textbox').fill('Глеб Орлов');
    await page.keyboard.press('Enter');
    await item(/Глеб Орлов/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+KeyZ');
    await item(/Глеб Новый/).click();
    await dialog.getByText('«Глеб Новый» → «Глеб Орлов»', { exact: true }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Вывести' }).click();
    await page.keyboard.press('Control+Enter');
    await tree.locator('s', { hasText: 'Глеб Новый' }).waitFor();
    const { members } = await company.application.organisation('2026-11-15');
    const clients = await company.application.organisationEdits.clients('2026-11-15');
    const busy = members.find(
      ({ id, kind }) => kind === 'rep' && clients.some(({ member }) => member === id),
    );
    await at(page, `/settings?tab=organisation&day=2026-11-15&member=${busy?.id}`);
    await dialog.getByRole('button', { name: 'Вывести' }).click();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Вывести с 2026-11-15 нельзя').waitFor();
    await dialog.getByRole('link', { name: 'Передать клиентов этого представителя' }).click();
    await page.waitForURL(new RegExp(`/hand-over\\?from=${busy?.id}$`));
    await page.getByRole('link', { name: 'Структура организации' }).waitFor();
    complaints.splice(0, 1);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the palette opens in a field, in a Russian layout, and reads what was typed in the other one', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=organisation',
    });
    await page.locator('h1').waitFor();
    // What a keyboard with the Russian layout sends for Ctrl K.
    await page
      .getByLabel('Найти в организации')
      .dispatchEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true });
    const search = page.getByRole('combobox', { name: /Клиент, телефон/ });
    await search.fill(';ehyfk');
    await page.getByRole('option', { name: 'Настройки: Журнал' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tab=audit/);
    const [customer] = (
      await company.application.setPage(
        {
          language: 1,
          unit: 'client',
          method: { id: 'main' },
          set: { kind: 'state', state: 'registered', period: '2026-10' },
        },
        { period: calendarPeriod('month', '2026-10'), limit: 1 },
      )
    ).rows;
    await page.keyboard.press('Control+KeyK');
    await search.fill(customer?.name ?? '');
    await page
      .getByRole('option', { name: customer?.name ?? '' })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/customers\/client\/\d+/);
    await search.waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog', { name: 'Клавиши' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  // Links open nothing any more after it: the last one.
  test('an owner makes users, and looks with their eyes', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=users',
    });
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: 'Завести владельца' }).click();
    const dialog = page.getByRole('dialog');
    const password = 'кошка лампа утюг';
    await dialog.getByRole('textbox', { name: 'Имя', exact: true }).fill('Ирина Соколова');
    await dialog.getByRole('textbox', { name: 'Имя для входа' }).fill('irina');
    await dialog.getByLabel('Ваш пароль').fill(password);
    await dialog.getByLabel('Пароль ещё раз').fill(password);
    await page.keyboard.press('Enter');
    // The door: nobody comes in by the link any more.
    await page.locator('[autocomplete=current-password]').fill(password);
    complaints.length = 0;
    await page.getByLabel('Имя для входа').fill('irina');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Добавить пользователя' }).click();
    await dialog.getByRole('textbox', { name: 'Имя', exact: true }).fill('Анна');
    await dialog.getByRole('textbox', { name: 'Имя для входа' }).fill('anna');
    await dialog.getByRole('combobox', { name: /Филиалы/ }).click();
    await dialog.getByRole('option').last().click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Добавить пользователя' }).click();
    await dialog.getByText('Пароль действует три дня').waitFor();
    await expectAccessible(page);
    const secret = await dialog.locator('code').innerText();
    await dialog.getByRole('button', { name: 'Готово' }).click();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: 'Что сделать: Анна' }).click();
    await page.getByRole('menuitem', { name: 'Смотреть глазами' }).click();
    await page.getByText('Вы смотрите глазами: Анна').waitFor();
    await page.locator('[data-ready]').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Настройки' }).click();
    const tabs = page.getByRole('navigation', { name: 'Части настроек' });
    await tabs.waitFor();
    expect(await tabs.getByRole('link', { name: 'Пользователи' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Вернуться к своим' }).click();
    await page.getByRole('button', { name: 'Что сделать: Анна' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
