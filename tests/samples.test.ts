import { describe, expect, test } from 'vitest';
import type { Application } from '../src/facade.ts';
import type { ImportSummary } from '../src/services/intake/import-summary.ts';
import { openWarehouse } from '../src/stores/warehouse/warehouse.ts';
import { isLongRun } from './budget.ts';
import {
  customersOf,
  type Files,
  figuresOf,
  newApplication,
  refusalOf,
  reportsOf,
  type TestApplication,
} from './harness/application.ts';
import { encode } from './reading/reading-fixture.ts';
import * as sample from './support/field-samples.ts';

/** Sums of a product over all lines, which no figure shows. */
interface ProductSums {
  readonly quantity: string;
  readonly cost: string | null;
}

/** Imports a sample into an empty installation, without a hint and with nobody to ask, and looks at it. */
async function imported(
  files: Files | Promise<Files>,
  look: (product: TestApplication, summary: ImportSummary) => Promise<void>,
  atProducts?: (sums: readonly ProductSums[]) => void,
): Promise<void> {
  const product = await newApplication();
  try {
    await look(product, await product.load(await files));
    if (atProducts === undefined) return;
    await product.application.close();
    atProducts(await productSums(product.dataDir));
  } finally {
    await product.remove();
  }
}

/** Of each product, that with the most sales first. */
async function productSums(dataDir: string): Promise<ProductSums[]> {
  const warehouse = await openWarehouse({ dataDir });
  const sums = await warehouse.rows<ProductSums>(`
    SELECT toString(sum(quantity)) AS quantity, toString(sum(cost)) AS cost
    FROM journal GROUP BY product ORDER BY sum(amount) DESC`);
  await warehouse.close();
  return sums;
}

/** АКБ by client · legal entity · delivery point. */
async function activeBases(product: Pick<TestApplication, 'application'>, period: string): Promise<number[]> {
  const bases: number[] = [];
  for (const unit of ['client', 'legalEntity', 'deliveryPoint'] as const)
    bases.push((await figuresOf(product, period, { unit })).activeBase);
  return bases;
}

const counts = ({ tables }: ImportSummary) =>
  tables.map(({ kind, loaded, setAside, rejected }) => ({ kind, loaded, setAside, rejected }));
const fieldsOf = ({ tables }: ImportSummary, header: string) =>
  tables.flatMap((table) =>
    table.columns.filter((column) => column.header === header).map((column) => column.field),
  );
const sheet = async (name: string, workbook: Promise<Buffer>): Promise<Files> => ({ [name]: await workbook });
const namesOf = (rows: readonly { name: string }[]) => rows.map((row) => row.name).sort();
const finerThanMonth = (application: Application) =>
  refusalOf(reportsOf(application, ['2026-10-01..2026-10-07']));

describe('samples of what users have, imported without a hint', () => {
  test('S1: the flat sales report of 1C, CSV in cp1251', async () => {
    await imported(
      { 'Продажи.csv': encode(sample.flatReport, 'windows-1251') },
      async (product, summary) => {
        expect(counts(summary)).toEqual([{ kind: 'shipments', loaded: 3, setAside: 1, rejected: 0 }]);
        expect(await activeBases(product, '2026-10')).toEqual([2, 2, 2]);
        expect(await figuresOf(product, '2026-10')).toMatchObject({
          sales: '1895.00',
          salesExVat: '1695.90',
          documents: 2,
          avgCheck: '947.50',
          skuPairs: 2,
        });
      },
      ([milk]) => expect(Number(milk?.quantity)).toBe(22),
    );
  });

  test('S2: gross profit of 1C, XLSX with levels as indents', async () => {
    await imported(
      sheet('Валовая прибыль.xlsx', sample.grossProfitWorkbook()),
      async (product, summary) => {
        // Three leaves; four parents and one total.
        expect(counts(summary)).toEqual([{ kind: 'shipments', loaded: 3, setAside: 4 + 1, rejected: 0 }]);
        expect(await activeBases(product, '2026-10')).toEqual([3, 3, 3]);
        expect(await figuresOf(product, '2026-10')).toMatchObject({ sales: '2895.00', documents: null });
        expect(await finerThanMonth(product.application)).toMatchObject([{ code: 'finerThanMonth' }]);
      },
      (products) => expect(products.reduce((sum, { cost }) => sum + Number(cost), 0)).toBe(2230),
    );
  });

  test('S3: secondary sales by delivery point, tabs in UTF-8', async () => {
    await imported({ 'Вторичные продажи.txt': sample.outletReport }, async (product, summary) => {
      expect(counts(summary)).toEqual([{ kind: 'shipments', loaded: 3, setAside: 0, rejected: 0 }]);
      expect(await activeBases(product, '2026-10')).toEqual([2, 2, 3]);
      expect(await figuresOf(product, '2026-10')).toMatchObject({
        sales: '2910.00',
        documents: 3,
        avgCheck: '970.00',
      });
      // The distributor is the seller.
      expect(fieldsOf(summary, 'Дистрибьютор')).toEqual(['ownCompany']);
      const [report] = await reportsOf(product.application, ['2026-10'], { by: 'ownCompany' });
      expect(report?.rows?.map((row) => [row.key.name, row.figures.activeBase])).toEqual([
        ['Север-Трейд', 2],
      ]);
    });
  });

  test.each([
    ['an HTML table named .xls', { 'company.xls': sample.companiesHtml }],
    ['CSV', { 'company.csv': sample.companiesCsv }],
  ])('S4: companies of Битрикс24, %s', async (_format, files) => {
    await imported(files, async (product, summary) => {
      expect(counts(summary)).toMatchObject([{ kind: 'customers', loaded: 3, rejected: 0 }]);
      expect(summary).toMatchObject({ lines: 0, customers: { new: 3, known: 0 } });
      expect(await activeBases(product, '2026-10')).toEqual([0, 0, 0]);
      expect(await figuresOf(product, '2026-10')).toMatchObject({ prospects: 3 });
      const prospects = await customersOf(product, '2026-10', { set: 'prospects' });
      const phones = Object.fromEntries(prospects.map(({ name, phone }) => [name, phone.split(', ')]));
      expect(phones).toEqual({
        Ромашка: ['+78332000001'],
        Василёк: ['+79000000002', '+79000000003'],
        'Зорин Фермер ИП': ['+79000000004'],
      });
      expect(fieldsOf(summary, 'Тип компании')).toEqual(['clientType', 'deliveryPointType']);
    });
  });

  test('S5: deals of amoCRM, CSV', async () => {
    await imported({ 'amocrm_export_leads.csv': sample.deals }, async (product, summary) => {
      // Deals are not shipments.
      expect(counts(summary)).toMatchObject([{ kind: 'deals' }]);
      expect(summary).toMatchObject({ lines: 0, contacts: 3 });
      expect(await activeBases(product, '2026-10')).toEqual([0, 0, 0]);
      expect(await figuresOf(product, '2026-10')).toMatchObject({ prospects: 3, sales: '0.00' });
      // Two companies and a person.
      expect(namesOf(await customersOf(product, '2026-10', { set: 'prospects' }))).toEqual([
        'Василёк',
        'Зорин Семён',
        'Ромашка',
      ]);
    });
  });

  // What is behind the format is the same: the usual run reads the harder one.
  test.each([
    ['XLSX with merged cells', sheet('Клиенты.xlsx', sample.monthSheetWorkbook())],
    ...(isLongRun ? [['CSV', Promise.resolve<Files>({ 'Клиенты.csv': sample.monthSheetCsv })] as const] : []),
  ] as const)('S6: months side by side, kept by hand, %s', async (_format, files) => {
    await imported(files, async (product, summary) => {
      expect(counts(summary)).toMatchObject([{ kind: 'shipments', loaded: 6, rejected: 0 }]);
      expect(fieldsOf(summary, 'Итого')).not.toContain('amountGross');
      for (const [month, sales] of [
        ['2026-01', '13300.50'],
        ['2026-02', '14100.00'],
        ['2026-03', '5200.00'],
      ] as const) {
        expect(await activeBases(product, month)).toEqual([2, 2, 2]);
        expect(await figuresOf(product, month)).toMatchObject({ sales, documents: null });
      }
      // The two «Ромашка (…)» are proposed as duplicates and stay two.
      expect(summary.duplicateProposals).toBe(1);
      expect(namesOf(await customersOf(product, '2026-Q1'))).toEqual([
        'Василек',
        'Ромашка (Лесная)',
        'Ромашка (Садовая)',
      ]);
      // Merged cells hold for every row they span.
      const [report] = await reportsOf(product.application, ['2026-02'], { by: 'rep' });
      expect(report?.rows?.map((row) => [row.key.name, row.figures.activeBase])).toContainEqual([
        'Петров',
        2,
      ]);
    });
  });

  test('S7: plans of the reps are recognised, named and left alone', async () => {
    // Eight values and one row of totals; 1 250,0 тыс. and 640,5 тыс. are 1 890 500 ₽.
    const plan = { code: 'planRecognised', params: { values: 8, totals: 1, sales: '1890500' } };
    await imported(
      { 'Планы.csv': sample.planFile, 'Продажи.csv': sample.flatReport },
      async (product, summary) => {
        expect(summary.findings).toMatchObject([plan]);
        expect(counts(summary).map(({ kind }) => kind)).toEqual(['plan', 'shipments']);
        expect(await activeBases(product, '2026-10')).toEqual([2, 2, 2]);
      },
    );
    const product = await newApplication();
    try {
      expect(await refusalOf(product.load({ 'Планы.csv': sample.planFile }))).toMatchObject([
        { code: 'onlyPlans' },
        plan,
      ]);
    } finally {
      await product.remove();
    }
  });
});
