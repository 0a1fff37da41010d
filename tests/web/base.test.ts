import { afterAll, beforeAll, expect, test } from 'vitest';
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
    const moved = Number.parseInt((await make.innerText()).replace(/^\D+/, ''), 10);
    await page.getByText('Вручную').click();
    const [first] = await page.getByRole('combobox', { name: /^Кому: / }).all();
    await first?.selectOption('не передаётся');
    await page.getByText(`Остаются у ${giver.name}`).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: new RegExp(`^Передать ${moved - 1} `) }).click();
    await page.getByRole('link', { name: new RegExp(`^Отчёт о передаче: ${giver.name}`) }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${receiver.name}`) }).waitFor();
    await expectAccessible(page);
    expect(await counted('2026-09', 'rep')).toEqual(september);
    // The same customers bought: only whose they are has changed.
    expect(await counted('2026-10')).toEqual(october);

    const [made] = await company.application.handOver.list();
    if (made === undefined) throw new Error('nothing was handed over');
    const { customers } = await company.application.handOver.report(made.id);
    expect(customers).toHaveLength(moved - 1);
    expect(await page.locator('tbody tr').count()).toBe(customers.length);
    await page.goto(`/customers/client/${customers[0]?.id}`);
    await page.getByText(receiver.name).first().waitFor();

    await page.goto('/hand-over');
    await page.getByRole('button', { name: /^Отменить передачу/ }).click();
    await page.getByText(/^отменена/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('both stand in the dark, in English, within the width of a phone', async () => {
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
    await close();
  });
});
