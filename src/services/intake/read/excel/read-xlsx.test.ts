import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  type ReadingFixture,
  readingOf,
  rowsOf,
} from '../../../../../tests/reading/reading-fixture.ts';
import { type BookFixture, xlsxOf, xlsxParts, zipOf } from '../../../../../tests/reading/zip-fixture.ts';
import { ZipArchive } from '../archive/zip-archive.ts';
import { readXlsx } from './read-xlsx.ts';

async function readBytes(bytes: Buffer, limits = {}) {
  const reading: ReadingFixture = readingOf(bytes, { limits });
  const zip = await ZipArchive.open(reading);
  try {
    return { tables: await readXlsx(reading, zip), problems: reading.problems };
  } finally {
    zip.close();
  }
}

const readBook = async (book: BookFixture, limits = {}) => readBytes(await xlsxOf(book), limits);
const readRows = async (rows: string, rest: Partial<BookFixture> = {}) =>
  readBook({ sheets: [{ name: 'Лист1', xml: `<sheetData>${rows}</sheetData>` }], ...rest });

describe('the values of cells', () => {
  test('texts, numbers, booleans, formulas and their places', async () => {
    const { tables } = await readRows(
      `<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2"><v>0.30000000000000004</v></c></row>
       <row r="5"><c r="A5" t="inlineStr"><is><t>Василёк</t></is></c><c r="B5" t="str"><f>A5</f><v>итог</v></c>
         <c r="C5" t="b"><v>1</v></c><c r="D5" t="b"><v>0</v></c><c r="E5"><f>1+1</f><v>7.7070838930000000E+09</v></c></row>`,
      { strings: '<si><t>Клиент</t></si><si><t>Ромашка</t></si>' },
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      sheet: 'Лист1',
      format: 'xlsx',
      columnCount: 5,
      rowCount: 2,
      file: 'file',
    });
    expect(tables.flatMap(rowsOf)).toEqual([
      { row: 2, indent: 0, outline: 0, cells: ['', 'Ромашка', '', '0.3', ''] },
      { row: 5, indent: 0, outline: 0, cells: ['Василёк', 'итог', 'Истина', 'Ложь', '7707083893'] },
    ]);
  });

  test('cells and rows without references stand one after another', async () => {
    const { tables } = await readRows(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    );
    expect(tables.flatMap(rowsOf).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '1', '', '3'],
      [2, '4', '', ''],
    ]);
  });

  test('dates by built-in and custom formats', async () => {
    const { tables } = await readRows(
      '<row><c s="1"><v>46300</v></c><c s="2"><v>46300.583333333336</v></c><c s="3"><v>0.75</v></c><c s="4"><v>46300</v></c><c s="1"><v>0</v></c></row>',
      {
        styles: `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0&quot; day&quot;"/></numFmts>
          <cellStyleXfs><xf numFmtId="14"><alignment indent="9"/></xf></cellStyleXfs>
          <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>`,
      },
    );
    expect(tables.flatMap(cellsOf)).toEqual([
      ['2026-10-05', '2026-10-05T14:00:00', '18:00:00', '46300', '0'],
    ]);
  });

  test('dates that count from 1904, and ISO dates', async () => {
    const { tables } = await readRows(
      '<row><c s="0"><v>44838</v></c><c t="d"><v>2026-10-05T00:00:00</v></c></row>',
      {
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        date1904: true,
      },
    );
    expect(tables.flatMap(cellsOf)).toEqual([['2026-10-05', '2026-10-05']]);
  });

  test('rich text is joined, phonetic hints are left out, blanks are kept where the file says so', async () => {
    const { tables } = await readRows(
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>а</t></r><r><t xml:space="preserve"> б</t></r></is></c></row>',
      {
        strings: `<si><r><rPr><b/></rPr><t>ООО </t></r><r><t xml:space="preserve">«Ромашка»</t></r><rPh sb="0" eb="1"><t>romashka</t></rPh></si>
          <si><t xml:space="preserve">  Молоко </t></si><si><t> Сыр &amp; масло_x000D_
_x005F_x</t></si>`,
      },
    );
    expect(tables.flatMap(cellsOf)).toEqual([['ООО«Ромашка»', '  Молоко ', 'Сыр & масло\r\n_x', 'а б']]);
  });

  test('entities that XML does not know stay text', async () => {
    const { tables } = await readRows('<row><c t="inlineStr"><is><t>&xxe;&#1071;&lt;</t></is></c></row>');
    expect(tables.flatMap(cellsOf)).toEqual([['&xxe;Я<']]);
  });

  test('errors are empty and counted, formulas never computed are empty and counted', async () => {
    const { tables, problems } = await readRows(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3"><f>A1</f></c><c r="E3"><v>2</v></c></row>',
    );
    expect(tables.flatMap(cellsOf)).toEqual([
      ['1', '', '', '', ''],
      ['', '', '', '', '2'],
    ]);
    expect(problems).toEqual([
      { code: 'errorCells', place: { sheet: 'Лист1', row: 3, column: 'B' }, params: { count: 2 } },
      { code: 'formulasWithoutValues', place: { sheet: 'Лист1', row: 3, column: 'D' }, params: { count: 1 } },
    ]);
  });
});

describe('the shape of a sheet', () => {
  const styles =
    '<cellXfs><xf/><xf><alignment horizontal="left" indent="2"/></xf><xf><alignment indent="5"/></xf></cellXfs>';

  test('levels of a 1C report are the indent of the first text and the outline level', async () => {
    const { tables } = await readRows(
      `<row><c t="inlineStr"><is><t>Ромашка ООО</t></is></c><c s="2"><v>22</v></c></row>
       <row outlineLevel="1"><c s="1" t="inlineStr"><is><t>Молочная продукция</t></is></c><c><v>22</v></c></row>
       <row outlineLevel="2"><c s="2"><v>1</v></c><c s="1" t="inlineStr"><is><t>Молоко</t></is></c></row>`,
      { styles },
    );
    expect(tables.flatMap(rowsOf).map(({ indent, outline }) => [indent, outline])).toEqual([
      [0, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  test('merged ranges in rows of the source and columns from 0', async () => {
    const { tables } = await readBook({
      sheets: [
        {
          name: 'Лист1',
          xml: '<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="AA2:AB4"/><mergeCell ref="чушь"/></mergeCells>',
        },
      ],
    });
    expect(tables[0]?.merges).toEqual([
      { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 2 },
      { fromRow: 2, toRow: 4, fromColumn: 26, toColumn: 27 },
    ]);
  });

  test('several sheets are several tables; hidden ones are said, empty ones dropped', async () => {
    const sheet = (value: number) => `<sheetData><row><c><v>${value}</v></c></row></sheetData>`;
    const { tables, problems } = await readBook({
      sheets: [
        { name: 'Продажи', xml: sheet(1) },
        { name: 'Справка', xml: '<sheetData><row><c s="1"/></row></sheetData>' },
        { name: 'Черновик', xml: sheet(2), state: 'hidden' },
        { name: 'Пароли', xml: sheet(3), state: 'veryHidden' },
        { name: 'Клиенты &amp; точки', xml: sheet(4) },
      ],
    });
    expect(tables.map(({ sheet: name }) => name)).toEqual(['Продажи', 'Клиенты & точки']);
    expect(problems.map(({ code, place }) => [code, place?.sheet])).toEqual([
      ['sheetHidden', 'Черновик'],
      ['sheetHidden', 'Пароли'],
    ]);
  });

  test('hidden rows are read and said', async () => {
    const { tables, problems } = await readRows(
      '<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>',
    );
    expect(tables[0]?.rowCount).toBe(2);
    expect(problems).toEqual([
      { code: 'hiddenRows', place: { sheet: 'Лист1', row: 2 }, params: { count: 1 } },
    ]);
  });

  test('workbooks of the Strict kind, with prefixes, read alike', async () => {
    const { tables } = await readRows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>', {
      strict: true,
      strings: '<si><t>Ромашка</t></si>',
    });
    expect(tables.flatMap(cellsOf)).toEqual([['Ромашка', '5']]);
  });

  test('a main part with a number is found', async () => {
    const parts = xlsxParts({
      sheets: [{ name: 'a', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }],
    });
    const renamed = Object.entries(parts).map(([name, part]) => [
      name.replace('workbook.xml', 'workbook2.xml'),
      part,
    ]);
    const { tables } = await readBytes(await zipOf(Object.fromEntries(renamed)));
    expect(tables.flatMap(cellsOf)).toEqual([['1']]);
  });

  test('parts whose names have another case or other slashes are found', async () => {
    const parts = xlsxParts({
      sheets: [{ name: 'a', xml: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' }],
      strings: '<si><t>Ромашка</t></si>',
    });
    const renamed = Object.entries(parts).map(([name, part]) => [
      name.replace('sharedStrings.xml', 'SharedStrings.XML'),
      part,
    ]);
    const { tables } = await readBytes(await zipOf(Object.fromEntries(renamed)));
    expect(tables.flatMap(cellsOf)).toEqual([['Ромашка']]);
  });
});

describe('what is refused', () => {
  const book = { sheets: [{ name: 'Лист1', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }] };
  const problemOf = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { problems: readonly unknown[] }) => error.problems[0],
    );
  const withSheet = (xml: string) => zipOf({ ...xlsxParts(book), 'xl/worksheets/sheet1.xml': xml });

  test('a document type: nothing is expanded or fetched', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>';
    expect(await problemOf(readBytes(await withSheet(xml)))).toMatchObject({ code: 'damagedFile' });
  });

  test('a sheet that breaks off', async () => {
    const xml = '<worksheet><sheetData><row><c><v>1</v></c></row>';
    expect(await problemOf(readBytes(await withSheet(xml)))).toMatchObject({ code: 'damagedFile' });
  });

  test('nesting without end', async () => {
    expect(await problemOf(readBytes(await withSheet('<a>'.repeat(1000))))).toMatchObject({
      code: 'damagedFile',
    });
  });

  test('a text that the workbook does not have', async () => {
    const xml = '<worksheet><sheetData><row r="7"><c t="s"><v>5</v></c></row></sheetData></worksheet>';
    expect(await problemOf(readBytes(await withSheet(xml)))).toMatchObject({
      code: 'damagedFile',
      place: { row: 7 },
    });
  });

  test('a cell far beyond the last column, a text beyond all measure', async () => {
    const far =
      '<worksheet><sheetData><row r="1"><c r="ZZZZZZZZ1"><v>5</v></c></row></sheetData></worksheet>';
    expect(await problemOf(readBytes(await withSheet(far)))).toMatchObject({ code: 'tooManyColumns' });
    const long = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${'я'.repeat(2000)}</t></is></c></row></sheetData></worksheet>`;
    expect(await problemOf(readBytes(await withSheet(long), { recordBytes: 1000 }))).toMatchObject({
      code: 'lineTooLong',
    });
  });

  test('more distinct texts than may lie in memory', async () => {
    const strings = '<si><t>Ромашка</t></si>'.repeat(10);
    expect(await problemOf(readBook({ ...book, strings }, { sharedStringBytes: 100 }))).toMatchObject({
      code: 'xlsxTooBig',
    });
  });

  test('a book without a value', async () => {
    expect(await problemOf(readBook({ sheets: [{ name: 'a', xml: '<sheetData/>' }] }))).toMatchObject({
      code: 'emptyFile',
    });
  });

  test('one cell far to the right of a long table, which would fill the disk with empty cells', async () => {
    const rows = '<row><c r="A1"><v>1</v></c></row>'.repeat(50);
    const far = '<row r="51"><c r="XFD51"><v>1</v></c></row>';
    const xml = `<worksheet><sheetData>${rows}${far}</sheetData></worksheet>`;
    expect(await problemOf(readBytes(await withSheet(xml), { uncompressedBytes: 100_000 }))).toMatchObject({
      code: 'tableTooWide',
      place: { row: 51 },
    });
  });
});
