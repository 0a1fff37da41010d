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

  test('of a quarter counts whoever buys in several of its months once, and months add up to it where they do', async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-06');
    await akb.load({
      'november.csv': `${shipments.split('\n')[0]}
02.11.2026;РН-8;К-1;Ромашка;Молоко;Молочное;1;300;Анна;Север
03.11.2026;РН-9;К-5;Пион;Сыр;Сыры;1;120;Вера;Юг
`,
    });
    const { plans } = application;
    const quarter = '2026-Q4';
    const company = (metric: PlanTarget['metric'], value: string) => target('company', '', metric, value);
    for (const [label, sales] of [
      ['2026-11', '500'],
      ['2026-12', '700'],
    ] as const)
      await plans.save(label, { version: 0, comment: '', targets: [company('sales', sales)] });
    const targets = [company('activeBase', '6'), company('new', '4'), company('sales', '9000')];
    expect(await plans.save(quarter, { version: 0, comment: 'совет', targets })).toMatchObject({
      ...{ period: quarter, version: 1, stated: 'during' },
      within: [
        { grain: 'month', sum: '8981', planned: 3, of: 3, target: { metric: 'sales', value: '9000' } },
      ],
    });
    expect((await plans.list()).map(({ period }) => period)).toEqual([
      ...['2026-12', quarter, '2026-11', month],
    ]);

    const { rows } = await plans.fact(quarter, 1, { compare: 'previous' });
    // Ромашка buys in October and in November: 3 and 2 are 4 of the quarter, of whom Ромашка alone bought before it. Of the
    // quarter before only the last month is known: nothing is compared with it.
    expect(rows.map(({ metric, fact, before }) => [metric, fact, before])).toEqual([
      ['activeBase', '4', null],
      ['sales', '1400.00', null],
      ['new', '3', null],
    ]);
    // Days of October on which nobody shipped are no working days; of November two of twenty have passed, December has 22.
    expect(rows[1]).toMatchObject({
      ...{ workingDays: { days: 5 + 20 + 22, passed: 5 + 2 }, requiredPace: '190' },
      forecast: { predictor: 'linear', interval: null },
    });
    expect(rows[0]).toMatchObject({ requiredPace: '0.05', forecast: null });
    expect(rows[2]?.forecast).toMatchObject({ predictor: 'linear', mark: 'shortHistory', interval: null });
    expect(await plans.forecast(quarter, 0)).toMatchObject({
      period: quarter,
      value: null,
      mark: 'shortHistory',
    });

    const propose = async (period: string, base: 'shorter' | 'longer' | 'previous') => {
      const by = { goal: { kind: 'maintain' } } as const;
      const found = await plans.propose({ period, level: 'company', metric: 'sales', base, by });
      return found.targets[0]?.value;
    };
    expect([await propose(quarter, 'shorter'), await propose(quarter, 'previous')]).toEqual(['8981', '400']);
    const shares = [];
    for (const label of [month, '2026-11', '2026-12']) shares.push(await propose(label, 'longer'));
    // Of a year ago nothing is known: by working days, to the last kopeck.
    expect(shares).toEqual(['957.45', '3829.79', '4212.76']);
    const customers = { period: quarter, level: 'company', metric: 'activeBase' } as const;
    expect(
      await refusalOf(plans.propose({ ...customers, base: 'shorter', by: { goal: { kind: 'maintain' } } })),
    ).toMatchObject([{ code: 'planBaseUnfit' }]);

    await plans.save(quarter, { version: 1, comment: '', targets: [company('sales', '9500')] });
    expect((await plans.compare(quarter, 1, 2)).map(({ metric, from, to }) => [metric, from, to])).toEqual([
      ['activeBase', '6', null],
      ['sales', '9000', '9500'],
      ['new', '4', null],
    ]);
    expect((await plans.approve(quarter, 2)).approved).toMatchObject({ by: '' });
    expect(await plans.periods(0, 'sales')).toMatchObject([
      ...[{ period: month }, { period: '2026-11' }, { period: '2026-12' }, { period: quarter, version: 2 }],
    ]);
  });

  test('of a quarter is shared out by last year’s season, and goes on as that year where nothing else is known', async () => {
    await akb.load({
      'year-ago.csv': `${shipments.split('\n')[0]}
01.10.2025;РН-21;К-1;Ромашка;Молоко;Молочное;1;100;Анна;Север
03.11.2025;РН-22;К-1;Ромашка;Молоко;Молочное;1;300;Анна;Север
01.12.2025;РН-23;К-1;Ромашка;Молоко;Молочное;1;600;Анна;Север
`,
    });
    const { plans } = application;
    const by = { goal: { kind: 'maintain' } } as const;
    const shares = [];
    for (const period of [month, '2026-11', '2026-12'])
      shares.push(
        ...(await plans.propose({ period, level: 'company', metric: 'sales', base: 'longer', by })).targets,
      );
    expect(shares.map(({ value }) => value)).toEqual(['950', '2850', '5700']);
    const { rows } = await plans.fact('2026-Q4', 1, { compare: 'previous', sales: 'lastYear' });
    expect(rows.map(({ metric, before }) => [metric, before])).toEqual([
      ...[
        ['activeBase', '2'],
        ['sales', '400.00'],
        ['new', '1'],
      ],
    ]);
    // The one customer of last year came on its first day.
    expect(rows[0]?.forecast).toMatchObject({
      value: '4',
      predictor: 'lastYear',
      mark: 'shortHistory',
      interval: null,
    });
    expect(rows[1]?.forecast).toMatchObject({ predictor: 'lastYear' });
  });
});
