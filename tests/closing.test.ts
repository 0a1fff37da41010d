import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder, type Viewer } from '../src/domain/access.ts';
import type { CustomerTarget } from '../src/domain/customer-plan.ts';
import type { Application } from '../src/facade.ts';
import { restoreFrom } from '../src/use-cases/backup/restore-from.ts';
import { customerPlansOf } from '../src/use-cases/customer-plans/customer-plans.ts';
import type { CustomerPlanQuestion } from '../src/use-cases/customer-plans/page.ts';
import { engines, figuresOf, refusalOf, type TestApplication, unseen } from './harness/application.ts';
import { newEmbeddedInstallation } from './harness/installation.ts';

const head = 'Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер\n';
// Anna: Ромашка and Лютик in October; Boris: Клевер. Ромашка bought two different goods.
const october = `${head}02.10.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.10.2026;РН-2;К-1;Ромашка;Сыр;1;300;Анна
05.10.2026;РН-3;К-2;Лютик;Молоко;1;150;Анна
06.10.2026;РН-4;К-3;Клевер;Сыр;1;200;Борис
`;
/** Came after the month had been closed, with an old day. */
const late = `${head}30.10.2026;РН-5;К-4;Мята;Сыр;1;70;Анна
31.10.2026;РН-7;К-1;Ромашка;Сыр;1;120;Борис
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

  const ids = new Map<string, number>();
  const target = (name: string, value: string, metric: CustomerTarget['metric'] = 'sales') =>
    ({ customer: ids.get(name) ?? 0, metric, value }) as const;
  const customers = async (
    asked: Partial<CustomerPlanQuestion> = {},
    of: Pick<Application, 'customerPlans'> = application,
  ) => {
    const { rows, total } = await of.customerPlans.page({ month, limit: 10, ...asked });
    const shown = rows.map(({ name, plan, fact, drifted }) => [name, plan, fact, drifted?.live ?? null]);
    return [...shown, [total.planned, total.plan, total.fact, total.drifted?.live ?? null]];
  };

  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-10-20');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'october.csv': october });
    const { members } = await application.organisation();
    anna = members.find(({ name }) => name === 'Анна')?.id ?? 0;
    const ofMember = (level: 'company' | 'rep', metric: 'activeBase' | 'sales', value: string) =>
      ({ level, member: level === 'rep' ? anna : 0, metric, value, product: null }) as const;
    await application.plans.save(month, {
      ...{ version: 0, comment: '' },
      targets: [
        ...[ofMember('company', 'activeBase', '4'), ofMember('company', 'sales', '800')],
        ofMember('rep', 'activeBase', '3'),
      ],
    });
    const everybody = await application.customerPlans.page({ month, limit: 10, everybody: true });
    for (const { id, name } of everybody.rows) ids.set(name, id);
    await application.customerPlans.save(month, {
      ...{ version: 0, comment: '' },
      targets: [
        ...[target('Ромашка', '500'), target('Лютик', '100'), target('Клевер', '150')],
        ...[target('Ромашка', '200', 'avgCheck'), target('Клевер', '1', 'qualifiedBase')],
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
      ['', 'sales', '750.00', null, '940.00'],
      ['Анна', 'activeBase', '2', '1', '3'],
    ]);
    expect((await application.closing.drift(month)).causes).toMatchObject([
      { kind: 'import', importId: 2, documents: 2, amount: '190' },
    ]);
    const ofAnna = { level: 'rep', member: anna, unit: 'client', method: 'main' } as const;
    const { entered, left } = await application.closing.difference(month, ofAnna);
    expect([entered.length, left.length]).toEqual([1, 0]);
    // The next month is live: Ромашка and Клевер bought in October and not yet in November, Мята too.
    expect(await figuresOf(akb, '2026-11')).toMatchObject({ activeBase: 1, retained: 1, lost: 3 });
  });

  test('keeps what its customers bought; those of whom that would be something else today stand with it', async () => {
    expect(await customers()).toEqual([
      ['Ромашка', '500', '400', '520'],
      ['Лютик', '100', '150', null],
      ['Клевер', '150', '200', null],
      [3, '750', '750', '870'],
    ]);
    expect((await application.customerPlans.page({ month, limit: 1 })).total).toMatchObject({
      ...{ differ: 1, missing: '100', behind: 1 },
    });
    // Today he would have reached it.
    expect((await customers({ behind: true }))[0]).toEqual(['Ромашка', '500', '400', '520']);
    const everybody = await application.customerPlans.page({ month, limit: 10, everybody: true });
    ids.set('Мята', everybody.rows.find(({ name }) => name === 'Мята')?.id ?? 0);
    expect(await customers({ sort: 'fact', order: 'ascending', everybody: true })).toEqual([
      ['Мята', null, '0', '70'],
      ['Лютик', '100', '150', null],
      ['Клевер', '150', '200', null],
      ['Ромашка', '500', '400', '520'],
      [3, '750', '750', '870'],
    ]);
    expect(await customers({ metric: 'avgCheck' })).toEqual([
      ['Ромашка', '200', '200', '173.33'],
      [1, null, null, null],
    ]);
    expect((await customers({ metric: 'qualifiedBase' }))[0]).toEqual(['Клевер', '1', '0', null]);
    // What Boris has sold to her customer since is nothing that Anna's eyes can see.
    const ofAnna = { nodes: [{ dimension: 'rep', member: anna }] } as const;
    expect(await customers({}, application.as({ ...folderHolder, scope: ofAnna }))).toEqual([
      ['Ромашка', '500', '400', null],
      ['Лютик', '100', '150', null],
      [2, '600', '550', null],
    ]);
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
    await application.customerPlans.save(month, {
      ...{ version: 1, comment: 'меньше', targets: [target('Ромашка', '300')] },
    });
    expect((await customers())[0]).toEqual(['Ромашка', '500', '400', '520']);
    expect((await customers({ version: 2 }))[2]).toEqual(['Ромашка', '300', '400', '520']);
    expect((await application.customerPlans.sheet({ month })).rows).toContainEqual(
      expect.objectContaining({ name: 'Ромашка', values: ['300', null, '200'] }),
    );
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

  test('keeps customers who were merged since apart, and says who they are now', async () => {
    const [absorbed, survivor] = [target('Лютик', '').customer, target('Ромашка', '').customer];
    await application.duplicates.merge([{ unit: 'client', absorbed, survivor }]);
    expect(await customers()).toEqual([
      ['Ромашка', '500', '400', '670'],
      ['Лютик', '100', '150', '0'],
      ['Клевер', '150', '200', null],
      [3, '750', '750', '870'],
    ]);
    // Of whom nothing is planned, too.
    expect(await customers({ metric: 'documents', everybody: true, sort: 'fact' })).toEqual([
      ['Ромашка', null, '2', '4'],
      ['Лютик', null, '1', '0'],
      ['Клевер', null, '1', null],
      ['Мята', null, '0', '1'],
      [0, '0', '0', null],
    ]);
    const { rows } = await application.customerPlans.page({ month, limit: 10, customer: survivor });
    expect(rows.map(({ name, became, rep }) => [name, became?.name, rep])).toEqual([
      ['Ромашка', undefined, 'Анна'],
      ['Лютик', 'Ромашка', 'Анна'],
    ]);
    expect((await application.closing.drift(month)).causes.map(({ kind }) => kind)).toContain('merge');
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
    await application.customerPlans.save(month, {
      ...{ version: 2, comment: '', targets: [target('Мята', '60')] },
    });
    const opened = [
      ['Мята', '60', '70', null],
      ['Клевер', '150', '200', null],
      ['Ромашка', '400', '670', null],
      [3, '610', '940', null],
    ];
    expect(await customers()).toEqual(opened);
    await director.closing.close(month);
    expect(await customers()).toEqual(opened);
    expect((await application.customerPlans.page({ month, limit: 1 })).closed).toMatchObject({
      customerPlanVersion: 3,
    });
    expect(await application.closing.list()).toMatchObject([
      { closedBy: 'Ирина', planVersion: 2, reopened: null },
      {
        ...{ closedBy: '', planVersion: 1, reopened: { by: 'Ирина' } },
        reopening: { by: '', reason: 'опоздали накладные' },
      },
    ]);
  });

  test('comes back from a backup with its customers; closed before they were kept, it has those of today', async () => {
    await akb.undo(2);
    // Nobody but the late import knew Мята.
    const before = await customers();
    expect(before).toEqual([
      ['', '60', '70', '0'],
      ['Клевер', '150', '200', null],
      ['Ромашка', '400', '670', '550'],
      [3, '610', '940', '750'],
    ]);
    expect((await application.customerPlans.page({ month, limit: 1 })).rows).toMatchObject([
      { code: '', became: { id: null, name: '' } },
    ]);
    expect((await application.closing.drift(month)).causes.map(({ kind }) => kind)).toEqual(['undo']);
    const { folder } = await application.backup(undefined, unseen);
    await application.close();
    const copy = await newEmbeddedInstallation();
    try {
      await restoreFrom(folder, copy.stores);
      const restored = { customerPlans: customerPlansOf({ stores: copy.stores, viewer: folderHolder }) };
      expect(await customers({}, restored)).toEqual(before);
      await copy.stores.records.db.updateTable('month_close').set({ customer_plan_version: null }).execute();
      expect(await customers({}, restored)).toEqual([
        ['Клевер', '150', '200', null],
        ['Ромашка', '400', '550', null],
        [2, '550', '750', null],
      ]);
    } finally {
      await copy.remove();
    }
  });
});
