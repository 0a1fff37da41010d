import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreparedImport } from '../src/facade.ts';
import type { CellCorrection } from '../src/services/intake/import-summary.ts';
import { newApplication, nobody, refusalOf, type TestApplication, unseen } from './harness/application.ts';
import { xlsxOf } from './reading/zip-fixture.ts';
import { monthSheetCsv } from './support/field-samples.ts';

let product: TestApplication;
beforeAll(async () => {
  product = await newApplication();
});
afterAll(() => product.remove());

async function prepared(
  files: Parameters<TestApplication['write']>[0],
  corrections: readonly CellCorrection[],
  look: (prepared: PreparedImport) => Promise<void>,
): Promise<void> {
  const paths = await product.write(files);
  const one = await product.application.prepareImport(paths, { corrections }, nobody, unseen);
  try {
    await look(one);
  } finally {
    await one.cancel();
  }
}

const rows = (one: PreparedImport, show: 'first' | 'faulty' | 'mended', table = 0) =>
  one.rows({ table, show, offset: 0, limit: 10 });

/** A sheet whose dates are numbers with a format, but for one. */
function workbook(): Promise<Buffer> {
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const head = ['Дата', 'Номер документа', 'Контрагент', 'Товар', 'Количество', 'Сумма'];
  const cells = (row: number, date: string) =>
    `<row r="${row}">${date}${text(`B${row}`, `РН-${row}`)}${text(`C${row}`, `Клиент ${row}`)}${text(`D${row}`, 'Сыр')}<c r="E${row}"><v>2</v></c><c r="F${row}"><v>150.5</v></c></row>`;
  const xml = `<sheetData><row r="1">${head.map((title, index) => text(`${'ABCDEF'[index]}1`, title)).join('')}</row>${cells(2, '<c r="A2" s="1"><v>46300</v></c>')}${cells(3, text('A3', 'вчера'))}${cells(4, '<c r="A4" s="1"><v>46301</v></c>')}</sheetData>`;
  return xlsxOf({
    sheets: [{ name: 'Лист', xml }],
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
}

test('a mended cell of a workbook is read as a person writes it', async () => {
  const files = { 'отгрузки.xlsx': await workbook() };
  await prepared(files, [], async (one) => {
    expect(one.summary).toMatchObject({ lines: 2, mendedCells: 0 });
    expect((await rows(one, 'faulty')).rows).toMatchObject([
      { row: 3, cells: ['вчера', 'РН-3', 'Клиент 3', 'Сыр', '2', '150.5'], faults: [{ column: 0 }] },
    ]);
  });
  const corrections = [
    { table: 0, row: 3, column: 0, value: '07.10.2026' },
    { table: 0, row: 4, column: 5, value: '1 200,75' },
  ];
  await prepared(files, corrections, async (one) => {
    expect(one.summary).toMatchObject({
      ...{ lines: 3, mendedCells: 2, rejects: [] },
      period: { from: '2026-10-05', to: '2026-10-07' },
    });
    expect((await rows(one, 'mended')).rows).toMatchObject([
      { row: 3, mended: [{ column: 0, was: 'вчера' }] },
      { row: 4, cells: expect.arrayContaining(['1 200,75']), mended: [{ column: 5, was: '150.5' }] },
    ]);
  });
});

test('what is unfolded is shown and mended where it stands in the file', async () => {
  const files = { 'Клиенты.csv': monthSheetCsv.replace('1 200р', 'много') };
  await prepared(files, [], async (one) => {
    const { columns, rows: faulty } = await rows(one, 'faulty');
    expect(columns[6]).toMatchObject({ header: 'мар.26' });
    expect(faulty).toMatchObject([
      { row: 4, cells: expect.arrayContaining(['Василек', 'много']), faults: [{ code: 'amountUnreadable' }] },
    ]);
  });
  await prepared(files, [{ table: 0, row: 4, column: 6, value: '1 200' }], async (one) => {
    expect(one.summary).toMatchObject({ lines: 6, rejects: [], mendedCells: 1 });
    expect((await rows(one, 'first')).rows[2]).toMatchObject({
      row: 4,
      faults: [],
      mended: [{ was: 'много' }],
    });
  });
});

test('tables beside the shipments are mended too, a name of a column also', async () => {
  const files = {
    'отгрузки.csv':
      'Дата;Номер документа;Код контрагента;Контрагент;Товар;Количество;Сумма\n05.10.2026;РН-1;К-1;Ромашка;Сыр;1;100\n',
    'клиенты.csv': 'Код;Наименование;Город\nК-1;Ромашка;Керов\n',
  };
  const corrections = [
    { table: 1, row: 2, column: 2, value: 'Киров' },
    { table: 0, row: 1, column: 6, value: 'Сумма с НДС' },
    { table: 0, row: 2, column: 3, value: 'Ромашка' },
  ];
  await prepared(files, corrections, async (one) => {
    // The third one says what stood there already.
    expect(one.summary.mendedCells).toBe(2);
    expect(one.summary.tables[0]?.columns.at(-1)).toMatchObject({ header: 'Сумма с НДС' });
    expect((await rows(one, 'first', 1)).rows).toMatchObject([{ cells: ['К-1', 'Ромашка', 'Киров'] }]);
    expect((await rows(one, 'faulty', 1)).rows).toEqual([]);
  });
  const paths = await product.write(files);
  const wrong = [{ table: 0, row: 9, column: 9, value: 'x' }];
  const refused = product.application.prepareImport(paths, { corrections: wrong }, nobody, unseen);
  expect((await refusalOf(refused)).map(({ code }) => code)).toEqual([
    'correctedColumnUnknown',
    'correctedRowUnknown',
  ]);
});
