import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureQuery } from '../src/domain/figure-query.ts';
import { mainMethod } from '../src/domain/method.ts';
import type { NamedBaseDocument } from '../src/domain/named-base.ts';
import type { CustomerSet, SetNode } from '../src/domain/sets/customer-set.ts';
import type { Application } from '../src/facade.ts';
import type { BaseQuestion } from '../src/services/definitions/named-bases.ts';
import { isLongRun } from './budget.ts';
import { newApplication, newServerApplication, type TestApplication } from './harness/application.ts';
import { offeredPostgres } from './harness/both-records.ts';

const header =
  'Дата;Номер документа;Контрагент.Код;Контрагент;Номенклатура;Товарная группа;Количество;Сумма включая НДС';
const sale = (day: string, number: string, client: number, group: string, amount: number): string =>
  `${day};${number};К-${client};ООО ${client};${group} 1;${group};1;${amount},00`;
const september = [
  header,
  sale('05.09.2026', 'РН-1', 1, 'Краны', 100),
  sale('06.09.2026', 'РН-2', 2, 'Краны', 40),
  sale('07.09.2026', 'РН-3', 3, 'Сервис', 500),
].join('\n');
const october = [
  header,
  sale('05.10.2026', 'РН-4', 1, 'Краны', 60),
  sale('06.10.2026', 'РН-5', 4, 'Сервис', 70),
].join('\n');

const active = (period: string): SetNode => ({ kind: 'state', state: 'active', period });
const clients = (set: SetNode): CustomerSet => ({
  language: 1,
  unit: 'client',
  method: { id: 'main' },
  set,
});
const base = (name: string, group: string, period: NamedBaseDocument['period']): NamedBaseDocument => ({
  name,
  method: { id: 'main' },
  products: [{ dimension: 'category', members: [group] }],
  period,
  unit: 'client',
});

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

describe.each(isLongRun ? both : both.slice(0, 1))('what a company defines for itself (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  beforeAll(async () => {
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'september.csv': september });
  });
  afterAll(() => akb.remove());

  const size = (set: SetNode) => application.setSize(clients(set));
  const activeBy = async (method: { id: string; version?: number }, period = '2026-09') => {
    const query = figureQuery.parse({
      ...{ metrics: ['activeBase'], period, unit: 'client', methods: [method] },
    });
    return (await application.table(query)).cells[0]?.figures.activeBase;
  };

  describe('methods', () => {
    test('get a new version when they are changed, and earlier ones still answer', async () => {
      const { version: _, ...document } = mainMethod;
      const first = await application.saveMethod({
        ...{ ...document, id: 'big' },
        name: { ru: 'Крупные', en: 'Big' },
        thresholds: { amount: '50' },
      });
      const second = await application.saveMethod({ ...first, thresholds: { amount: '200' } });
      expect([first.version, second.version]).toEqual([1, 2]);
      expect(await activeBy({ id: 'big', version: 1 })).toBe(2);
      expect(await activeBy({ id: 'big', version: 2 })).toBe(1);
      expect(await activeBy({ id: 'big' })).toBe(1);
      // The built-in one is its first version.
      const changed = await application.saveMethod({ ...document, thresholds: { amount: '60' } });
      expect(changed.version).toBe(2);
      expect(await activeBy({ id: 'main' })).toBe(2);
      expect(await activeBy({ id: 'main', version: 1 })).toBe(3);
      await application.saveMethod(document);
      const versions = await application.methodVersions('main');
      expect(versions.map(({ version, thresholds }) => [version, thresholds])).toEqual([
        [3, {}],
        [2, { amount: '60' }],
        [1, {}],
      ]);
      await expect(application.methodVersions('unheard')).rejects.toThrow('methodUnknown');
    });

    test('that two save at once become two versions', async () => {
      const { version: _, ...document } = mainMethod;
      const saved = await Promise.all(
        ['1', '2', '3'].map((amount) =>
          application.saveMethod({ ...document, id: 'many', thresholds: { amount } }),
        ),
      );
      expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    });

    test('stand side by side in one answer', async () => {
      const query = figureQuery.parse({
        ...{ metrics: ['activeBase'], period: '2026-09', unit: 'client' },
        methods: [{ id: 'main' }, { id: 'big', version: 1 }],
      });
      const { cells, methods } = await application.table(query);
      expect(methods).toEqual([
        { id: 'main', version: 3 },
        { id: 'big', version: 1 },
      ]);
      expect(cells.map(({ figures }) => figures.activeBase)).toEqual([3, 2]);
    });

    test('are kept ready when they are marked, at most four, and answered from lines when not', async () => {
      const kept = async () =>
        (await application.methods()).filter((method) => method.kept).map(({ id }) => id);
      const source = async (id: string) => {
        const query = figureQuery.parse({
          ...{ metrics: ['activeBase'], period: '2026-08..2026-09', grain: 'month', unit: 'client' },
          methods: [{ id }],
        });
        return (await application.table(query)).explained.map(({ sizes }) => sizes);
      };
      expect(await kept()).toEqual(['main']);
      await application.keepMethods(['main', 'gross', 'big']);
      expect(await kept()).toEqual(['main', 'gross', 'big']);
      expect(await application.keepReady()).toEqual([202609]);
      expect(await source('gross')).toEqual([{ source: 'kept' }]);
      // Thresholds are judged from sums that are kept.
      expect(await source('big')).toEqual([{ source: 'kept' }]);
      expect(await activeBy({ id: 'big' })).toBe(1);
      expect(await source('many')).toEqual([{ source: 'lines', why: 'notKept' }]);
      const { version: _, ...document } = mainMethod;
      await application.saveMethod({ ...document, id: 'later', returns: { mode: 'days', days: 14 } });
      await expect(application.keepMethods(['later'])).rejects.toThrow('methodNotKeepable');
      await expect(application.keepMethods(['a', 'b', 'c', 'd', 'e'])).rejects.toThrow('tooManyKept');
      await expect(application.keepMethods(['unheard'])).rejects.toThrow('methodUnknown');
      expect(await kept()).toEqual(['main', 'gross', 'big']);
    });
  });

  describe('named АКБ', () => {
    test('live side by side, each with its products, period and unit', async () => {
      await application.addNamedBase(base('АКБ кранов, год', 'Краны', 'year'));
      await application.addNamedBase(base('АКБ сервиса, месяц', 'Сервис', 'month'));
      await application.addNamedBase(base('АКБ сервиса, 2 месяца', 'Сервис', { length: 2, of: 'months' }));
      const asked: BaseQuestion = {
        metrics: ['activeBase', 'sales'],
        ...{ rows: [], columns: [], slice: [], compare: [], history: 'slice' },
      };
      const answers = async (on?: string) =>
        (await application.namedBaseFigures({ ...asked, ...(on !== undefined && { on }) })).map(
          ({ base: { name }, answer }) => [
            name,
            answer.periods[0]?.label,
            Object.values(answer.cells[0]?.figures ?? {}),
          ],
        );
      // As of the last loaded day.
      expect(await answers()).toEqual([
        ['АКБ кранов, год', '2026', [2, '140.00']],
        ['АКБ сервиса, 2 месяца', 'last:2m@2026-09-07', [1, '500.00']],
        ['АКБ сервиса, месяц', '2026-09', [1, '500.00']],
      ]);
      expect((await answers('2026-08-31'))[2]).toEqual(['АКБ сервиса, месяц', '2026-08', [0, '0.00']]);
    });

    test('have a name of their own and a method that is there', async () => {
      await expect(application.addNamedBase(base('акб Кранов, год', 'Краны', 'month'))).rejects.toThrow(
        'nameTaken',
      );
      await expect(
        application.addNamedBase({ ...base('Без методики', 'Краны', 'month'), method: { id: 'unheard' } }),
      ).rejects.toThrow('methodUnknown');
      const [first] = await application.namedBases();
      await application.removeNamedBase(first?.id ?? 0);
      await expect(application.removeNamedBase(first?.id ?? 0)).rejects.toThrow('namedBaseUnknown');
    });
  });

  test('a stored set is asked anew, a frozen one stays who it was', async () => {
    const live = await application.storeSet({ name: 'Активные', set: clients({ kind: 'bought' }) });
    const frozen = await application.freezeSet(live.id, 'Активные на сентябрь');
    expect(live.frozen).toBeNull();
    expect(frozen.frozen).toMatchObject({ asOf: '2026-09-07', size: 3 });
    await akb.load({ 'october.csv': october });
    const stored = (id: number): SetNode => ({ kind: 'stored', id });
    expect([await size(stored(live.id)), await size(stored(frozen.id))]).toEqual([4, 3]);

    // Combined: since the freeze came in who is in the one and not in the other.
    const combined = await application.storeSet({
      name: 'Пришли после заморозки',
      set: clients({ kind: 'andNot', of: stored(live.id), without: stored(frozen.id) }),
    });
    expect(await size(stored(combined.id))).toBe(1);
    expect(await size({ kind: 'and', sets: [stored(combined.id), active('2026-10')] })).toBe(1);
    expect(await application.readSet(clients(stored(combined.id)), 'ru')).toContain('Пришли после заморозки');
    const names = await Array.fromAsync(
      application.setMembers(clients(stored(frozen.id)), {
        period: { from: '2026-10-01', to: '2026-10-31', label: '2026-10', grain: 'month' },
      }),
    );
    // Frozen is who, not what they bought.
    expect(names.map(({ name, sales }) => [name, sales])).toEqual([
      ['ООО 1', '60.00'],
      ['ООО 2', null],
      ['ООО 3', null],
    ]);

    await expect(application.removeStoredSet(live.id)).rejects.toThrow('storedSetInUse');
    await application.removeStoredSet(combined.id);
    await application.removeStoredSet(live.id);
    expect(await size(stored(frozen.id))).toBe(3);
    await expect(size(stored(live.id))).rejects.toThrow('storedSetUnknown');
  });

  test('a stored set is of the unit that is counted, and has a name of its own', async () => {
    const points = await application.storeSet({
      name: 'Точки',
      set: { ...clients({ kind: 'bought' }), unit: 'deliveryPoint' },
      frozen: true,
    });
    await expect(size({ kind: 'stored', id: points.id })).rejects.toThrow('storedSetOfOtherUnit');
    await expect(application.storeSet({ name: 'Точки', set: clients({ kind: 'bought' }) })).rejects.toThrow(
      'nameTaken',
    );
    await expect(
      application.storeSet({ name: 'Из ничего', set: clients({ kind: 'stored', id: 99_999 }) }),
    ).rejects.toThrow('storedSetUnknown');
    expect((await application.storedSets()).map(({ name }) => name)).toEqual([
      'Активные на сентябрь',
      'Точки',
    ]);
  });
});
