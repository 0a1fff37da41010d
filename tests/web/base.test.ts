import { afterAll, beforeAll, expect, test } from 'vitest';
import { multiply } from '../../src/domain/decimal.ts';
import { formatNumber } from '../../src/domain/money.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

describeInBrowser('the customer base', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 120_000);
  afterAll(() => company?.remove());

  const periodOf = (label: string) => {
    const period = parsePeriod(label, { today: '2026-10-31' });
    if ('code' in period) throw new Error(period.code);
    return period;
  };
  const figures = (label: string, by?: 'rep') =>
    company.application.figures({
      ...{ periods: [periodOf(label)], unit: 'legalEntity' as const, method: 'main' },
      ...(by && { by }),
    });
  /** The answer without what is only of its time. */
  const counted = async (label: string, by?: 'rep') => {
    const reports = await figures(label, by);
    return reports.map(({ figures: all, rows }) => ({ all, rows }));
  };

  test('customers merged by a key are one in the base, and two again, to the last figure', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const { candidates } = await company.application.duplicates.candidates({ limit: 50 });
    const [first] = candidates;
    if (first === undefined) throw new Error('the demo company has no duplicates');
    const before = await counted('2026');
    await page.getByRole('link', { name: 'Дубли' }).click();
    const pairs = page.getByRole('region', { name: 'Пары по убыванию балла' });
    const chosen = pairs.locator('[aria-current]');
    await page
      .getByText(/^АКБ (изменится|не изменится)/)
      .first()
      .waitFor();
    await expectAccessible(page);

    // Not one after all, and back.
    await page.keyboard.press('n');
    await page.getByText('не дубль', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Не дубли' }).click();
    await page.getByRole('button', { name: /^Вернуть на проверку/ }).click();
    await page.getByRole('heading', { name: 'Таких пар нет' }).waitFor();
    await page.getByRole('link', { name: 'На проверку' }).click();
    await page.getByRole('radio').first().waitFor();

    // The one that would go stays after all, by the place of the key.
    const survivor = page.getByRole('columnheader', { name: /^Остаётся/ });
    const kept = await survivor.innerText();
    await page.keyboard.press('s');
    expect(await survivor.innerText()).not.toBe(kept);
    await page.keyboard.press('s');
    expect(await survivor.innerText()).toBe(kept);

    const name = await chosen.innerText();
    await page.keyboard.press('m');
    await page.getByText('теперь часть').waitFor();
    expect(await chosen.innerText()).not.toBe(name);
    const one = await counted('2026');
    expect(one).not.toEqual(before);

    await page.getByRole('link', { name: 'Объединённые' }).click();
    await page.getByRole('button', { name: /^Разъединить/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Разъединить' }).click();
    await page.getByText(/^разъединены/).waitFor();
    expect(await counted('2026')).toEqual(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a portfolio goes over from a day on: past months stay, the card names the new owner', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const organisation = await company.application.organisation('2026-10-31');
    const reps = organisation.members.filter(({ kind }) => kind === 'rep');
    const unique = reps.filter(({ name }) => reps.filter((one) => one.name === name).length === 1);
    const [giver, receiver] = unique;
    if (giver === undefined || receiver === undefined) throw new Error('the demo company has no two reps');
    const september = await counted('2026-09', 'rep');
    const october = await counted('2026-10');

    await page.goto('/settings?tab=organisation');
    await page.getByRole('link', { name: 'Передать клиентов' }).click();
    const choose = async (field: string, name: string) => {
      await page.getByRole('combobox', { name: field }).fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    };
    await choose('Кто передаёт', giver.name);
    await choose('Кто принимает', receiver.name);
    await page.getByLabel('С какого дня').fill('2026-10-01');
    const make = page.getByRole('button', { name: /^Передать \d/ });
    await make.waitFor();
    await expectAccessible(page);
    await make.click();
    await page.getByRole('link', { name: new RegExp(`^Отчёт о передаче: ${giver.name}`) }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${receiver.name}`) }).waitFor();
    await expectAccessible(page);
    expect(await counted('2026-09', 'rep')).toEqual(september);
    // The same customers bought: only whose they are has changed.
    expect(await counted('2026-10')).toEqual(october);

    const [made] = await company.application.handOver.list();
    if (made === undefined) throw new Error('nothing was handed over');
    const { customers } = await company.application.handOver.report(made.id);
    expect(await page.locator('tbody tr').count()).toBe(customers.length);
    await page.goto(`/customers/client/${customers[0]?.id}`);
    await page.getByText(receiver.name).first().waitFor();

    await page.goto('/hand-over');
    await page.getByRole('button', { name: /^Отменить передачу/ }).click();
    await page.getByText(/^отменена/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a plan is proposed, saved and stands beside the fact; whoever was slower loses nothing', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink());
    const { plans } = company.application;
    await page.locator('[data-ready]').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/plan$/);
    await page.getByRole('button', { name: 'Предложить план' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('table').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /^Взять в план: \d/ }).click();
    await page.getByLabel('Почему план такой').fill('решение собрания');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('План сохранён: версия 1').waitFor();

    const [{ month = '' } = {}] = await plans.list();
    const { rows } = await plans.fact(month);
    const number = (value: string | null | undefined, decimals: number) =>
      value === null || value === undefined ? '—' : formatNumber(value, 'ru', { decimals });
    const shown = page.getByRole('region', { name: 'План и факт' }).locator('tbody tr:has([data-column])');
    await shown.first().waitFor();
    const figuresShown = await shown.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('[data-column]')].map((cell) => cell.textContent)),
    );
    expect(
      figuresShown
        .map(([fact, plan, _bar, _deviation, _share, fulfilment, pace]) => [fact, plan, fulfilment, pace])
        .sort(),
    ).toEqual(
      rows
        .map(({ fact, value, compared, requiredPace }) => [
          ...[number(fact, 0), number(value, 0)],
          ...[
            number(compared?.fulfilment && multiply(compared.fulfilment, '100'), 1),
            number(requiredPace, 1),
          ],
        ])
        .sort(),
    );
    await expectAccessible(page);
    const busy = rows.find(({ fact }) => Number(fact) > 1);
    if (busy === undefined) throw new Error('nobody has two active customers');
    const door = page.getByRole('button', { name: new RegExp(`^${busy.fact}: АКБ.*${busy.name}$`) });
    await door.click();
    await page
      .getByTestId('drill')
      .getByRole('heading', { name: new RegExp(`^${busy.fact} клиент`) })
      .waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Изменить план' }).click();
    const { members } = await company.application.organisation('2026-10-31');
    const above = members.find(({ id }) => id === members.find((one) => one.id === busy.member)?.parent);
    const field = page.getByRole('textbox', { name: `АКБ, клиентов, план: ${above?.name}`, exact: true });
    await field.fill('тысяча');
    await page.getByText('1 число не понято').waitFor();
    await page.keyboard.press('Control+KeyZ');
    expect(await field.inputValue()).toBe('');
    await field.fill('1 234');
    await plans.save(month, { version: 1, comment: 'кто быстрее', targets: [] });
    await page.getByRole('button', { name: 'Сохранить версию 2' }).click();
    await page.getByText('версию 2 сохранил другой человек: владелец папки').waitFor();
    await expectAccessible(page);
    expect(await field.inputValue()).toBe('1 234');
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);
    await page.getByRole('button', { name: 'Сохранить мои числа следующей версией' }).click();
    await page.getByText('План сохранён: версия 3').waitFor();
    const saved = await plans.plan(month);
    expect(saved.targets).toHaveLength(rows.length + 1);
    expect(saved.targets).toContainEqual(
      expect.objectContaining({ level: above?.kind, member: above?.id, value: '1234' }),
    );
    await page.getByText('Части не складываются').waitFor();
    await page.getByRole('button', { name: 'Утвердить' }).click();
    await page.getByText(/утверждён: владелец папки/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('they stand in the dark, in English, within the width of a phone', async () => {
    const options = { dark: true, language: 'en', width: 360, height: 740 } as const;
    const { page, close } = await openWindow(company.server.newLink(), options);
    const fits = async () => {
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
      await expectAccessible(page);
    };
    await page.goto('/duplicates');
    await page.getByRole('radio').first().waitFor();
    await fits();
    await page.goto('/hand-over');
    await page.getByText('Choose whose customers are handed over.').waitFor();
    await fits();
    const target = {
      level: 'company',
      member: 0,
      metric: 'activeBase',
      product: null,
      value: '100',
    } as const;
    await company.application.plans.save('2026-09', { version: 0, comment: '', targets: [target] });
    await page.goto('/plan?month=2026-09');
    await page.getByRole('button', { name: /fact, Whole company$/ }).waitFor();
    await fits();
    await page.getByRole('button', { name: 'Change the plan' }).click();
    await page.getByRole('textbox', { name: /plan: Whole company$/ }).waitFor();
    await fits();
    await close();
  });
});
