import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cellsOf, readingOf, rowsOf } from '../../../../../tests/reading/reading-fixture.ts';
import { readXls } from './read-xls.ts';

type Values = readonly (readonly unknown[])[];

const bookOf = (sheets: Readonly<Record<string, Values>>): WorkBook => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
};
const bytesOf = (book: WorkBook, bookType: BookType = 'biff8'): Buffer =>
  write(book, { type: 'buffer', bookType });
const read = (bytes: Buffer, limits = {}) => {
  const reading = readingOf(bytes, { limits });
  return { tables: readXls(reading), problems: reading.problems };
};

const sales = [
  ['Клиент', 'ИНН', 'Дата', 'Сумма', 'Оплачен'],
  ['Ромашка «Плюс»', 7707083893, new Date(Date.UTC(2026, 9, 5)), 0.1 + 0.2, true],
];

describe('a binary workbook', () => {
  test('of Excel 97: texts, exact numbers, dates, booleans, merges', () => {
    const book = bookOf({ Продажи: sales });
    const sheet = book.Sheets.Продажи;
    if (sheet) sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 1, c: 2 } }];
    const { tables } = read(bytesOf(book));
    expect(tables[0]).toMatchObject({ sheet: 'Продажи', format: 'xls', columnCount: 5, rowCount: 2 });
    expect(tables.flatMap(cellsOf)).toEqual([
      ['Клиент', 'ИНН', 'Дата', 'Сумма', 'Оплачен'],
      ['Ромашка «Плюс»', '7707083893', '2026-10-05', '0.3', 'Истина'],
    ]);
    expect(tables[0]?.merges).toEqual([{ fromRow: 1, toRow: 2, fromColumn: 1, toColumn: 2 }]);
  });

  test('of Excel 2, a bare stream of records', () => {
    const { tables } = read(
      bytesOf(
        bookOf({
          a: [
            ['Client', 'Sum'],
            ['Romashka', 12.5],
          ],
        }),
        'biff2',
      ),
    );
    expect(tables.flatMap(cellsOf)).toEqual([
      ['Client', 'Sum'],
      ['Romashka', '12.5'],
    ]);
  });

  test('hidden sheets are said, empty ones dropped, errors counted, rows keep their numbers', () => {
    const book = bookOf({
      Данные: [['a'], [], [null, { t: 'e', v: 0x2a }, 'b']],
      Пусто: [[]],
      Черновик: [['x']],
    });
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
    const { tables, problems } = read(bytesOf(book));
    expect(tables.map(({ sheet }) => sheet)).toEqual(['Данные']);
    expect(tables.flatMap(rowsOf).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'a', '', ''],
      [3, '', '', 'b'],
    ]);
    expect(problems).toEqual([
      { code: 'errorCells', place: { sheet: 'Данные', row: 3, column: 'B' }, params: { count: 1 } },
      { code: 'sheetHidden', place: { sheet: 'Черновик' }, params: {} },
    ]);
  });

  test('levels of a 1C report are the indent of the first text, outline and hidden rows as they are', () => {
    const book = bookOf({
      Отчет: [
        ['Ромашка', 22],
        ['Молоко', 22],
        ['Сыр', 1],
      ],
    });
    const { tables, problems } = read(withLayout(bytesOf(book)));
    expect(tables.flatMap(rowsOf).map(({ indent, outline }) => [indent, outline])).toEqual([
      [2, 0],
      [2, 3],
      [2, 0],
    ]);
    expect(problems).toEqual([
      { code: 'hiddenRows', place: { sheet: 'Отчет', row: 3 }, params: { count: 1 } },
    ]);
  });

  test('that is too big for memory is refused before it is read', () => {
    expect(() => read(bytesOf(bookOf({ a: sales })), { xlsBytes: 1000 })).toThrow('xlsTooBig');
  });

  test('that breaks off is refused', () => {
    const bytes = bytesOf(bookOf({ a: Array.from({ length: 5000 }, (_, at) => [`Клиент ${at}`, at]) }));
    for (const part of [0.2, 0.5, 0.9])
      expect(() => read(bytes.subarray(0, bytes.length * part))).toThrow('damagedFile');
  });

  test('locked with a password, old or new', () => {
    const locked = bytesOf(bookOf({ a: sales }));
    const packaged = Buffer.concat([locked, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(() => read(packaged)).toThrow('encryptedFile');
    expect(() => read(withFilePass(locked))).toThrow('encryptedFile');
  });

  test('without a value', () => {
    expect(() => read(bytesOf(bookOf({ a: [[]] })))).toThrow('emptyFile');
  });
});

/** The library writes no indents and no row records: indents of all formats become 2, and two rows get a record. */
function withLayout(file: Buffer): Buffer {
  const bytes = Buffer.from(file);
  let sheetsSeen = 0;
  let rowRecords = 0;
  const stream = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  for (let at = stream; at + 4 < bytes.length; ) {
    const type = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    if (type === 0 && length === 0) break;
    if (type === 0x0809) sheetsSeen++;
    if (type === 0xe0) bytes.writeUInt8(0x02, at + 4 + 8);
    // Records of the sheet that matter to nobody here make room for row records of the same or smaller size.
    if (
      sheetsSeen === 2 &&
      length >= 16 &&
      type !== 0x0809 &&
      type !== 0xfd &&
      type !== 0x0203 &&
      type !== 0x0204 &&
      rowRecords < 2
    ) {
      bytes.writeUInt16LE(0x0208, at);
      bytes.fill(0, at + 4, at + 4 + length);
      bytes.writeUInt16LE(rowRecords + 1, at + 4);
      bytes.writeUInt16LE(rowRecords === 0 ? 3 : 0x20, at + 4 + 12);
      rowRecords++;
    }
    at += 4 + length;
  }
  if (rowRecords < 2) throw new Error('no room for row records');
  return bytes;
}

/** Puts the record that announces encryption in place of the third one of the workbook. */
function withFilePass(file: Buffer): Buffer {
  const bytes = Buffer.from(file);
  let at = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  do at += 4 + bytes.readUInt16LE(at + 2);
  while (bytes.readUInt16LE(at + 2) < 56);
  bytes.writeUInt16LE(0x2f, at);
  bytes.fill(0, at + 4, at + 4 + 6);
  bytes.writeUInt16LE(1, at + 4);
  bytes.writeUInt16LE(1, at + 6);
  bytes.writeUInt16LE(1, at + 8);
  return bytes;
}
