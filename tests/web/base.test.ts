import { afterAll, beforeAll, expect, test } from 'vitest';
import { multiply } from '../../src/domain/decimal.ts';
import { formatMoney, formatNumber } from '../../src/domain/money.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { isLongRun } from '../budget.ts';
import { describeInBrowser, expectAccessible, openWindow } from './browser.ts';
import { type WebCompany, webCompany } from './company.ts';

describeInBrowser('the customer base', () => {
  let company: WebCompany;
  beforeAll(async () => {
    company = await webCompany('demo');
  }, 300_000);
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
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=organisation',
    });
    const organisation = await company.application.organisation('2026-10-31');
    const reps = organisation.members.filter(({ kind }) => kind === 'rep');
    const unique = reps.filter(({ name }) => reps.filter((one) => one.name === name).length === 1);
    const [giver, receiver] = unique;
    if (giver === undefined || receiver === undefined) throw new Error('the demo company has no two reps');
    const september = await counted('2026-09', 'rep');
    const october = await counted('2026-10');

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

    // Of those chosen in the list, and nobody else.
    await page.goto('/customers?unit=client&who=active');
    await page.locator('[data-ready] tbody input[type=checkbox]').first().check();
    await page.getByRole('button', { name: 'Ещё действия с выбранными' }).click();
    await page.getByRole('menuitem', { name: 'Передать портфель' }).click();
    await page.getByText('Передаются только выбранные в списке: 1 клиент').waitFor();
    const owners = page.getByRole('combobox', { name: 'Кто передаёт' });
    await expect.poll(() => owners.inputValue()).not.toBe('');
    const owner = await owners.inputValue();
    await choose('Кто принимает', (owner.startsWith(giver.name) ? receiver : giver).name);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Передать 1 клиента' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  test.skipIf(!isLongRun)(
    'legal entities chosen in the list become one client, as the preview says, and part again',
    async () => {
      const { page, complaints, close } = await openWindow(company.server.newLink(), {
        at: '/customers?unit=legalEntity',
      });
      const before = await counted('2026');
      const rows = page.locator('[data-ready] tbody input[type=checkbox]');
      await rows.nth(0).check();
      await rows.nth(1).check();
      await page.getByRole('button', { name: 'Ещё действия с выбранными' }).click();
      await page.getByRole('menuitem', { name: 'Объединить в группу' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Название').fill('Холдинг «Берег»');
      await dialog
        .getByRole('button', { name: /^Вывести/ })
        .nth(1)
        .waitFor();
      await dialog
        .getByRole('columnheader', { name: 'АКБ' })
        .or(dialog.getByText('АКБ ни одного'))
        .first()
        .waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Сохранить' }).click();
      await dialog.waitFor({ state: 'detached' });
      const [made] = await company.application.groups.list();
      expect(made).toMatchObject({ name: 'Холдинг «Берег»', entities: [{}, {}] });
      await page.getByRole('button', { name: 'Изменить: Холдинг «Берег»' }).waitFor();
      await expectAccessible(page);

      // His card says so, and whose sub-dealer he is; no figure changes by that.
      const grouped = await counted('2026');
      await page.getByRole('link', { name: 'Холдинг «Берег»' }).click();
      const ties = page.locator('section', { has: page.getByRole('heading', { name: 'Связи' }) });
      await ties.getByRole('link', { name: 'Холдинг «Берег», холдинг' }).waitFor();
      await ties.getByRole('button', { name: 'Изменить' }).click();
      await dialog.getByRole('combobox').fill('а');
      await dialog.getByRole('option').first().click();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Сохранить' }).click();
      await dialog.waitFor({ state: 'detached' });
      const [dealer] = await company.application.dealers.list();
      await ties.getByRole('link', { name: dealer?.name ?? '' }).click();
      await ties.getByText('1 субдилер').waitFor();
      await expectAccessible(page);
      expect(await counted('2026')).toEqual(grouped);

      await page.goto(`/groups?group=${made?.id}`);
      await page.getByRole('rowheader', { name: dealer?.name ?? '' }).waitFor();
      await dialog.getByRole('button', { name: 'Расформировать…' }).click();
      await dialog.getByRole('button', { name: 'Расформировать', exact: true }).click();
      await page.getByText('Групп, объединённых вручную, нет').waitFor();
      expect(await counted('2026')).toEqual(before);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test('whoever never bought is removed with a reason and comes back; destroying asks for the name', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/customers?unit=client&who=prospects&sort=name',
    });
    const before = await counted('2026');
    const dialog = page.getByRole('dialog');
    await page.locator('[data-ready] tbody input[type=checkbox]').first().check();
    await page.getByRole('button', { name: 'Ещё действия с выбранными' }).click();
    await page.getByRole('menuitem', { name: 'Удалить выбранных…' }).click();
    await dialog.getByLabel('Причина').fill('заведён по ошибке');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const [gone] = await company.application.removals.list();
    expect(gone).toMatchObject({ reason: 'заведён по ошибке' });

    await page.getByRole('button', { name: 'Ещё действия', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Удалённые клиенты' }).click();
    await page.getByRole('button', { name: `Уничтожить данные: ${gone?.name}` }).click();
    const destroy = dialog.getByRole('button', { name: 'Уничтожить навсегда' });
    expect(await destroy.isDisabled()).toBe(true);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Отмена' }).click();
    await page.getByRole('button', { name: `Вернуть: ${gone?.name}` }).click();
    await page.getByRole('heading', { name: 'Удалённых нет' }).waitFor();
    expect(await company.application.removals.list()).toEqual([]);

    // Whoever has bought stays, and the card says why.
    complaints.length = 0;
    const active = { kind: 'state', state: 'active', period: '2026-10' } as const;
    const buyers = { language: 1, unit: 'client', method: { id: 'main' }, set: active } as const;
    const page1 = await company.application.setPage(buyers, { period: periodOf('2026-10'), limit: 1 });
    await page.goto(`/customers/client/${page1.rows[0]?.id}`);
    await page.getByRole('button', { name: 'Ещё о клиенте' }).first().click();
    await page.getByRole('menuitem', { name: 'Удалить клиента…' }).click();
    await dialog.getByLabel('Причина').fill('ошибка');
    await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
    await dialog.getByText('показатели прошлых периодов').waitFor();
    expect(await counted('2026')).toEqual(before);
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
    await close();
  });

  test('prospects get a level by rules, counted before they are saved, and are in no base', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), { at: '/customers' });
    const before = await counted('2026');
    await page.getByRole('button', { name: 'Ещё действия', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Потенциальные по уровням' }).click();
    await page.getByText('Потенциальные не входят ни в АКБ, ни в ОКБ', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Изменить правила' }).click();
    await page.getByLabel('Вид деятельности').first().fill('HoReCa');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const foreseen = await page.getByText(/^Уровень 1: [1-9]/).innerText();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Правила уровней сохранены').waitFor();
    const [first] = await company.application.prospects.levels();
    expect(foreseen).toContain(`Уровень 1: ${first?.size} `);
    await page.getByRole('link', { name: `Уровень 1 ${first?.size}` }).click();
    await page.getByRole('cell', { name: 'HoReCa' }).first().waitFor();
    expect(await page.getByRole('cell', { name: 'Розница' }).count()).toBe(0);
    await expectAccessible(page);
    expect(await counted('2026')).toEqual(before);
    await page.keyboard.press('Control+z');
    await page.getByText('Правил ещё нет').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  // The usual run has the journey of plans (plan-journey.test.ts).
  test.skipIf(!isLongRun)(
    'a plan is proposed, saved and stands beside the fact; whoever was slower loses nothing',
    async () => {
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

      const [{ period: month = '' } = {}] = await plans.list();
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
      await page
        .getByRole('button', { name: new RegExp(`^Прогноз .*, ${busy.name}: чем и почему$`) })
        .click();
      await dialog.getByText(/Каждый прогноз проверен на/).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });

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
    },
  );

  test('single customers are planned by their rhythm, changed in the list and beside what they bought', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/plan?month=2026-10',
    });
    const { customerPlans } = company.application;
    const month = '2026-10';
    await page.getByRole('link', { name: 'По клиентам' }).click();
    await page.getByText('Клиентам на октябрь 2026 ничего не запланировано').waitFor();
    await page.getByRole('button', { name: 'Предложить план' }).first().click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить версией 1' }).click();
    const grid = page.getByRole('region', { name: 'План и факт по клиентам' });
    await grid.waitFor();
    const { rows, total } = await customerPlans.page({ month, limit: 2 });
    const [first] = rows;
    if (first === undefined) throw new Error('nobody is expected to buy');
    const field = grid.getByRole('textbox', { name: `Продажи, ₽, план: ${first.name}`, exact: true });
    await field.fill('минус');
    await page.getByText('1 число нельзя запланировать').waitFor();
    await page.keyboard.press('Control+KeyZ');
    expect(await field.inputValue()).toBe(first.plan?.replace('.', ','));
    await field.fill('1 234,5');
    await page.getByLabel('Почему план такой').fill('договорились');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить версию 2' }).click();
    await page.getByText('План клиентов сохранён: версия 2, 1 цель').waitFor();
    const after = await customerPlans.page({ month, limit: 500 });
    expect(after.rows.find(({ id }) => id === first.id)).toMatchObject({ plan: '1234.5', fact: first.fact });
    expect(after).toMatchObject({ size: total.planned, plan: { version: 2, comment: 'договорились' } });
    expect(complaints).toEqual([]);
    await close();
  });

  test.skipIf(!isLongRun)(
    'a scheme of premiums shows what it comes to, then pays people line by line',
    async () => {
      const { bonus, plans } = company.application;
      const month = '2026-08';
      const proposed = await plans.propose({
        ...{
          period: month,
          level: 'rep',
          metric: 'sales',
          base: 'previous',
          by: { goal: { kind: 'maintain' } },
        },
      });
      const targets = proposed.targets.map(({ base: _, name: __, ...target }) => target);
      await plans.save(month, { version: 0, comment: '', targets });
      const { page, complaints, close } = await openWindow(company.server.newLink(), {
        at: `/bonus?month=${month}`,
      });
      await page.getByRole('heading', { name: 'За этот месяц премий нет' }).waitFor();
      await page.getByRole('button', { name: 'Схемы' }).click();
      await page.getByRole('button', { name: 'Новая схема' }).click();
      await page.getByLabel('Название').fill('Торговые представители');
      const example = page.getByRole('complementary').filter({ hasText: 'Пример' });
      await example.getByLabel('Продажи, вып. %').fill('75');
      await example.getByLabel('АКБ, вып. %').fill('103,3');
      await example.getByLabel('SKU на клиента, вып. %').fill('130');
      // 30,000 × (0.5 × 0 + 0.3 × 1.033 + 0.2 × 1.2)
      await example.getByText('16 497,00 ₽').waitFor();
      await page.getByRole('button', { name: 'Убрать: SKU на клиента' }).click();
      await page.getByText('Сумма весов должна быть 100 %.').waitFor();
      await page.getByLabel('Вес, %').last().fill('50');
      for (const block of ['Ставка за активную точку', 'Бонус за новых клиентов', 'Фонд команды'])
        await page.getByText(block).click();
      await page.getByLabel('Доля возвратов', { exact: true }).check();
      await page.getByText('по ступеням').first().click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Сохранить' }).click();
      await page.getByRole('heading', { name: 'Торговые представители' }).waitFor();
      await page.getByRole('link', { name: 'Ведомость' }).click();

      const { statements } = await bonus.statements(month);
      const paid = statements.find(({ total }) => total !== '0.00');
      if (paid === undefined) throw new Error('somebody of the demo company earns something');
      await page.getByRole('link', { name: paid.name }).click();
      await page.getByRole('heading', { level: 1, name: paid.name }).waitFor();
      const total = page.getByRole('row').filter({ hasText: 'К выплате' });
      expect(await total.innerText()).toContain(formatMoney(paid.total, 'ru'));
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Скачать XLSX' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`akb-bonus-${month}-${paid.member}.xlsx`);
      await page.getByRole('link', { name: 'Вся ведомость' }).click();
      await page.getByRole('button', { name: 'Зафиксировать' }).click();
      await page.getByText('Новые данные, планы и схемы её не меняют').waitFor();
      expect((await bonus.statements(month)).kept).not.toBeNull();
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test('special information of persons is asked for once its purpose is said, and erased with it', async () => {
    const { page, complaints, close } = await openWindow(company.server.newLink(), {
      at: '/settings?tab=personal',
    });
    const dialog = page.getByRole('dialog');
    const special = () => company.application.contacts.special();
    await page.getByText('Выключено: эти сведения не хранятся.').waitFor();
    await page.locator('label', { hasText: 'Хранить особые сведения' }).click();
    await page.getByLabel('Для чего они нужны').fill('поздравления по просьбе клиента');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Особые сведения включены').waitFor();
    expect(await special()).toEqual({ purpose: 'поздравления по просьбе клиента' });

    const everybody = { kind: 'state', state: 'active', period: '2026-10' } as const;
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: everybody } as const;
    const { rows } = await company.application.setPage(set, { period: periodOf('2026-10'), limit: 1 });
    await page.goto(`/customers/client/${rows[0]?.id}?tab=people`);
    await page.getByRole('button', { name: 'Добавить' }).first().click();
    await dialog.getByRole('group', { name: 'Особые сведения' }).waitFor();

    await page.goto('/settings?tab=personal');
    await page.locator('label', { hasText: 'Хранить особые сведения' }).click();
    await dialog.getByRole('button', { name: 'Выключить и стереть' }).click();
    await page.getByText('Выключено: эти сведения не хранятся.').waitFor();
    expect(await special()).toEqual({ purpose: null });
    expect(complaints).toEqual([]);
    await close();
  });

  test('all of them stand in the dark, in English, within the width of a phone', async () => {
    const options = { dark: true, language: 'en', width: 360, height: 740, at: '/duplicates' } as const;
    const { page, close } = await openWindow(company.server.newLink(), options);
    const fits = async () => {
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
      await expectAccessible(page);
    };
    await page.getByRole('radio').first().waitFor();
    await fits();
    await page.goto('/hand-over');
    await page.getByText('Choose whose customers are handed over.').waitFor();
    await fits();
    await page.goto('/groups');
    await page.getByRole('heading', { name: 'Dealers and sub-dealers' }).waitFor();
    await fits();
    await page.goto('/removed');
    await page.getByRole('heading', { name: 'Nobody is removed' }).waitFor();
    await fits();
    await page.goto('/prospects');
    await page.getByRole('heading', { name: 'Rules of levels' }).waitFor();
    await page.getByRole('rowheader').first().waitFor();
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
    await company.application.customerPlans.save('2026-09', {
      ...{ version: 0, comment: '' },
      targets: (
        await company.application.customerPlans.page({ month: '2026-09', everybody: true, limit: 3 })
      ).rows.map(({ id }) => ({ customer: id, metric: 'sales', value: '100.5' })),
    });
    await page.goto('/plan?month=2026-09&view=customers');
    await page.getByRole('region', { name: 'Plan and fact by customers' }).waitFor();
    await fits();
    await page.goto('/bonus?month=2026-08');
    await page.getByRole('link', { name: 'Schemes' }).click();
    await page.getByRole('button', { name: 'A new scheme' }).click();
    await page.getByText('by steps').first().click();
    await fits();
    await close();
  });
});
