import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder, type Viewer } from '../src/domain/access.ts';
import type { Application } from '../src/facade.ts';
import { engines, figuresOf, refusalOf, type TestApplication } from './harness/application.ts';

const head = 'Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер\n';
// Anna: Ромашка and Лютик in October; Boris: Клевер. Ромашка bought two different goods.
const october = `${head}02.10.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.10.2026;РН-2;К-1;Ромашка;Сыр;1;300;Анна
05.10.2026;РН-3;К-2;Лютик;Молоко;1;150;Анна
06.10.2026;РН-4;К-3;Клевер;Сыр;1;200;Борис
`;
/** Came after the month had been closed, with an old day. */
const late = `${head}30.10.2026;РН-5;К-4;Мята;Сыр;1;70;Анна
02.11.2026;РН-6;К-2;Лютик;Сыр;1;40;Анна
`;
const month = '2026-10';

describe.each(engines)('a closed month (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  let director: Application;
  let anna = 0;
  const facts = async (of: Application = application) =>
    (await of.plans.fact(month)).rows.map(({ name, metric, fact, qualified, drifted }) => [
      ...[name, metric, fact, qualified],
      drifted?.live ?? null,
    ]);

  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-10-20');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'october.csv': october });
    const { members } = await application.organisation();
    anna = members.find(({ name }) => name === 'Анна')?.id ?? 0;
    const target = (level: 'company' | 'rep', metric: 'activeBase' | 'sales', value: string) =>
      ({ level, member: level === 'rep' ? anna : 0, metric, value, product: null }) as const;
    await application.plans.save(month, {
      ...{ version: 0, comment: '' },
      targets: [
        ...[target('company', 'activeBase', '4'), target('company', 'sales', '800')],
        target('rep', 'activeBase', '3'),
      ],
    });
    const { id: user } = await application.access.addUser(folderHolder, {
      ...{ login: 'irina', name: 'Ирина', role: 'owner', password: 'long enough to be one' },
      ...{ scope: { nodes: null }, hidden: [] },
    });
    const viewer: Viewer = { ...folderHolder, user, role: 'director' };
    director = application.as(viewer);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  test('is closed when it is over, not before', async () => {
    expect(await refusalOf(application.closing.close(month))).toMatchObject([{ code: 'monthNotOver' }]);
    vi.stubEnv('AKB_TODAY', '2026-11-03');
    expect(await refusalOf(application.closing.close('2026-07'))).toMatchObject([
      { code: 'monthWithoutData' },
    ]);
    expect(await application.closing.close(month)).toMatchObject({
      ...{ month, planVersion: 1, reopened: null },
      methods: [
        { id: 'main', version: 1 },
        { id: 'qualified', version: 1 },
      ],
    });
    expect(await refusalOf(application.closing.close(month))).toMatchObject([{ code: 'monthClosed' }]);
    expect(await facts()).toEqual([
      ['', 'activeBase', '3', '1', null],
      ['', 'sales', '750.00', null, null],
      ['Анна', 'activeBase', '2', '1', null],
    ]);
  });

  test('takes late documents, says so beforehand, and keeps the figures it was closed with', async () => {
    const { findings } = await akb.load({ 'late.csv': late });
    expect(findings).toContainEqual({
      code: 'closedMonthTouched',
      params: { month, before: 3, after: 4 },
    });
    expect(await facts()).toEqual([
      ['', 'activeBase', '3', '1', '4'],
      ['', 'sales', '750.00', null, '820.00'],
      ['Анна', 'activeBase', '2', '1', '3'],
    ]);
    expect((await application.closing.drift(month)).causes).toMatchObject([
      { kind: 'import', importId: 2, documents: 1, amount: '70' },
    ]);
    const ofAnna = { level: 'rep', member: anna, unit: 'client', method: 'main' } as const;
    const { entered, left } = await application.closing.difference(month, ofAnna);
    expect([entered.length, left.length]).toEqual([1, 0]);
    // The next month is live: Ромашка and Клевер bought in October and not yet in November, Мята too.
    expect(await figuresOf(akb, '2026-11')).toMatchObject({ activeBase: 1, retained: 1, lost: 3 });
  });

  test('shows what a corrected plan would change to nobody who reads the closed one', async () => {
    const { targets } = await application.plans.plan(month);
    await application.plans.save(month, {
      ...{ version: 1, comment: 'меньше' },
      targets: targets.map(({ level, member, metric, product }) => ({
        ...{ level, member, metric, product, value: '1' },
      })),
    });
    expect(await application.plans.fact(month)).toMatchObject({ version: 1, closed: { planVersion: 1 } });
    expect(await application.plans.fact(month, 2)).toMatchObject({ version: 2, stated: 'after' });
    expect(await application.plans.periods(0, 'activeBase')).toEqual([
      { period: month, version: 1, value: '4' },
    ]);
  });

  test('of another method says that, too', async () => {
    const [main] = await application.methodVersions('main');
    if (main === undefined) throw new Error('no method');
    const { version: _version, ...document } = main;
    await application.saveMethod({ ...document, thresholds: { documents: 2 } });
    expect((await application.closing.drift(month)).causes.at(-1)).toEqual({
      ...{ kind: 'method', method: 'main', from: 1, to: 2 },
    });
    expect((await facts())[0]).toEqual(['', 'activeBase', '3', '1', '1']);
  });

  test('is opened again for a reason and by a second person, and what it was closed with first stays', async () => {
    expect(await refusalOf(application.closing.reopen(month))).toMatchObject([{ code: 'reopenNotAsked' }]);
    expect(await refusalOf(application.closing.askReopening(month, '  '))).toMatchObject([
      { code: 'reopenReasonNeeded' },
    ]);
    await application.closing.askReopening(month, 'опоздали накладные');
    expect(await refusalOf(application.closing.reopen(month))).toMatchObject([{ code: 'reopenByAnother' }]);
    await director.closing.reopen(month);
    expect(await application.plans.fact(month)).toMatchObject({ version: 2, closed: null });
    await director.closing.close(month);
    expect(await application.closing.list()).toMatchObject([
      { closedBy: 'Ирина', planVersion: 2, reopened: null },
      {
        ...{ closedBy: '', planVersion: 1, reopened: { by: 'Ирина' } },
        reopening: { by: '', reason: 'опоздали накладные' },
      },
    ]);
  });
});
