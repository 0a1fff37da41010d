import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder, type Role } from '../../src/domain/access.ts';
import { bonusScheme } from '../../src/domain/bonus/scheme.ts';
import { calendarPeriod } from '../../src/domain/period.ts';
import type { PlanMetric } from '../../src/domain/plan.ts';
import type { Application } from '../../src/facade.ts';
import { engines, refusalOf, type TestApplication } from '../harness/application.ts';

// Anna's «Ромашка, Мира 1» buys from August on, «Ромашка, Мира 2» in September and October, «Лютик» is new in October.
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Торговая точка;Код ТТ;Категория точки;Номенклатура;Количество;Сумма;Менеджер;Команда
03.08.2026;РН-1;К-1;Ромашка;Мира 1;Т-1;А;Молоко;1;100;Анна;Север
04.09.2026;РН-2;К-1;Ромашка;Мира 1;Т-1;А;Молоко;1;100;Анна;Север
05.09.2026;РН-3;К-1;Ромашка;Мира 2;Т-2;Б;Молоко;1;100;Анна;Север
01.10.2026;РН-4;К-1;Ромашка;Мира 1;Т-1;А;Молоко;1;400;Анна;Север
02.10.2026;РН-5;К-1;Ромашка;Мира 2;Т-2;Б;Молоко;1;400;Анна;Север
05.10.2026;РН-6;К-2;Лютик;Лесная 3;Т-3;А;Сыр;2;200;Анна;Север
06.10.2026;РН-7;К-2;Лютик;Лесная 3;Т-3;А;Сыр;-1;-50;Анна;Север
06.10.2026;РН-8;К-3;Клевер;Лесная 5;Т-4;А;Сыр;1;300;Борис;Север
07.10.2026;РН-9;К-4;Мята;Лесная 7;Т-5;А;Сыр;1;500;Вера;Юг
`;
const owed = `Код контрагента;Контрагент;Задолженность;Просрочено
К-1;Ромашка;900,00;200,00
К-2;Лютик;100,00;0,00
К-3;Клевер;500,00;500,00
`;
const month = '2026-10';

describe.each(engines)('the premium of a month (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  const idOf = (name: string): number => ids.get(name) ?? 0;
  const line = { kind: 'line', threshold: '0.8', cap: '1.2' } as const;
  const scheme = (more: object = {}) =>
    bonusScheme.parse({
      ...{ name: 'Представители', from: '2026-08', whom: { level: 'rep' }, base: '1000' },
      parts: [{ metric: 'sales', weight: '1', scale: line }],
      ...more,
    });
  const as = (role: Role, dimension: 'rep' | 'team', name: string): Application =>
    application.as({ ...folderHolder, role, scope: { nodes: [{ dimension, member: idOf(name) }] } });
  const totals = async (reader: Application = application) =>
    Object.fromEntries(
      (await reader.bonus.statements(month)).statements.map(({ name, total }) => [name, total]),
    );

  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-10-15');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
    await akb.load({ 'owed.csv': owed });
    for (const { id, name } of (await application.organisation()).members) ids.set(name, id);
    const target = (name: string, metric: PlanMetric, value: string, level: 'rep' | 'team' = 'rep') => ({
      ...{ level, member: idOf(name), metric, product: null, value },
    });
    const targets = [target('Анна', 'sales', '1000'), target('Борис', 'sales', '600')];
    const ofTeam = target('Север', 'sales', '1250', 'team');
    await application.plans.save(month, { version: 0, comment: '', targets: [...targets, ofTeam] });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  test('is worked out of plan and fact for everybody whom a scheme pays, and of nothing planned is nothing', async () => {
    expect(await totals()).toEqual({});
    const saved = await application.bonus.saveScheme({ id: null, version: 0, scheme: scheme() });
    expect(saved).toMatchObject({ id: 1, version: 1, author: '' });
    // 950 of 1,000; 300 of 600 is below the threshold; nobody planned anything for Vera.
    expect(await totals()).toEqual({ Анна: '950.00', Борис: '0.00', Вера: '0.00' });
    const [of] = (await application.bonus.statement(month, idOf('Вера'))).lines;
    expect(of).toMatchObject({ why: 'noPlan', amount: '0.00' });
    expect((await application.bonus.statements('2026-07')).statements).toEqual([]);
  });

  test('pays for points by their grade and holds back the rate of those that have not stayed yet', async () => {
    const points = {
      rates: [
        { grade: 'А', rate: '300' },
        { grade: 'Б', rate: '100' },
      ],
      holdMonths: 2,
    };
    await application.bonus.saveScheme({ id: 1, version: 1, scheme: scheme({ points }) });
    const { lines, held, total, heldBack } = await application.bonus.statement(month, idOf('Анна'));
    expect(lines.map(({ kind, grade, formula }) => [kind, grade, formula])).toEqual([
      ['part', null, '1000 × 1 × 950 ÷ 1000'],
      ['points', 'А', '1 × 300'],
      ['pointsReleased', 'Б', '1 × 100 × 2'],
    ]);
    expect(held.map(({ grade, formula }) => [grade, formula])).toEqual([['А', '1 × 300']]);
    expect([total, heldBack]).toEqual(['1450.00', '300.00']);
  });

  test('takes the grade of a point that somebody has stated before that of files', async () => {
    const active = { kind: 'state', state: 'active', period: month } as const;
    const { rows } = await application.setPage(
      { language: 1, unit: 'deliveryPoint', method: { id: 'main' }, set: active },
      { period: calendarPeriod('month', month), limit: 10 },
    );
    const { id = 0 } = rows.find(({ name }) => name.includes('Мира 2')) ?? {};
    const { version, pointType } = await application.customerCard('deliveryPoint', id);
    expect(pointType).toBe('Б');
    const { edit } = await application.editCustomer('deliveryPoint', id, { version, pointType: 'А' });
    const formulas = async () =>
      (await application.bonus.statement(month, idOf('Анна'))).lines.map(({ grade, formula }) => [
        grade,
        formula,
      ]);
    expect(await formulas()).toContainEqual(['А', '1 × 300 × 2']);
    await application.undoCustomerEdit(edit ?? 0);
    expect(await formulas()).toContainEqual(['Б', '1 × 100 × 2']);
  });

  test('has a bonus for new customers, a share of the pool, and is cut by returns', async () => {
    const more = {
      newClients: { rate: '500', months: 1 },
      pool: { amount: '1250', metric: 'sales', scale: line },
      gates: [
        { of: 'returnsShare', steps: [{ above: '0.04', factor: '0.5' }] },
        { of: 'overdueShare', steps: [{ above: '0.2', factor: '0.25' }] },
        { of: 'unresolvedSignals', steps: [{ above: '0', factor: '0' }] },
      ],
    };
    await application.bonus.saveScheme({ id: 1, version: 2, scheme: scheme(more) });
    const anna = await application.bonus.statement(month, idOf('Анна'));
    expect(anna.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['part', '950.00'],
      ['newClients', '500.00'],
      // 1,250 of 1,250; 950 of them are Anna's.
      ['pool', '950.00'],
    ]);
    // 50 of 1,000 came back; 200 of the 1,000 that Anna's customers owe are overdue, and all that Boris' owe.
    expect(anna.gates).toMatchObject([
      { of: 'returnsShare', value: '0.05', factor: '0.5' },
      { of: 'overdueShare', value: '0.2', factor: '1' },
      { of: 'unresolvedSignals', value: '0', factor: '1' },
    ]);
    expect([anna.earned, anna.total]).toEqual(['2400.00', '1200.00']);
    // Clover was new too: 500, and 300 of the pool.
    expect(await application.bonus.statement(month, idOf('Борис'))).toMatchObject({
      ...{ earned: '800.00', stopFactor: '0.25', total: '200.00' },
    });
  });

  test('goes by the nearest scheme that holds for the month', async () => {
    const team = scheme({ name: 'Север', whom: { level: 'rep', members: [idOf('Север')] }, base: '2000' });
    const own = scheme({
      name: 'Анна',
      whom: { level: 'rep', members: [idOf('Анна')] },
      base: '3000',
      from: '2026-11',
    });
    await application.bonus.saveScheme({ id: null, version: 0, scheme: team });
    await application.bonus.saveScheme({ id: null, version: 0, scheme: own });
    expect((await totals()).Анна).toBe('1900.00');
    await application.bonus.saveScheme({ id: 3, version: 1, scheme: { ...own, from: month } });
    expect((await totals()).Анна).toBe('2850.00');
    await application.bonus.saveScheme({ id: 3, version: 2, scheme: { ...own, from: month, active: false } });
    expect((await totals()).Анна).toBe('1900.00');
    expect(await refusalOf(application.bonus.saveScheme({ id: 3, version: 1, scheme: own }))).toMatchObject([
      { code: 'bonusSchemeStale', params: { version: 3 } },
    ]);
  });

  test('is seen by whoever gets it, by those in charge of him, and set by the whole company alone', async () => {
    const [anna, north] = [as('rep', 'rep', 'Анна'), as('supervisor', 'team', 'Север')];
    expect(await totals(anna)).toEqual({ Анна: '1900.00' });
    expect(await totals(as('rep', 'team', 'Север'))).toEqual({});
    expect(await refusalOf(anna.bonus.statement(month, idOf('Борис')))).toMatchObject([
      { code: 'bonusUnknown' },
    ]);
    expect(Object.keys(await totals(north))).toEqual(['Анна', 'Борис']);
    expect(await refusalOf(north.bonus.schemes())).toMatchObject([{ code: 'notAllowed' }]);
    expect(await refusalOf(as('director', 'team', 'Север').bonus.keep(month))).toMatchObject([
      { code: 'onlyOfWhole' },
    ]);
  });

  test('of a month that is kept stays what it was, whatever comes later', async () => {
    const before = await totals();
    expect((await application.bonus.keep(month)).kept).toMatchObject({ by: '' });
    const { version } = await application.plans.plan(month);
    await application.plans.save(month, { version, comment: '', targets: [] });
    expect(await totals()).toEqual(before);
    expect(await refusalOf(application.bonus.keep(month))).toMatchObject([{ code: 'bonusKept' }]);
    expect((await application.bonus.release(month)).kept).toBeNull();
    expect((await totals()).Анна).toBe('0.00');
    expect(await refusalOf(application.bonus.release(month))).toMatchObject([{ code: 'bonusNotKept' }]);
  });

  test('is settled with its month', async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-02');
    await application.closing.close(month);
    expect((await application.bonus.statements(month)).kept).toMatchObject({ by: '' });
    const before = await totals();
    const [head] = shipments.split('\n');
    const late = `${head}\n31.10.2026;РН-10;К-4;Мята;Лесная 7;Т-5;А;Сыр;1;5000;Анна;Север\n`;
    await akb.load({ 'late.csv': late });
    expect(await totals()).toEqual(before);
  });
});
