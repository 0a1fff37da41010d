import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FigureAnswer, figureQuery } from '../src/domain/figure-query.ts';
import { type Method, mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { countUnits } from '../src/domain/units.ts';
import { customers } from '../src/services/activity/customers.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import { keepOf } from '../src/services/activity/kept/keep-of.ts';
import { keptOf } from '../src/services/activity/kept/kept.ts';
import { keptKey } from '../src/services/activity/kept/kept-month.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { isLongRun } from './budget.ts';
import { periodOf } from './harness/application.ts';
import { type Installation, importText, newInstallation, undo } from './harness/installation.ts';
import { numbers, shipmentsFile } from './harness/shipments.ts';

const today = '2026-10-31';
const shipments = (month: number, documents: readonly number[]): string =>
  shipmentsFile(
    documents.map((document) => [
      `${String(1 + (document % 28)).padStart(2, '0')}.${String(month).padStart(2, '0')}.2026`,
      `РН-${month}-${document}`,
      `К-${document % 17}`,
      `Клиент ${document % 17}`,
      // Product 1 is sold in August only.
      `Товар ${month === 8 ? 1 : 2 + (document % 3)}`,
      1,
      `${100 + document},00`,
      `Менеджер ${document % 4}`,
    ]),
  );
const products = (category: string): string =>
  `Номенклатура;Категория товара\nТовар 1;${category}\nТовар 2;Сыры\n`;

type Answers = readonly FigureAnswer[];

describe('answers kept ready', () => {
  let akb: Installation;
  beforeAll(async () => {
    akb = await newInstallation();
  });
  afterAll(() => akb.remove());

  /** Builds what is missing, and compares answers from it with answers from lines. Returns the months built. */
  async function refresh(): Promise<number[]> {
    const { warehouse, records } = akb.stores;
    const version = await currentVersion(records);
    const asked = ['rep', 'category', 'city'] as const;
    const answers = () =>
      Promise.all(
        asked.map((dimension) =>
          answerFigures(
            akb.stores,
            figureQuery.parse({
              metrics: ['activeBase', 'totalBase', 'new', 'lost', 'sales', 'documents'],
              period: '2026-08..2026-10',
              grain: 'month',
              rows: [dimension],
              unit: 'client',
              methods: [{ id: 'main' }],
            }),
            { version, methods: [mainMethod], today, scope: wholeCompany },
          ),
        ),
      );
    expect(await keptOf(warehouse, version, mainMethod)).toBeNull();
    const listed = () =>
      Promise.all(
        countUnits.flatMap((unit) =>
          (['2026-09', '2026-08..2026-10'] as const).map((period) =>
            Array.fromAsync(
              customers(akb.stores, {
                ...{ version, unit, method: mainMethod, scope: wholeCompany, set: 'totalBase' },
                ...{ period: periodOf(period), sort: 'lastPurchase' },
              }),
            ),
          ),
        ),
      );
    const [fromLines, listedFromLines] = [await answers(), await listed()];
    const built = await keepOf(warehouse, version, mainMethod);
    expect(await keptOf(warehouse, version, mainMethod)).not.toBeNull();
    const fromKept = await answers();
    expect(listedFromLines.flat().length).toBeGreaterThan(60);
    expect(await listed()).toEqual(listedFromLines);
    expect(sourcesOf(fromLines)).toEqual(['lines notKept']);
    expect(sourcesOf(fromKept)).toEqual(['kept']);
    expect(sorted(fromKept)).toEqual(sorted(fromLines));
    expect(await keepOf(warehouse, version, mainMethod)).toEqual([]);
    return built.sort();
  }
  const sourcesOf = (answers: Answers) => [
    ...new Set(
      answers.flatMap(({ explained }) =>
        explained.flatMap(({ sizes, sums }) =>
          [sizes, sums].flatMap((one) => (one ? [[one.source, one.why].filter(Boolean).join(' ')] : [])),
        ),
      ),
    ),
  ];
  const sorted = (answers: Answers) =>
    answers.map(({ cells }) => cells.map((cell) => JSON.stringify(cell)).sort());

  test('are built for every month at first', async () => {
    for (const month of [8, 9, 10]) await importText(akb, shipments(month, numbers(0, 40)));
    expect(await refresh()).toEqual([202608, 202609, 202610]);
  });

  test('are built anew for the months of an import only', async () => {
    await importText(akb, shipments(10, numbers(40, 50)));
    expect(await refresh()).toEqual([202610]);
  });

  test('are built anew for the months in which a product was sold that is of another category now', async () => {
    await importText(akb, products('Молоко'));
    await refresh();
    await importText(akb, products('Напитки'));
    expect(await refresh()).toEqual([202608]);
  });

  test('are those of the state before when an import is undone', async () => {
    await undo(akb, 4);
    expect(await refresh()).toEqual([202610]);
  });

  test.runIf(isLongRun)(
    'of one method stay when those of another are built, and go with their version',
    async () => {
      const { warehouse, records } = akb.stores;
      const version = await currentVersion(records);
      const strict = { ...mainMethod, version: 2, excludedParties: [1] };
      expect(await keepOf(warehouse, version, strict)).toHaveLength(3);
      const cells = () =>
        warehouse.rows(
          'SELECT method, uniqExact(ym) AS months FROM kept_cell GROUP BY method ORDER BY method',
        );
      expect(await cells()).toMatchObject([
        { method: keptKey(mainMethod) },
        { method: keptKey(strict), months: '3' },
      ]);
      // What is current lives, and what was until a day ago.
      for (const more of [60, 70]) {
        await records.db.updateTable('commit').set({ committed_at: '2026-01-01' }).execute();
        await importText(akb, shipments(10, numbers(more, more + 10)));
        expect(await refresh()).toEqual([202610]);
      }
      const method = keptKey(mainMethod);
      expect(await warehouse.rows('SELECT DISTINCT method FROM kept_month')).toEqual([{ method }]);
      expect(await cells()).toEqual([{ method, months: '3' }]);
    },
  );

  const byReps = { thresholds: { amount: '150' }, vat: 'included' } as const;
  const byDays = { grain: 'day', rolling: { length: 30, of: 'days' } } as const;
  const byMonths = { grain: 'month', rows: ['rep', 'category'] } as const;
  // What is kept is compared with lines at random in tables.property.test.ts too.
  test.runIf(isLongRun).each([
    ['windows of thirty days', mainMethod, { ...byDays, metrics: ['activeBase'] }],
    ['sales of every day', mainMethod, { grain: 'day', metrics: ['activeBase', 'sales', 'documents'] }],
    ['thresholds with VAT', { ...mainMethod, version: 7, ...byReps }, byMonths],
    ['thresholds of a quarter', { ...mainMethod, version: 7, ...byReps }, { grain: 'quarter' }],
  ] as const)('are those of lines for %s', async (_, method, question) => {
    const version = await currentVersion(akb.stores.records);
    const ask = (of: Method) =>
      answerFigures(
        akb.stores,
        figureQuery.parse({
          ...{ metrics: ['activeBase', 'new', 'lost', 'totalBase'], period: '2026-07..2026-12' },
          ...{ unit: 'client', methods: [{ id: 'main' }], ...question },
        }),
        { version, methods: [of], today, scope: wholeCompany },
      );
    const fromLines = await ask({ ...method, version: 99 });
    await keepOf(akb.stores.warehouse, version, method);
    const fromKept = await ask(method);
    expect(sourcesOf([fromLines])[0]).toBe('lines notKept');
    expect(sourcesOf([fromKept])).toEqual(['kept']);
    expect(sorted([fromKept])).toEqual(sorted([fromLines]));
    const active = fromKept.cells.map(({ figures }) => Number(figures.activeBase));
    expect(Math.max(...active)).toBeGreaterThan(1);
  });
});
