import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  grossProfit,
  monthSheet,
  splitQuoted,
  tableOf,
  tableOfRows,
} from '../../../../tests/support/sample-tables.ts';
import { Refusal } from '../../../domain/problem.ts';
import { canonicalRows } from '../canonical-file.ts';
import { defaultLimits } from '../read/limits.ts';
import { CanonicalWriter } from '../read/table/canonical-writer.ts';
import { type RecogniseContext, recognise } from '../recognise/recognise.ts';
import type { SourceTable } from '../source-table.ts';
import { needsUnfolding, unfold } from './unfold.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akb-unfold-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const out = () => join(folder, 'out.tsv');

/** Writes a table of up to 300 rows as the readers do, recognises and unfolds it. */
async function unfolded(table: SourceTable, context: RecogniseContext = {}) {
  const path = join(mkdtempSync(join(folder, 'in-')), 'in.tsv');
  const writer = new CanonicalWriter(path, defaultLimits);
  for (const { row, indent, outline, cells } of table.head) writer.write(row, indent, outline, cells);
  const source: SourceTable = { ...table, ...writer.finish(), merges: table.merges };
  const recognition = recognise(source, context);
  expect(needsUnfolding(source, recognition)).toBe(true);
  const result = await unfold(source, recognition, out());
  const rows = await Array.fromAsync(canonicalRows(out()));
  const fields = result.recognition.columns.map(({ field }) => field);
  const lines = rows.map(({ row, cells }) => ({
    row,
    ...Object.fromEntries(fields.map((field, index) => [field, cells[index]])),
  }));
  const aside = Object.fromEntries(result.setAside.map(({ reason, rows: count }) => [reason, count]));
  const findings = result.recognition.findings.slice(recognition.findings.length);
  return { ...result, lines, aside, findings };
}

const refusal = async (table: SourceTable): Promise<unknown> => {
  const error = await unfolded(table).catch((caught: unknown) => caught);
  expect(existsSync(out())).toBe(false);
  return error instanceof Refusal ? error.problems[0] : error;
};

describe('a hierarchy', () => {
  const leaves = [
    {
      row: 8,
      clientName: 'Ландыш ООО',
      category: 'Молочная продукция',
      skuName: 'Молоко 3,2 % 0,93 л',
      unit: 'шт',
      quantity: '22,000',
      amountGross: '1 595,00',
      costAmount: '1 320,00',
    },
    {
      row: 10,
      clientName: 'Клён ООО',
      category: '',
      skuName: 'Салфетки',
      unit: 'упак',
      quantity: '3,000',
      amountGross: '300,00',
      costAmount: '210,00',
    },
    {
      row: 12,
      clientName: 'Фермер Зорин ИП',
      category: '',
      skuName: 'Сыр «Полевой», 45 %',
      unit: 'кг',
      quantity: '10,000',
      amountGross: '1 000,00',
      costAmount: '700,00',
    },
  ];

  test('gives its leaves only: three lines, four parents and a total set aside, dated by the stated month', async () => {
    const { lines, aside, findings, recognition } = await unfolded(tableOf(grossProfit));
    expect(lines).toMatchObject(
      leaves.map((leaf) => ({ ...leaf, shipmentDate: '2026-10-31', month: '2026-10' })),
    );
    expect(lines).toHaveLength(3);
    expect(aside).toEqual({ parent: 4, total: 1 });
    expect(findings).toEqual([]);
    expect(recognition).toMatchObject({ kind: 'shipments', shape: 'flat', headerRows: [], questions: [] });
  });

  test('that lost its indents in a text file is told apart by its sums', async () => {
    const { lines, aside } = await unfolded(tableOf(grossProfit.replaceAll('·', '')));
    expect(lines).toMatchObject(leaves.map(({ category: _, ...leaf }) => leaf));
    expect(aside).toEqual({ parent: 4, total: 1 });
  });

  test('whose parents do not equal their leaves is reported with the row and both figures', async () => {
    const wrong = grossProfit
      .replace('··Молочная продукция;22,000', '··Молочная продукция;23,000')
      .replace('Итого;35,000', 'Итого;36,000');
    const { lines, findings } = await unfolded(tableOf(wrong));
    expect(lines).toHaveLength(3);
    expect(findings).toMatchObject([
      {
        code: 'parentsDiffer',
        place: { row: 7 },
        params: { rows: 2, column: 'Количество', stated: '23', counted: '22' },
      },
    ]);
  });

  test('without indents whose sums do not come out is refused, and no file is left', async () => {
    const wrong = grossProfit.replaceAll('·', '').replace('Клён ООО;3,000', 'Клён ООО;4,000');
    expect(await refusal(tableOf(wrong))).toMatchObject({ code: 'hierarchyUnclear' });
  });

  test('over a quarter, or without a period, is refused', async () => {
    expect(await refusal(tableOf(grossProfit.replace('31.10.2026', '31.12.2026')))).toMatchObject({
      code: 'statedPeriodNotMonth',
      params: { from: '2026-10-01', to: '2026-12-31' },
    });
    expect(await refusal(tableOf(grossProfit.replace('Период: 01.10.2026 - 31.10.2026', '')))).toMatchObject({
      code: 'reportPeriodMissing',
    });
  });

  test('with the month answered is dated by the answer', async () => {
    const table = tableOf(grossProfit.replace('Период: 01.10.2026 - 31.10.2026', ''));
    const { lines } = await unfolded(table, { reportMonth: '2026-09' });
    expect(lines[0]).toMatchObject({ shipmentDate: '2026-09-30', month: '2026-09' });
  });

  test('with «Код» beside the shared column: the code of the customer and of the product', async () => {
    const { lines } = await unfolded(
      tableOf(`
Период: Октябрь 2026 г.

Контрагент;Код;Количество;Сумма
Номенклатура;;;
Ландыш ООО;К-01;22;1595
·Молоко, шт;Н-1;22;1595
Клён ООО;К-02;3;300
·Салфетки, упак;Н-2;3;300`),
    );
    expect(lines).toMatchObject([
      { clientName: 'Ландыш ООО', clientCode: 'К-01', skuName: 'Молоко', skuCode: 'Н-1' },
      { clientName: 'Клён ООО', clientCode: 'К-02', skuName: 'Салфетки', skuCode: 'Н-2' },
    ]);
  });

  test('with documents between customer and product is dated by them', async () => {
    const { lines } = await unfolded(
      tableOf(`
Клиент;ИНН;Количество;Выручка
Документ;;;
Номенклатура;;;
Ландыш ООО;0001000010;10;1000,00
··Реализация товаров и услуг 00БП-000011 от 05.10.2026 14:05:33;;10;1000,00
····Молоко;;6;600,00
····Сыр;;4;400,00`),
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).toEqual({
      row: 7,
      clientName: 'Ландыш ООО',
      documentPresentation: 'Реализация товаров и услуг 00БП-000011 от 05.10.2026 14:05:33',
      skuName: 'Сыр',
      inn: '0001000010',
      quantity: '4',
      amountGross: '400,00',
    });
  });

  test('that prints article, code and name of one product on three rows counts them once', async () => {
    const text = `
Период: 01.10.2026 - 31.10.2026
Контрагент;Количество;Сумма
Артикул;;
Код;;
Номенклатура;;
Ландыш ООО;10;1000,00
··MLK-1;6;600,00
··Н-1;6;600,00
··Молоко;6;600,00
··CHS-1;4;400,00
··Н-2;4;400,00
··Сыр;4;400,00`;
    const { lines, aside, findings } = await unfolded(tableOf(text));
    expect(lines).toMatchObject([
      { clientName: 'Ландыш ООО', skuCode: 'MLK-1', skuName: 'Молоко', quantity: '6' },
      { clientName: 'Ландыш ООО', skuCode: 'CHS-1', skuName: 'Сыр', quantity: '4' },
    ]);
    expect(aside).toEqual({ parent: 1, stacked: 4 });
    expect(findings).toEqual([]);
    rmSync(out());
    expect(await refusal(tableOf(text.replace('··Н-1;6', '··Н-1;5')))).toMatchObject({
      code: 'hierarchyUnclear',
      place: { row: 8 },
    });
  });

  test('with managers as groups of columns gives one line for each of them', async () => {
    const { lines, aside } = await unfolded(
      tableOf(`
Параметры:;Период: 01.10.2026 - 31.10.2026
Группировки колонок:;Основной менеджер
;Петров П. П.;;Сидорова А. В.;;Итого;
Клиент;Количество;Выручка;Количество;Выручка;Количество;Выручка
Номенклатура;;;;;;
Ландыш ООО;10;1000;;;10;1000
··Молоко;10;1000;;;10;1000
Клён ООО;2;200;3;300;5;500
··Сыр;2;200;3;300;5;500`),
    );
    expect(lines).toMatchObject([
      { row: 7, clientName: 'Ландыш ООО', managerName: 'Петров П. П.', quantity: '10', amountGross: '1000' },
      { row: 9, clientName: 'Клён ООО', managerName: 'Петров П. П.', quantity: '2', amountGross: '200' },
      { row: 9, clientName: 'Клён ООО', managerName: 'Сидорова А. В.', quantity: '3', amountGross: '300' },
    ]);
    expect(aside).toEqual({ parent: 2 });
  });

  test('with folders above the customers leaves the folders out', async () => {
    const { lines, findings } = await unfolded(
      tableOf(`
Период: 01.10.2026 - 31.10.2026
Контрагент;Сумма
Номенклатура;
Розница;30,00
··Ландыш ООО;30,00
····Молоко, шт;30,00
Опт;50,00
··Клён ООО;50,00
····Сыр, кг;50,00`),
    );
    expect(lines).toMatchObject([{ clientName: 'Ландыш ООО' }, { clientName: 'Клён ООО' }]);
    expect(findings).toMatchObject([{ code: 'clientFolders', params: { levels: 1 } }]);
  });

  test('keeps a customer who is not broken down: his amount is real', async () => {
    const { lines, findings } = await unfolded(
      tableOf(grossProfit.replace('Итого;', 'Свёрнутый ООО;1,000;50,00;40,00;10,00;20,00\nИтого;')),
    );
    expect(lines[3]).toMatchObject({ clientName: 'Свёрнутый ООО', skuName: '', amountGross: '50,00' });
    expect(findings.map(({ code }) => code)).toEqual(['parentsDiffer', 'leafWithoutProduct']);
  });
});

describe('a matrix of months', () => {
  test('gives one line for each month with a value; managers are filled down, «Итого», «-» and blanks left out', async () => {
    const { lines, aside, findings } = await unfolded(tableOfRows(splitQuoted(monthSheet.trim(), ',')));
    expect(lines).toMatchObject([
      {
        row: 2,
        managerName: 'Петров',
        clientName: 'Ландыш (Южная)',
        month: '2026-01',
        shipmentDate: '2026-01-31',
        amountGross: '12 400,50',
      },
      {
        row: 2,
        managerName: 'Петров',
        month: '2026-02',
        shipmentDate: '2026-02-28',
        amountGross: '11 000,00',
      },
      {
        row: 3,
        managerName: 'Петров',
        clientName: 'Ландыш (Садовая)',
        month: '2026-02',
        amountGross: '3 100,00',
        note: 'новая точка',
      },
      { row: 3, managerName: 'Петров', month: '2026-03', amountGross: '4 000,00' },
      {
        row: 4,
        managerName: 'Сидорова',
        clientName: 'Клен',
        city: 'г.Слободской',
        month: '2026-01',
        amountGross: '900',
      },
      { row: 4, managerName: 'Сидорова', month: '2026-03', amountGross: '1 200р' },
    ]);
    expect(lines).toHaveLength(6);
    expect(aside).toEqual({});
    expect(findings).toMatchObject([{ code: 'filledDown', params: { column: 'Менеджер', cells: 1 } }]);
  });

  test('with two measures a month keeps them together; totals and rows without sales are set aside', async () => {
    const { lines, aside } = await unfolded(
      tableOf(`
Клиент;янв.26;;фев.26;;Итого;
;Кол-во;Сумма;Кол-во;Сумма;Кол-во;Сумма
Ландыш;1;10;2;20;3;30
Клён;;;0;0;0;0
Итого;1;10;2;20;3;30`),
    );
    expect(lines).toEqual([
      {
        row: 3,
        clientName: 'Ландыш',
        shipmentDate: '2026-01-31',
        month: '2026-01',
        quantity: '1',
        amountGross: '10',
      },
      {
        row: 3,
        clientName: 'Ландыш',
        shipmentDate: '2026-02-28',
        month: '2026-02',
        quantity: '2',
        amountGross: '20',
      },
    ]);
    expect(aside).toEqual({ empty: 1, total: 1 });
  });

  test('of pieces, headed by typed dates, counts pieces', async () => {
    const { lines } = await unfolded(
      tableOf('Клиент;2026-01-01;2026-02-01\nЛандыш;10;20', ';', { format: 'xlsx', sheet: 'Отгрузка, шт' }),
    );
    expect(lines).toMatchObject([
      { month: '2026-01', quantity: '10' },
      { month: '2026-02', quantity: '20' },
    ]);
  });

  test('of months without a year takes the year from the title', async () => {
    const { lines } = await unfolded(tableOf('Продажи 2026;;\nКлиент;Январь;Февраль\nЛандыш;10;20'));
    expect(lines).toMatchObject([{ month: '2026-01' }, { month: '2026-02' }]);
  });
});

describe('a flat sheet with merged cells', () => {
  test('is filled down within the merges and nowhere else', async () => {
    const merges = [{ fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }];
    const text =
      'Клиент;Дата;Товар;Сумма\nЛандыш;05.10.2026;Молоко;10\n;06.10.2026;Сыр;20\n;07.10.2026;Сыр;30';
    const { lines, findings } = await unfolded(tableOf(text, ';', { format: 'xlsx', merges }));
    expect(lines).toMatchObject([{ clientName: 'Ландыш' }, { clientName: 'Ландыш' }, { clientName: '' }]);
    expect(findings).toMatchObject([{ code: 'filledDown', params: { cells: 1 } }]);
  });

  test('of customers keeps every row: nothing has to be sold', async () => {
    const merges = [{ fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 1 }];
    const text = 'Клиент;Город;ИНН\nЛандыш;Киров;0001000010\nКлён;;0001000028';
    const { lines, aside } = await unfolded(tableOf(text, ';', { format: 'xlsx', merges }));
    expect(lines).toMatchObject([
      { clientName: 'Ландыш', city: 'Киров' },
      { clientName: 'Клён', city: 'Киров' },
    ]);
    expect(aside).toEqual({});
  });
});

describe('a flat report without dates', () => {
  test('gets the stated month; rows that sell nothing stay for staging to say so', async () => {
    const { lines, aside } = await unfolded(
      tableOf('Период: Октябрь 2026 г.;;\nКлиент;Товар;Сумма\nЛандыш;Молоко;10\nКлён;Сыр;\nИтого;;10'),
    );
    expect(lines).toEqual([
      {
        row: 3,
        clientName: 'Ландыш',
        skuName: 'Молоко',
        amountGross: '10',
        shipmentDate: '2026-10-31',
        month: '2026-10',
      },
      {
        row: 4,
        clientName: 'Клён',
        skuName: 'Сыр',
        amountGross: '',
        shipmentDate: '2026-10-31',
        month: '2026-10',
      },
    ]);
    expect(aside).toEqual({ total: 1 });
  });

  test('a flat table with dates and without merges needs no unfolding', () => {
    const table = tableOf('Клиент;Дата;Сумма\nЛандыш;05.10.2026;10');
    expect(needsUnfolding(table, recognise(table))).toBe(false);
  });
});
