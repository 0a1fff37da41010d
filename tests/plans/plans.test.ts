import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import type { PlanTarget } from '../../src/domain/plan.ts';
import type { Application } from '../../src/facade.ts';
import { engines, refusalOf, type TestApplication } from '../harness/application.ts';

// Anna and Boris are of the team «Север», Vera is of «Юг». Ромашка buys of Anna and of Boris in October.
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Категория;Количество;Сумма;Менеджер;Команда
02.09.2026;РН-1;К-1;Ромашка;Молоко;Молочное;1;100;Анна;Север
03.09.2026;РН-2;К-2;Лютик;Сыр;Сыры;1;300;Борис;Север
01.10.2026;РН-3;К-1;Ромашка;Молоко;Молочное;1;150;Анна;Север
05.10.2026;РН-4;К-1;Ромашка;Сыр;Сыры;1;50;Борис;Север
06.10.2026;РН-5;К-3;Клевер;Сыр;Сыры;1;200;Борис;Север
07.10.2026;РН-6;К-4;Мята;Сыр;Сыры;1;500;Вера;Юг
14.10.2026;РН-7;К-4;Мята;Сыр;Сыры;1;80;Вера;Юг
`;
const month = '2026-10';

describe.each(engines)('the plan of a month (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  const target = (
    level: PlanTarget['level'],
    name: string,
    metric: PlanTarget['metric'],
    value: string,
    product: PlanTarget['product'] = null,
  ): PlanTarget => ({ level, member: ids.get(name) ?? 0, metric, product, value });
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-09-28');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
    for (const { id, name } of (await application.organisation()).members) ids.set(name, id);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  test('stands beside what is: of every level, of some goods alone, and of people whole numbers', async () => {
    await application.plans.save(month, {
      version: 0,
      comment: 'решение 28.09',
      targets: [
        target('company', '', 'sales', '1200'),
        target('team', 'Север', 'activeBase', '4'),
        target('rep', 'Анна', 'sales', '100'),
        target('rep', 'Борис', 'activeBase', '2'),
        target('rep', 'Борис', 'activeBase', '3', { dimension: 'category', member: 'Сыры' }),
        target('rep', 'Вера', 'new', '0'),
      ],
    });
    const { rows, ...plan } = await application.plans.fact(month);
    expect(plan).toMatchObject({ version: 1, comment: 'решение 28.09', stated: 'before', approved: null });
    expect(
      rows.map(({ name, metric, product, value, fact, compared }) => [
        ...[name, metric, product?.member ?? '', value, fact],
        ...[compared?.deviation, compared?.deviationShare, compared?.fulfilment],
      ]),
    ).toEqual([
      ['', 'sales', '', '1200', '980.00', '-220', '-0.18333333333333333333', '0.81666666666666666667'],
      ['Север', 'activeBase', '', '4', '2', '-2', '-0.5', '0.5'],
      ['Анна', 'sales', '', '100', '150.00', '50', '0.5', '1.5'],
      ['Борис', 'activeBase', '', '2', '2', '0', '0', '1'],
      ['Борис', 'activeBase', 'Сыры', '3', '2', '-1', '-0.33333333333333333333', '0.66666666666666666667'],
      ['Вера', 'new', '', '0', '1', '1', null, null],
    ]);
    // Monday to Friday: 10 of 22 days by the fourteenth.
    const [company, north] = rows;
    expect(company).toMatchObject({
      workingDays: { days: 22, passed: 10 },
      requiredPace: '18.33',
      forecast: { value: '2156', fulfilment: '1.79666666666666666667', predictor: 'linear', mark: null },
    });
    // Of two months nobody learns a curve: a straight line is drawn, and said to be one.
    expect(north).toMatchObject({
      forecast: { value: '4', deviation: '0', predictor: 'linear', mark: 'shortHistory', interval: null },
      requiredPace: '0.17',
    });
    const forecast = await application.plans.forecast(month, ids.get('Север') ?? 0);
    expect(forecast).toMatchObject({ name: 'Север', fact: 2, value: 4, passed: 10, tested: [] });
    // Both shipments of September came before its tenth working day; of a year ago nothing is known.
    const earlier = async (compare: 'previous' | 'yearAgo') =>
      (await application.plans.fact(month, 1, { compare })).rows.map((row) => row.before);
    expect(await earlier('previous')).toEqual(['400.00', '2', '100.00', '1', '1', '0']);
    expect(new Set(await earlier('yearAgo'))).toEqual(new Set([null]));
    expect(await refusalOf(application.plans.forecast(month, 999_999))).toMatchObject([
      { code: 'planMemberUnknown' },
    ]);
  });

  test('says where its parts are not the whole: money has to add up, shared customers need not', async () => {
    const { uneven } = await application.plans.save(month, {
      version: 1,
      comment: '',
      targets: [
        ...[target('team', 'Север', 'sales', '500'), target('rep', 'Анна', 'sales', '200')],
        ...[target('rep', 'Борис', 'sales', '250'), target('team', 'Север', 'activeBase', '2')],
        ...[target('rep', 'Анна', 'activeBase', '1'), target('rep', 'Борис', 'activeBase', '2')],
      ],
    });
    expect(
      uneven.map(({ name, metric, sumOfParts, mayDiffer }) => [name, metric, sumOfParts, mayDiffer]),
    ).toEqual([
      ['Север', 'activeBase', '3', true],
      ['Север', 'sales', '450', false],
    ]);
  });

  test('that was changed while its month ran is marked, and every version stays', async () => {
    vi.stubEnv('AKB_TODAY', '2026-10-15');
    const targets = [target('company', '', 'sales', '900')];
    await application.plans.save(month, { version: 2, comment: 'меньше', targets });
    expect(await application.plans.list()).toMatchObject([{ period: month, version: 3, stated: 'during' }]);
    expect(await application.plans.plan(month, 1)).toMatchObject({ version: 1, stated: 'before' });
    expect((await application.plans.fact(month, 1)).rows).toHaveLength(6);
  });

  test('is refused to whoever looked at an earlier one, names nobody or says a thing twice', async () => {
    const save = (version: number, ...targets: PlanTarget[]) =>
      refusalOf(application.plans.save(month, { version, comment: '', targets }));
    expect(await save(1)).toMatchObject([{ code: 'planStale', params: { version: 3 } }]);
    const anna = target('rep', 'Анна', 'sales', '1');
    expect(await save(3, { ...anna, level: 'team' })).toMatchObject([{ code: 'planMemberUnknown' }]);
    expect(await save(3, anna, { ...anna, value: '2' })).toMatchObject([{ code: 'planTargetTwice' }]);
    expect(await refusalOf(application.plans.plan('2031-01'))).toMatchObject([{ code: 'planUnknown' }]);
    expect((await application.plans.list())[0]?.version).toBe(3);
  });

  test('is approved once, and the next version is not', async () => {
    expect(await refusalOf(application.plans.approve(month, 2))).toMatchObject([{ code: 'planStale' }]);
    expect((await application.plans.approve(month, 3)).approved).toMatchObject({ by: '' });
    expect(await refusalOf(application.plans.approve(month, 3))).toMatchObject([{ code: 'planApproved' }]);
    const next = await application.plans.save(month, { version: 3, comment: '', targets: [] });
    expect(next).toMatchObject({ version: 4, approved: null });
  });

  test('is proposed from what there was: each by a goal, or a total by shares', async () => {
    const ask = async (by: Parameters<Application['plans']['propose']>[0]['by']) => {
      const question = { period: month, level: 'rep', metric: 'sales', base: 'previous', by } as const;
      const { targets } = await application.plans.propose(question);
      return targets.map(({ name, base, value }) => [name, base, value]);
    };
    expect(await ask({ goal: { kind: 'growByPercent', percent: '20' } })).toEqual([
      ['Анна', '100.00', '120'],
      ['Борис', '300.00', '360'],
      ['Вера', '0', '0'],
    ]);
    expect(await ask({ total: '1000.01' })).toEqual([
      ['Анна', '100.00', '250'],
      ['Борис', '300.00', '750.01'],
      ['Вера', '0', '0'],
    ]);
  });

  test('shows whoever sees one team what is planned for it and for its people alone', async () => {
    await application.plans.save(month, {
      version: 4,
      comment: '',
      targets: [
        ...[target('company', '', 'sales', '7781'), target('team', 'Север', 'sales', '500')],
        ...[target('rep', 'Анна', 'sales', '200'), target('rep', 'Вера', 'sales', '8809')],
      ],
    });
    const nodes = [{ dimension: 'team', member: ids.get('Север') ?? 0 }] as const;
    const inside = application.as({ ...folderHolder, role: 'supervisor', user: null, scope: { nodes } });
    const { rows } = await inside.plans.fact(month);
    expect(rows.map(({ name, value, fact }) => [name, value, fact])).toEqual([
      ['Север', '500', '400.00'],
      ['Анна', '200', '150.00'],
    ]);
    expect(await refusalOf(inside.plans.forecast(month, 0))).toMatchObject([{ code: 'planMemberUnknown' }]);
    expect(await inside.plans.forecast(month, ids.get('Анна') ?? 0)).toMatchObject({ fact: 1 });
    expect((await inside.plans.plan(month)).uneven).toMatchObject([{ name: 'Север', sumOfParts: '200' }]);
  });
});
