import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLongRun } from '../budget.ts';
import { describeInBrowser, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

/** Markup, SQL, a formula, letters that turn the line around or are none, and far too much. */
const hostile: readonly [string, ...string[]] = [
  '<img src=x onerror="globalThis.hacked=1">"><script>globalThis.hacked=1</script>',
  "'; DROP TABLE party; --",
  '=HYPERLINK("http://evil.example","x")',
  '\u202Eяанлетаминв\u0000\u200B𝕏',
  'Щ'.repeat(50_000),
];

/** What opens a form, by its words. */
const opener = /^(Закрепить|Фильтр|Нов[аыо]|Добавить|Сохранить сегмент|Изменить|Записать)/;
const field = 'input:not([type=checkbox]):not([type=radio]):not([type=file]):not([readonly]), textarea';

const places = [
  '/explorer',
  '/customers',
  '/data/import',
  ...['methods', 'calendar', 'organisation', 'keys', 'audit', 'mine', 'users'].map(
    (tab) => `/settings?tab=${tab}`,
  ),
];

/** Writes a word into every field in sight and says Enter; returns how many there were. */
async function fillAll(page: Page, word: string): Promise<number> {
  const fields = await page.locator(field).filter({ visible: true }).all();
  let filled = 0;
  for (const one of fields) {
    if (!(await one.isEnabled().catch(() => false))) continue;
    const type = await one.getAttribute('type');
    await one.fill(type === 'number' ? '-1e309' : word, { timeout: 2000 }).then(
      () => {
        filled += 1;
      },
      // Fields of dates take dates only, and one that has gone takes nothing.
      () => undefined,
    );
  }
  await page.keyboard.press('Enter');
  return filled;
}

describeInBrowser('hostile words', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
  afterAll(() => company?.remove());

  test('in every form are words and nothing else', { timeout: 240_000 }, async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const failures: string[] = [];
    page.on('dialog', (dialog) => {
      failures.push(`${dialog.type()}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('response', (response) => {
      if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
    });
    await page.locator('[data-ready]').waitFor();
    let filled = 0;
    for (const [index, place] of places.entries()) {
      const word = (offset: number) => hostile[(index + offset) % hostile.length] ?? '';
      await page.goto(place);
      await page.locator('main h1').waitFor();
      await page.waitForTimeout(300);
      filled += await fillAll(page, word(0));
      const names = await page
        .getByRole('button', { name: opener })
        .filter({ visible: true })
        .allInnerTexts();
      for (const [turn, name] of names.entries()) {
        await page.goto(place);
        await page.getByRole('button', { name, exact: true }).first().click();
        await page.waitForTimeout(200);
        filled += await fillAll(page, word(turn + 1));
        await page.waitForTimeout(200);
      }
      expect(await page.evaluate('globalThis.hacked'), place).toBeUndefined();
    }
    expect(filled).toBeGreaterThan(20);
    expect(failures).toEqual([]);
    // A refusal is an answer; a page that breaks is not.
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await close();
  });

  test.runIf(isLongRun)(
    'typed into a card, a view and a segment are kept as words or refused in words',
    async () => {
      const { page, complaints, close } = await openWindow(company.server.newLink(), {
        at: '/customers',
      });
      const card = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
      /** Whether it was kept, not refused. */
      const answered = async (path: RegExp, act: () => Promise<void>): Promise<boolean> => {
        const answer = page.waitForResponse(
          (response) => path.test(response.url()) && /POST|PUT|PATCH/.test(response.request().method()),
        );
        await act();
        const status = (await answer).status();
        expect(status, `${path}`).toBeLessThan(500);
        if (status >= 400) await page.getByRole('alert').first().waitFor();
        return status < 400;
      };
      await page.goto(card);
      for (const word of hostile)
        for (const field of ['Название', 'Заметка']) {
          await page.getByRole('button', { name: new RegExp(`^Изменить: ${field}`) }).click();
          const text = page.getByRole('textbox', { name: field });
          await text.fill(word);
          // What is kept closes by itself: left before that, the next word would be of the version before.
          if (!(await answered(/\/customers\/client\/\d+$/, () => page.keyboard.press('Control+Enter'))))
            await page.keyboard.press('Escape');
          await text.waitFor({ state: 'hidden' });
        }
      // What was kept is shown as it was typed.
      await page.getByText('Щ'.repeat(100)).first().waitFor();
      await page.goto('/explorer');
      await page.getByTestId('grid').waitFor();
      for (const word of hostile) {
        await page.getByRole('button', { name: 'Закрепить' }).first().click();
        await page.getByRole('textbox', { name: /Название вида/ }).fill(word);
        await answered(/\/views$/, () => page.keyboard.press('Enter'));
        await page.keyboard.press('Escape');
      }
      await page.getByRole('link').filter({ hasText: hostile[0] }).first().waitFor();
      await page.getByTestId('grid').locator('tfoot tr').first().locator('button').last().click();
      for (const word of hostile) {
        await page.getByRole('button', { name: 'Сохранить сегмент' }).click();
        const name = page.getByRole('textbox', { name: 'Название' });
        await name.fill(word);
        // What is refused stays open to be mended.
        if (await answered(/\/sets$/, () => page.keyboard.press('Enter')))
          await name.waitFor({ state: 'hidden' });
      }
      expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
      expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
      await close();
    },
    300_000,
  );

  test('at the door open nothing', async () => {
    const { page, complaints, close } = await openWindow(new URL('/', company.server.newLink()).href);
    for (const word of hostile) {
      await page.getByRole('textbox', { name: 'Имя для входа' }).fill(word);
      await page.locator('input[type=password]').fill(word);
      await page.getByRole('button', { name: 'Войти' }).click();
      await page.getByRole('alert').waitFor();
    }
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await close();
  });
});
