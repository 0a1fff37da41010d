import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import { purchasesToCome } from '../../src/domain/customer-forecast/purchases-to-come.ts';
import {
  learnSilences,
  paceOf,
  silenceSteps,
  stepOfDays,
} from '../../src/domain/customer-forecast/silences.ts';
import type { CustomerTarget } from '../../src/domain/customer-plan.ts';
import { round } from '../../src/domain/decimal.ts';
import { csvHeader, csvRow } from '../../src/edges/output/csv.ts';
import { customerSheetColumns } from '../../src/edges/output/customer-sheet.ts';
import type { Application } from '../../src/facade.ts';
import type { CustomerPlanQuestion } from '../../src/use-cases/customer-plans/page.ts';
import { engines, refusalOf, type TestApplication } from '../harness/application.ts';

// Up to 12 October Ромашка buys every week for 100, Лютик every month for 1,000, both of Анна; the others, of Борис, now and then.
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;ИНН;Номенклатура;Количество;Сумма;Менеджер;Команда
06.09.2026;РН-1;К-1;Ромашка;7707083893;Молоко;1;100;Анна;Север
13.09.2026;РН-2;К-1;Ромашка;7707083893;Молоко;1;100;Анна;Север
20.09.2026;РН-3;К-1;Ромашка;7707083893;Сыр;1;100;Анна;Север
27.09.2026;РН-4;К-1;Ромашка;7707083893;Молоко;1;100;Анна;Север
01.06.2026;РН-5;К-2;Лютик;;Сыр;1;1000;Анна;Север
01.07.2026;РН-6;К-2;Лютик;;Сыр;1;1000;Анна;Север
31.07.2026;РН-7;К-2;Лютик;;Сыр;1;1000;Анна;Север
05.09.2026;РН-8;К-2;Лютик;;Сыр;1;1000;Анна;Север
10.09.2026;РН-9;К-3;Мята;;Сыр;1;70,01;Борис;Юг
29.09.2026;РН-10;К-3;Мята;;Сыр;1;70,01;Борис;Юг
30.09.2026;РН-11;К-4;Ромашка Плюс;;Сыр;1;30;Борис;Юг
04.10.2026;РН-20;К-1;Ромашка;7707083893;Молоко;1;150;Анна;Север
12.10.2026;РН-21;К-3;Мята;;Сыр;1;500;Борис;Юг
`;
const month = '2026-10';

let akb: TestApplication;
let application: Application;
const ids = new Map<string, number>();
const reps = new Map<string, number>();
const of = (name: string): number => ids.get(name) ?? 0;
const page = (asked: Partial<CustomerPlanQuestion> = {}, by: Application = application) =>
  by.customerPlans.page({ month, limit: 100, ...asked });
const shown = async (asked: Partial<CustomerPlanQuestion> = {}, by: Application = application) =>
  (await page(asked, by)).rows.map(({ name, plan, fact, compared }) => [
    ...[name, plan, fact, compared?.deviation ?? null],
  ]);
const state = (
  version: number,
  name: string,
  value: string | null,
  metric: CustomerTarget['metric'] = 'sales',
) =>
  application.customerPlans.save(month, {
    ...{ version, comment: '' },
    targets: [{ customer: of(name), metric, value }],
  });
const seenBy = (rep: string): Application =>
  application.as({
    ...{ ...folderHolder, role: 'analyst', user: null },
    scope: { nodes: [{ dimension: 'rep', member: reps.get(rep) ?? 0 }] },
  });

describe.each(engines)('plans of customers (%s)', (_, open) => {
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-09-30');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
    for (const { id, name } of (await application.organisation()).members) reps.set(name, id);
    for (const { id, name } of (await page({ everybody: true })).rows) ids.set(name, id);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  const company = { level: 'company', member: 0 } as const;
  const keep = { goal: { kind: 'maintain' } } as const;

  test('the customers of a rep are planned by their own rhythm: purchases of the month × what they usually spend', async () => {
    const anna = { level: 'rep', member: reps.get('Анна') ?? 0 } as const;
    const question = { node: anna, metric: 'sales', base: 'rhythm', by: keep } as const;
    const proposed = await application.customerPlans.propose({ month, ...question });
    expect(proposed).toMatchObject({ size: 2, total: '1400', withdrawn: 0 });
    expect(proposed.first.map(({ name, value }) => [name, value])).toEqual([
      ['Лютик', '1000'],
      ['Ромашка', '400'],
    ]);
    const saved = await application.customerPlans.adopt(month, {
      ...{ question, dataVersion: proposed.dataVersion, version: 0, comment: 'по ритму' },
    });
    expect(saved).toMatchObject({ version: 1, changed: 2, stated: 'before', comment: 'по ритму' });
    const bought = { node: company, metric: 'activeBase', base: 'rhythm', by: keep } as const;
    expect(await application.customerPlans.propose({ month, ...bought })).toMatchObject({
      size: 4,
      total: '4',
    });
  });

  test('the sales of a node are shared out among its customers to the kopeck', async () => {
    const question = { node: company, metric: 'sales', base: 'previous', by: { total: '1000.01' } } as const;
    const { size, total, first } = await application.customerPlans.propose({ month, ...question });
    expect([size, total]).toEqual([4, '1000.01']);
    expect(first.map(({ name, base, value }) => [name, base, value])).toEqual([
      ['Лютик', '1000', '636.94'],
      ['Ромашка', '400', '254.78'],
      ['Мята', '140.02', '89.18'],
      ['Ромашка Плюс', '30', '19.11'],
    ]);
  });

  test('they stand beside what the customers bought; of a changed target it is said when it was stated', async () => {
    vi.stubEnv('AKB_TODAY', '2026-10-15');
    const saved = await state(1, 'Мята', '450');
    expect(saved).toMatchObject({ version: 2, changed: 1, stated: 'during' });
    await state(1, 'Ромашка', '500.50');
    const found = await page();
    expect(await shown()).toEqual([
      ['Лютик', '1000', '0', '-1000'],
      ['Ромашка', '500.5', '150', '-350.5'],
      ['Мята', '450', '500', '50'],
    ]);
    expect(found.rows.map(({ stated }) => stated?.stated)).toEqual(['before', 'during', 'during']);
    expect(found).toMatchObject({
      ...{ size: 3, latest: 3, plan: { version: 3 } },
      total: { planned: 3, plan: '1950.5', fact: '650', missing: '1350.5', behind: 2 },
    });
    expect(found.rows[1]).toMatchObject({ rep: 'Анна', lastPurchase: '2026-10-04', expected: '2026-10-11' });
    expect(await shown({ sort: 'name', everybody: true })).toEqual([
      ...[
        ['Лютик', '1000', '0', '-1000'],
        ['Мята', '450', '500', '50'],
      ],
      ...[
        ['Ромашка', '500.5', '150', '-350.5'],
        ['Ромашка Плюс', null, '0', null],
      ],
    ]);
    expect(await shown({ version: 1, search: 'ромаш' })).toEqual([['Ромашка', '400', '150', '-250']]);
    expect(await shown({ customer: of('Мята') })).toEqual([['Мята', '450', '500', '50']]);
    expect(await application.customerPlans.compare(month, 1, 3)).toMatchObject({
      size: 2,
      changes: [
        { name: 'Мята', from: null, to: '450' },
        { name: 'Ромашка', from: '400', to: '500.5' },
      ],
    });
  });

  test('of each is said what a day has to bring, what the month will end with and how likely that is the plan', async () => {
    // Silences up to 12 October, the first three of each by the median of both who have a rhythm, 19 days.
    const zero = () => Array.from({ length: silenceSteps }, () => 0);
    const counts = new Map<number, { ended: number[]; open: number[] }>();
    const silent = (days: number, interval: number, intervals: number, which: 'ended' | 'open') => {
      const pace = paceOf(intervals >= 3, interval, intervals);
      const of = counts.get(pace) ?? { ended: zero(), open: zero() };
      counts.set(pace, of);
      const step = stepOfDays(days, interval);
      of[which][step] = (of[which][step] ?? 0) + 1;
    };
    for (const days of [7, 7, 7, 30, 30, 36, 19, 13]) silent(days, 19, 0, 'ended');
    silent(7, 7, 3, 'ended');
    silent(8, 7, 4, 'open');
    silent(37, 30, 3, 'open');
    for (const days of [0, 12]) silent(days, 19, 0, 'open');
    const silences = learnSilences(counts);
    // 14 working days are left, the last of them is Friday the 30th.
    const left = { from: 1, to: 18 };
    const romashka = purchasesToCome({ interval: 7, silence: 8 }, left, silences(paceOf(true, 7, 4)));
    const found = await page();
    expect(found.rows.map(({ requiredPace }) => requiredPace)).toEqual(['71.43', '25.04', '0']);
    expect(found.rows[1]?.forecast).toMatchObject({
      value: round((150 + 110 * romashka.mean).toFixed(6), 2),
      by: {
        basis: 'own',
        interval: 7,
        silence: 8,
        purchases: round(romashka.mean.toFixed(6), 2),
        cheque: '110',
      },
    });
    expect(found.rows[2]?.forecast).toMatchObject({
      probability: '1',
      by: { basis: 'others', interval: 19 },
    });
    const chances = found.rows.map(({ forecast }) => Number(forecast.probability));
    expect(chances.slice(0, 2).every((chance) => chance > 0.02 && chance < 0.5)).toBe(true);
    const sum = found.rows.reduce((all, { forecast }) => all + Number(forecast.value), 0);
    expect(found.total).toMatchObject({
      requiredPace: '92.89',
      forecast: { value: round(sum.toFixed(6), 2) },
    });
    const target = (name: string) => ({ customer: of(name), metric: 'activeBase', value: '1' }) as const;
    await application.customerPlans.save('2026-11', {
      ...{ version: 0, comment: '', targets: [target('Ромашка'), target('Мята')] },
    });
    const november = await page({ month: '2026-11', metric: 'activeBase' });
    expect(november.rows.map(({ name, forecast }) => [name, forecast.value])).toEqual([
      ['Ромашка', '1'],
      ['Мята', '1'],
    ]);
    expect(november.total.forecast).toMatchObject({ probability: null, fulfilment: expect.any(String) });
    const [over] = (await page({ month: '2026-09', customer: of('Лютик'), everybody: true })).rows;
    expect(over).toMatchObject({ requiredPace: null, forecast: { value: '1000', why: null, by: null } });
    const [sku] = (await page({ metric: 'avgSkuPerClient', customer: of('Лютик'), everybody: true })).rows;
    expect(sku?.forecast).toMatchObject({ value: null, probability: null, why: 'metric' });
  });

  test('those behind their plan stand alone, whoever misses most first, or whoever will', async () => {
    const behind = async (sort: 'deviation' | 'toPlan') =>
      (await page({ behind: true, sort })).rows.map(({ name }) => name);
    expect(await behind('deviation')).toEqual(['Лютик', 'Ромашка']);
    expect((await page({ sort: 'toPlan', order: 'descending' })).rows.map(({ name }) => name)).toEqual([
      ...['Мята', 'Ромашка', 'Лютик'],
    ]);
  });

  test('of one customer it can be planned to be in the qualified base: two different goods in the month', async () => {
    const targets = ['Ромашка', 'Лютик'].map(
      (name) => ({ customer: of(name), metric: 'qualifiedBase', value: '1' }) as const,
    );
    await application.customerPlans.save('2026-09', { version: 0, comment: '', targets });
    const found = await page({ month: '2026-09', metric: 'qualifiedBase', sort: 'fact' });
    expect(found.rows.map(({ name, fact, forecast }) => [name, fact, forecast.probability])).toEqual([
      ['Ромашка', '1', '1'],
      ['Лютик', '0', '0'],
    ]);
    const below = {
      period: '2026-09',
      level: 'rep',
      metric: 'qualifiedBase',
      base: 'customers',
      by: keep,
    } as const;
    expect((await application.plans.propose(below)).targets).toMatchObject([{ name: 'Анна', value: '2' }]);
    const { columns } = await application.customerPlans.sheet({ month: '2026-09' });
    expect(columns.map(({ header }) => header)).toContain('План качественной АКБ');
  });

  test('whoever has no year of his own is proposed the months before with the season of all', async () => {
    const asked = { month: '2026-10', node: company, metric: 'sales', base: 'seasonal', by: keep } as const;
    // 4 × 100 in September, nothing before; 1,000 in July and September; nobody was there a year ago.
    expect(
      (await application.customerPlans.propose(asked)).first.map(({ name, value }) => [name, value]),
    ).toEqual([
      ['Лютик', '1000'],
      ['Ромашка', '133.33'],
      ['Мята', '46.67'],
      ['Ромашка Плюс', '10'],
    ]);
  });

  test('whoever looked at an earlier version is refused only what somebody else has changed since', async () => {
    expect(await refusalOf(state(1, 'Мята', '1'))).toMatchObject([
      { code: 'customerPlanStale', params: { version: 3, targets: 1 } },
    ]);
    expect(await refusalOf(state(3, 'Мята', '2', 'activeBase'))).toMatchObject([
      { code: 'customerTargetUnfit' },
    ]);
    expect(await refusalOf(state(3, 'Никто', '2'))).toMatchObject([{ code: 'customerUnknown' }]);
    expect(await refusalOf(application.customerPlans.approve(month, 2))).toMatchObject([
      { code: 'customerPlanStale' },
    ]);
  });

  test('whoever sees the customers of one rep neither sees nor plans those of others', async () => {
    const boris = seenBy('Борис');
    expect(await shown({}, boris)).toEqual([['Мята', '450', '500', '50']]);
    expect((await page({ everybody: true }, boris)).total).toMatchObject({
      planned: 1,
      plan: '450',
      fact: '500',
    });
    expect(await shown({ everybody: true, search: 'Лютик' }, boris)).toEqual([]);
    expect((await boris.customerPlans.compare(month, 1, 3)).changes).toMatchObject([{ name: 'Мята' }]);
    const question = { node: company, metric: 'sales', base: 'previous', by: keep } as const;
    expect(await boris.customerPlans.propose({ month: '2026-11', ...question })).toMatchObject({
      ...{ size: 1, first: [{ name: 'Мята' }] },
    });
    const targets = [{ customer: of('Лютик'), metric: 'sales', value: '1' }] as const;
    expect(
      await refusalOf(boris.customerPlans.save(month, { version: 3, comment: '', targets })),
    ).toMatchObject([{ code: 'customerUnknown' }]);
    await boris.customerPlans.save(month, {
      ...{ version: 3, comment: '' },
      targets: [{ customer: of('Ромашка Плюс'), metric: 'sales', value: '99.50' }],
    });
  });

  test('add up to the plans of reps, and those to the plan of a team', async () => {
    const ask = async (level: 'rep' | 'team', metric: 'sales' | 'activeBase', base: 'customers' | 'parts') =>
      (await application.plans.propose({ period: month, level, metric, base, by: keep })).targets.map(
        ({ name, value }) => [name, value],
      );
    expect(await ask('rep', 'sales', 'customers')).toEqual([
      ['Анна', '1500.5'],
      ['Борис', '549.5'],
    ]);
    expect(await ask('team', 'activeBase', 'customers')).toEqual([
      ['Север', '2'],
      ['Юг', '2'],
    ]);
    const target = { level: 'rep', member: reps.get('Анна') ?? 0, metric: 'sales', product: null } as const;
    await application.plans.save(month, {
      version: 0,
      comment: '',
      targets: [{ ...target, value: '1500.5' }],
    });
    expect(await ask('team', 'sales', 'parts')).toEqual([['Север', '1500.5']]);
    const check = { period: month, level: 'rep', metric: 'avgCheck', base: 'customers', by: keep } as const;
    expect(await refusalOf(application.plans.propose(check))).toMatchObject([{ code: 'planBaseUnfit' }]);
  });

  test('leave as a table, come back equal, and rows that fit nobody are said', async () => {
    const table = await application.customerPlans.sheet({ month });
    expect(table.rows.map(({ code, name, values }) => [code, name, ...values])).toEqual([
      ['К-2', 'Лютик', '1000'],
      ['К-3', 'Мята', '450'],
      ['К-1', 'Ромашка', '500.5'],
      ['К-4', 'Ромашка Плюс', '99.5'],
    ]);
    const columns = customerSheetColumns(table);
    const csv = [csvHeader(columns), ...table.rows.map((row) => csvRow(columns, row, 'ru'))].join('');
    const file = (content: string) => ({ content: Buffer.from(content), name: 'Планы.csv', month });
    expect(await application.customerPlans.read(file(csv))).toMatchObject({ size: 4, findings: [] });
    const again = await application.customerPlans.load(file(csv), { version: 4, comment: 'из файла' });
    expect(again).toMatchObject({ version: 5, changed: 0 });
    // A code beats a name; an empty cell changes nothing.
    const { size, first, findings } = await application.customerPlans.read(
      file(
        'Код контрагента;Контрагент;Месяц;План продаж;План АКБ;План охвата\nК-2;Мята;10.2026;7;;\n;мята;;;1;\n;Никто;;5;;\nК-1;;11.2026;5;;\nК-3;;;;2;5\n',
      ),
    );
    expect([size, first.map(({ name, metric, value }) => [name, metric, value])]).toEqual([
      2,
      [
        ['Лютик', 'sales', '7'],
        ['Мята', 'activeBase', '1'],
      ],
    ]);
    expect(findings.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ['planRowCustomerUnknown', 4, undefined],
      ['planRowOtherMonth', 5, undefined],
      ['customerTargetUnfit', 6, 'План АКБ'],
      ['planColumnNotOfCustomers', undefined, 'План охвата'],
    ]);
    const plans = application.plans.read({ ...file(csv), period: month });
    expect((await refusalOf(plans)).map(({ code }) => code)).toContain('planRowOfCustomer');
  });

  test('of merged customers the plan is both together, until somebody says otherwise', async () => {
    const pair = { unit: 'client', absorbed: of('Ромашка Плюс'), survivor: of('Ромашка') } as const;
    const { merges } = await application.duplicates.merge([pair]);
    expect(await shown({ search: 'Ромашка' })).toEqual([['Ромашка', '600', '150', '-450']]);
    await state(5, 'Ромашка', '610');
    expect(await shown({ search: 'Ромашка' })).toEqual([['Ромашка', '610', '150', '-460']]);
    await application.duplicates.unmerge(merges[0] ?? 0);
    expect(await shown({ search: 'Ромашка' })).toEqual([['Ромашка', '610', '150', '-460']]);
    expect(await shown({ version: 4, search: 'Ромашка' })).toEqual([
      ['Ромашка', '500.5', '150', '-350.5'],
      ['Ромашка Плюс', '99.5', '0', '-99.5'],
    ]);
  });
});
