import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bonusScheme } from '../../src/domain/bonus/scheme.ts';
import { figureQuery } from '../../src/domain/figure-query.ts';
import { describeInBrowser, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

// A month from the plan to the pay. Twelve shops buy once a week from February on; in October three of them are late.

const head =
  'Дата;Номер документа;Код контрагента;Контрагент;Телефон;Номенклатура;Количество;Сумма;Менеджер;Команда\n';
const shops = Array.from({ length: 12 }, (_, at) => ({
  ...{ code: `К-${at + 1}`, name: `Лавка ${at + 1}`, rep: at % 2 === 0 ? 'Анна' : 'Борис' },
  ...{ phone: `+7 912 000-00-${String(10 + at)}`, late: at < 3 },
}));
const day = (after: number): string => new Date(Date.UTC(2026, 1, 2 + after)).toISOString().slice(0, 10);
/** A week is a row for each shop. */
const weeks = (from: string, to: string, which: (shop: (typeof shops)[number]) => boolean): string =>
  head +
  Array.from({ length: 280 }, (_, after) => ({ after, on: day(after) }))
    .filter(({ on }) => on >= from && on <= to)
    .flatMap(({ after, on }) =>
      shops
        .filter((shop, at) => after % 7 === at % 5 && which(shop))
        .flatMap(({ code, name, rep, phone }) =>
          ['Чай', 'Сахар'].map((product, line) =>
            [
              ...[on.split('-').reverse().join('.'), `РН-${after}-${code}`, code, name, phone, product],
              ...['1', String(1000 + 10 * line), rep, 'Север'],
            ].join(';'),
          ),
        ),
    )
    .map((row) => `${row}\n`)
    .join('');

describeInBrowser('a month from plan to pay', () => {
  let company: WebCompany;
  const load = async (name: string, content: string) => {
    const path = join(company.dataDir, name);
    await writeFile(path, content);
    const { application } = company;
    const prepared = await application.prepareImport(
      [path],
      {},
      async () => undefined,
      () => undefined,
    );
    await prepared.apply();
  };
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-09-29');
    company = await webCompany('nothing');
    await load(
      'before.csv',
      weeks('2026-02-02', '2026-09-30', () => true),
    );
  }, 300_000);
  afterAll(() => company?.remove());

  test('is planned by a proposal, foreseen, worked on by telephone, closed, paid, and late documents show', async () => {
    const { application } = company;
    const month = '2026-10';
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: `/plan?month=${month}`,
    });
    await page.getByRole('button', { name: 'Предложить план' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('table').waitFor();
    await dialog.getByRole('button', { name: /^Взять в план: \d/ }).click();
    await page.getByRole('button', { name: 'Сохранить версию 1' }).click();
    await page.getByText('План сохранён: версия 1').waitFor();
    const { version, targets } = await application.plans.plan(month);
    const { members } = await application.organisation();
    const reps = members.filter(({ kind }) => kind === 'rep');
    const more = reps.map(({ id }) => ({
      ...({ level: 'rep', member: id, metric: 'sales', product: null, value: '40000' } as const),
    }));
    const ofCompany = {
      level: 'company',
      member: 0,
      metric: 'activeBase',
      product: null,
      value: '15',
    } as const;
    const kept = targets.map(({ name: _, ...target }) => target);
    await application.plans.save(month, { version, comment: '', targets: [...kept, ...more, ofCompany] });
    const scheme = bonusScheme.parse({
      ...{ name: 'Представители', from: month, whom: { level: 'rep' }, base: '10000' },
      parts: [{ metric: 'sales', weight: '1', scale: { kind: 'line', threshold: '0.5', cap: '1.2' } }],
    });
    await application.bonus.saveScheme({ id: null, version: 0, scheme });

    vi.stubEnv('AKB_TODAY', '2026-10-16');
    await load(
      'half.csv',
      weeks('2026-10-01', '2026-10-15', ({ late }) => !late),
    );
    await page.goto(`/plan?month=${month}`);
    const grid = page.getByRole('region', { name: 'План и факт' });
    await grid.locator('td[data-column=forecast]').first().waitFor();
    expect((await application.plans.fact(month)).rows.some(({ forecast }) => forecast !== null)).toBe(true);

    // The same working day of September is the one that the dashboard compares with.
    const { rows: planned } = await application.plans.fact(month, undefined, { compare: 'previous' });
    const { cells } = await application.table(
      figureQuery.parse({
        ...{ metrics: ['sales'], rows: ['rep'], period: month, compare: ['sameWorkingDay'] },
        ...{ unit: 'client', methods: [{ id: 'main' }] },
      }),
    );
    const ofRep = planned.filter(({ level, metric }) => level === 'rep' && metric === 'sales');
    expect(ofRep.map(({ member, before }) => [String(member), before])).toEqual(
      ofRep.map(({ member }) => {
        const cell = cells.find(({ rows: [id] }) => id === String(member));
        return [String(member), cell?.compared?.sameWorkingDay?.sales];
      }),
    );
    await page.getByRole('button', { name: /^Сравнение/ }).click();
    await page.getByRole('button', { name: 'К прошлому месяцу' }).click();
    await grid.locator('td[data-column=before]').filter({ hasText: /\d/ }).first().waitFor();

    // The quarter has a plan of its own, beside what the months within it are planned.
    await page.getByRole('button', { name: 'Октябрь 2026' }).click();
    await page.getByText('Квартал', { exact: true }).click();
    await page.getByRole('button', { name: 'IV кв.' }).click();
    await page.getByText('На IV кв. 2026 плана ещё нет').waitFor();
    await page.getByRole('button', { name: 'Ввести вручную' }).click();
    await page.getByLabel('АКБ, клиентов, план: Вся компания').fill('14');
    await page.getByRole('button', { name: 'Сохранить версию 1' }).click();
    await grid.getByRole('button', { name: '9: АКБ, клиентов, факт, Вся компания' }).waitFor();
    await page.getByRole('button', { name: '−5', exact: true }).click();
    await page.getByText('3 клиента', { exact: true }).waitFor();
    expect(await application.plans.fact('2026-Q4')).toMatchObject({
      rows: [{ value: '14', fact: '9', compared: { deviation: '-5' }, forecast: null }],
    });
    await page.goto(`/plan?month=${month}`);

    // What it pays, one step away.
    await grid.getByRole('link', { name: /премия, Анна$/ }).waitFor();

    // Who would close the gap.
    const late = await application.calls.page({ limit: 10, sort: 'plan' });
    expect(
      late.rows
        .map(({ name }) => name)
        .slice(0, 3)
        .sort(),
    ).toEqual(['Лавка 1', 'Лавка 2', 'Лавка 3']);
    const telephone = await openWindow(company.server.newLink(), {
      ...{ width: 360, height: 740 },
      at: `/plan?month=${month}`,
    });
    await telephone.page.getByTitle('Кто закроет разрыв: Анна').last().click();
    await telephone.page.getByText(/^До плана продаж не хватает /).waitFor();
    await telephone.page.getByRole('button', { name: 'Чей список: Анна' }).waitFor();
    await telephone.page.goto('/calls?sort=plan');
    for (const { name } of late.rows.slice(0, 3)) {
      const current = telephone.page.getByRole('article', { name, exact: true });
      await current.and(telephone.page.locator('[data-loaded]')).waitFor();
      await telephone.page.getByRole('button', { name: 'Заказ' }).click();
      await current.waitFor({ state: 'hidden' });
    }
    expect(await application.calls.page({ limit: 1 })).toMatchObject({ done: 3 });
    expect(telephone.complaints).toEqual([]);
    await telephone.close();

    vi.stubEnv('AKB_TODAY', '2026-11-02');
    await load(
      'rest.csv',
      weeks('2026-10-16', '2026-11-01', () => true),
    );
    const everybody = { month, limit: 1, everybody: true, sort: 'name' } as const;
    const [shop] = (await application.customerPlans.page(everybody)).rows;
    const target = { customer: shop?.id ?? 0, metric: 'sales', value: '1' } as const;
    await application.customerPlans.save(month, { version: 0, comment: '', targets: [target] });
    await page.goto(`/plan?month=${month}`);
    await page.getByRole('button', { name: 'Закрыть период' }).click();
    await dialog.getByRole('button', { name: 'Закрыть период' }).click();
    await page.getByText(/^Месяц закрыт: /).waitFor();
    await page.getByText(/С тех пор ничего не изменилось/).waitFor();
    await page.goto(`/bonus?month=${month}`);
    const { statements, kept: settled } = await application.bonus.statements(month);
    expect(settled).not.toBeNull();
    await page.getByRole('link', { name: statements[0]?.name ?? '?' }).click();
    await page.getByRole('row').filter({ hasText: 'К выплате' }).waitFor();

    // The dashboard of a month that is over goes by its plan too, and keeps what it was closed with.
    const another = `31.10.2026;РН-вторая;${shop?.code};${shop?.name};;Чай;1;700;Анна;Север\n`;
    await load('late.csv', `${head}31.10.2026;РН-поздняя;К-13;Лавка 13;;Чай;1;5000;Анна;Север\n${another}`);
    await page.goto(`/?period=${encodeURIComponent(JSON.stringify(month))}`);
    await page.getByText('закрыто так, сейчас 13').waitFor();
    await page.getByText('80,0 % плана 15, не хватило 3').waitFor();
    await page.getByText('Таблица', { exact: true }).click();
    await page.getByRole('row', { name: 'октябрь 2026 13 15' }).waitFor();
    await page.goto(`/plan?month=${month}`);
    await page.getByText(/2 документа этого месяца/).waitFor();
    await grid.locator('td[data-column=live]').filter({ hasText: /\d/ }).first().waitFor();
    expect((await application.bonus.statements(month)).statements).toEqual(statements);

    // So does the month of each planned customer.
    await page.getByRole('link', { name: 'По клиентам' }).click();
    await page.getByText(/У 1 клиента с планом факт сейчас был бы другим/).waitFor();
    await page.getByText(/2 документа этого месяца/).waitFor();
    const { rows: closed } = await application.customerPlans.page({ month, limit: 1 });
    const [fact, live] = [closed[0]?.fact, closed[0]?.drifted?.live].map(Number);
    expect(live).toBe((fact ?? 0) + 700);
    const figures = await page.locator('tbody tr').last().locator('td').allInnerTexts();
    expect(figures.slice(1, 3).map((text) => Number(text.replace(/\D/g, '')))).toEqual([fact, live]);
    expect(complaints).toEqual([]);
    await close();
  }, 300_000);
});
