import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLongRun } from '../budget.ts';
import { describeInBrowser, expectAccessible, openWindow, type Window } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

/** Ten shipments to four customers; the first column is called something, one date is a word, one sum too. */
function november(): string {
  const days = ['02', '03', '05', '06', '09', '10', '11', '12', '13', '16'];
  const lines = days.map((day, index) => {
    const date = index === 3 ? 'вчера' : `${day}.11.2026`;
    const amount = index === 6 ? 'сто' : `${100 + index},50`;
    return [date, `Н-${index}`, `Клиент ${index % 4}`, 'Чай', 2, amount].join(';');
  });
  return ['Дата отгр;Номер;Контрагент;Номенклатура;Кол-во;Сумма с НДС', ...lines].join('\n');
}

/** The same in a company that has no Cyrillic letter. */
const inLatin = (): string =>
  [
    'Date;Document number;Customer code;Customer;Product;Quantity;Amount',
    ...['02', '03', '05', '06', '09'].map(
      (day, index) =>
        `2026-11-${day};N-${index};C-${index % 3};Customer ${index % 3};Tea;2;${100 + index}.50`,
    ),
  ].join('\n');

interface Written {
  readonly document: {
    readonly body: { readonly innerText: string };
    querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
  };
}

/** Lines of the page with Cyrillic letters, less terms that English uses too and what other tests loaded; what is only heard counts. */
const cyrillic = ({ page }: Window): Promise<string[]> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as Written;
    const said = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, ...said].flatMap(
      (text) =>
        text.replaceAll(/АКБ|ОКБ|152-ФЗ|ноябрь\.csv|договор/g, '').match(/[^\n]*[а-яё]+[^\n]*/gi) ?? [],
    );
  });

/** What of a browser the drop of a file takes. */
interface Dropping {
  readonly DataTransfer: new () => { readonly items: { add(file: File): void } };
  readonly DragEvent: new (type: string, how: object) => Event;
  readonly document: { readonly body: EventTarget };
}

/** As a person drops a file on the page. */
async function drop({ page }: Window, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([named, text]) => {
      const { DataTransfer, DragEvent, document } = globalThis as unknown as Dropping;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], named));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
}

describeInBrowser('importing', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('nothing');
  }, 300_000);
  afterAll(() => company?.remove());

  test('from an empty company: drop, answer, mend, apply, look, undo, empty again', async () => {
    const window = await openWindow(company.server.newLink());
    const { page, complaints, close } = window;
    await page.getByRole('link', { name: 'Данные' }).click();
    await page.getByText('Данных ещё нет').waitFor();
    await expectAccessible(page);

    await drop(window, 'ноябрь.csv', november());
    await page.getByText('ноябрь.csv').waitFor();
    await page.getByRole('combobox', { name: 'Основание обработки' }).fill('договор');
    await page.getByRole('heading', { level: 1 }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Прочитать 1 файл' }).click();

    const question = page.getByRole('region', { name: 'Нужен ваш ответ' });
    await question.getByRole('heading', { name: /«Дата отгр»/ }).waitFor();
    expect(await question.getByRole('radio', { name: /дата отгрузки.*похоже/ }).isChecked()).toBe(true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ответить' }).click();

    await page.getByText('2 строки не загрузятся').waitFor();
    await page.getByText('Новых клиентов 4').waitFor();
    await expectAccessible(page);
    // The first cell with a question is the one that Tab leads to; Enter goes from each to the next.
    await page.getByRole('button', { name: /строка 5: вчера: дата не читается/ }).press('Enter');
    await page.keyboard.type('06.11.2026');
    await page.keyboard.press('Enter');
    await page.keyboard.type('106,50');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Проверить заново 2 исправления' }).click();
    await page.getByText('загрузятся все строки').waitFor();
    await page.getByText('Исправленные').click();
    await page.getByText('было: вчера').waitFor();

    // Another meaning of a column is a new preparation, with the mended cells kept.
    await page.getByRole('button', { name: /Колонка «Номенклатура»/ }).click();
    await page.getByRole('button', { name: 'Не использовать' }).click();
    await page.getByText('товаров 0').waitFor();
    await page.getByRole('button', { name: 'Колонки', exact: true }).last().click();
    await page.getByRole('button', { name: /Колонка «Номенклатура»: Не используется/ }).waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('button', { name: 'Проверка' }).last().click();
    await page.getByRole('button', { name: 'Применить 10 изменений' }).click();
    await page.getByText('10 строк отгрузок, отклонено 0').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Открыть сводку' }).click();
    await page.getByRole('heading', { name: /ноябрь 2026/ }).waitFor();
    await page.getByRole('button', { name: '4', exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Данные' }).click();
    await page.getByText('ноябрь.csv').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Отменить загрузку №/ }).click();
    await page.getByText('Накладных исчезнет 10').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Отменить загрузку', exact: true }).click();
    await page.getByText('отменена').first().waitFor();
    await page.getByRole('link', { name: 'Сводка' }).click();
    await page.getByText('Отгрузок ещё нет').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 300_000);

  test.runIf(isLongRun)(
    'in English: from the file to the figures and back, without a Russian word',
    async () => {
      const window = await openWindow(company.server.newLink(), { language: 'en' });
      const { page, complaints, close } = window;
      const russian: string[] = [];
      const look = async (where: string) => {
        for (const found of await cyrillic(window)) russian.push(`${where}: ${found}`);
      };
      await page.getByText('There are no shipments yet').waitFor();
      await look('empty');
      await page.getByRole('link', { name: 'Data', exact: true }).click();
      await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
      await drop(window, 'november.csv', inLatin());
      await look('file');
      await page.getByRole('button', { name: 'Read 1 file' }).click();
      const apply = page.getByRole('button', { name: /^Apply/ });
      const answer = page.getByRole('button', { name: 'Answer' });
      await apply.or(answer).first().waitFor();
      await look('question or check');
      for (let asked = 0; asked < 10 && !(await apply.isVisible()); asked++) {
        await answer.click();
        await page.waitForTimeout(300);
      }
      await look('check');
      await apply.click();
      await page.getByText('5 rows of shipments').waitFor();
      await look('done');
      await page.getByRole('link', { name: 'Open the dashboard' }).click();
      await page.getByRole('heading', { name: /November 2026/ }).waitFor();
      const lookAt = async (place: string) => {
        await page.goto(place);
        await page.locator('main h1').waitFor();
        await page.waitForLoadState('networkidle');
        await look(place);
      };
      await lookAt('/');
      await lookAt('/explorer');
      await lookAt('/customers');
      // Ids of an import that was undone are never given out again.
      const card = await page.locator('main a[href*="/customers/client/"]').first().getAttribute('href');
      await lookAt(card ?? '');
      await lookAt('/data');
      await page.getByRole('button', { name: /^Undo import/ }).click();
      await look('undo');
      await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
      await page.getByText('undone').first().waitFor();
      await look('undone');
      expect([...new Set(russian)]).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    300_000,
  );

  test('a lost connection does not end an import; a server that was restarted knows it no more, and says so', async () => {
    const window = await openWindow(company.server.newLink(), { dark: true, language: 'en' });
    const { page, close } = window;
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
    await drop(window, 'november.csv', november());
    await page.getByRole('button', { name: 'Read 1 file' }).click();
    // The column that was asked for in the import before is known by now.
    await page.getByText('2 rows will not be loaded').waitFor();
    await page.context().setOffline(true);
    await page.getByText('The connection to the server is lost').first().waitFor();
    await page
      .getByRole('button', { name: /^Apply/ })
      .and(page.locator(':disabled'))
      .waitFor();
    await page.context().setOffline(false);
    await page.getByText('The connection to the server is lost').first().waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^Apply/ })
      .and(page.locator(':enabled'))
      .waitFor();
    await expectAccessible(page);

    // Whoever closed the page finds it among what is under way.
    await page.goto('/data');
    await page.getByText('waits for your decision').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Open' }).click();
    await page.getByText('2 rows will not be loaded').waitFor();
    await company.restart();
    await page.goto(company.server.newLink());
    await page.goBack();
    await page.getByText('The server does not know this import any more').waitFor();
    await expectAccessible(page);
    await close();
  });

  test('what cannot be imported is told, and nothing has changed; who may not import is told why', async () => {
    const window = await openWindow(company.server.newLink());
    const { page, close } = window;
    await page.getByRole('link', { name: 'Данные' }).click();
    await page.getByRole('button', { name: 'Загрузить' }).waitFor();
    await drop(window, 'пусто.csv', 'Дата;Контрагент;Сумма\n');
    await page.getByRole('button', { name: 'Прочитать 1 файл' }).click();
    await page.getByText('Файл не загружен, данные прежние').waitFor();
    await page.getByText('строк под ним нет').waitFor();
    await drop(window, 'ничего.csv', '');
    await page.getByText('файл пуст').waitFor();
    await expectAccessible(page);

    await page.route('**/api/v1/me', async (route) => {
      const answer = await route.fetch();
      const me = (await answer.json()) as { permissions: string[] };
      const permissions = me.permissions.filter((one) => one !== 'import');
      await route.fulfill({ response: answer, json: { ...me, permissions } });
    });
    await page.goto('/data/import');
    await page.getByText('Загружать данные вы не можете').waitFor();
    await page.goto('/data');
    await page.getByText('владелец или аналитик').first().waitFor();
    expect(await page.getByRole('button', { name: 'Загрузить' }).count()).toBe(0);
    await expectAccessible(page);
    await close();
  });
});
