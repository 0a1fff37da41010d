import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Column } from './columns.ts';
import { sheet, writeXlsx } from './xlsx.ts';
import { columnName, sheetName } from './xlsx-parts.ts';

interface Row {
  readonly inn: string;
  readonly name: string;
  readonly sales: string | null;
  readonly documents: number | null;
  readonly share: string;
  readonly day: string;
  readonly total?: boolean;
}

const columns: readonly Column<Row>[] = [
  { title: 'ИНН', kind: 'code', value: ({ inn }) => inn },
  { title: 'Клиент', kind: 'text', value: ({ name }) => name },
  { title: 'Продажи', kind: 'money', value: ({ sales }) => sales },
  { title: 'Документы', kind: 'count', value: ({ documents }) => documents },
  { title: 'Доля', kind: 'percent', value: ({ share }) => share },
  { title: 'Последняя', kind: 'date', value: ({ day }) => day },
];
const row: Row = {
  inn: '0012345678',
  name: '=CMD()',
  sales: '-1234.5',
  documents: 2,
  share: '0.1874',
  day: '2026-11-03',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'akb-xlsx-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(rows: Iterable<Row> | AsyncIterable<Row>, sheetRows?: number) {
  const file = path.join(folder, 'книга.xlsx');
  const table = sheet('Клиенты', columns, rows, ({ total }) => total === true);
  await writeXlsx(file, [table], { language: 'ru', ...(sheetRows && { sheetRows }) });
  const workbook = await readXlsx(await readFile(file), { readStyles: true });
  return workbook.sheets;
}

test('cells keep their types: identifiers are text, money and counts are numbers, days are days', async () => {
  const [first] = await written([row]);
  expect(first?.rows[0]).toEqual(columns.map(({ title }) => title));
  const [inn, name, sales, documents, share, day] = first?.rows[1] ?? [];
  expect([inn, name, sales, documents, share]).toEqual(['0012345678', '=CMD()', -1234.5, 2, 0.1874]);
  expect(day).toEqual(new Date('2026-11-03T00:00:00Z'));
});

test('a formula from a file is text, and stays text when the cell is edited', async () => {
  const [first] = await written([row]);
  const cell = first?.cells?.get('1,1');
  expect(cell?.type).toBe('string');
  expect(cell?.formula).toBeUndefined();
  expect(cell?.style?.numFmt).toBe('@');
});

test('the header stays in sight, and «Итого» looks unlike the rows', async () => {
  const [first] = await written([row, { ...row, name: 'Итого', total: true }]);
  expect(first?.freezePane).toMatchObject({ rows: 1 });
  const bold = (cell: string) => first?.cells?.get(cell)?.style?.font?.bold ?? false;
  expect([bold('0,1'), bold('1,1'), bold('2,1')]).toEqual([true, false, true]);
});

test('what is not known is an empty cell', async () => {
  const [first] = await written([{ ...row, sales: null, documents: null }]);
  expect(first?.rows[1]?.slice(2, 4)).toEqual([null, null]);
});

test('text of any kind comes back as it was; characters that XML lacks show as a mark', async () => {
  const name = 'a<b>&"c"\'d\' ё 🙂 _x0041_\nвторая строка';
  const [first] = await written([
    { ...row, name },
    { ...row, name: 'нуль\u0000половина\ud83d' },
  ]);
  expect(first?.rows[1]?.[1]).toBe(name);
  expect(first?.rows[2]?.[1]).toBe('нуль\ufffdполовина\ufffd');
});

test('a sum with more digits than a spreadsheet holds stays exact as text; so does a day before its calendar', async () => {
  const [first] = await written([{ ...row, sales: '12345678901234567.89', day: '1900-01-01' }]);
  expect(first?.rows[1]?.[2]).toBe('12345678901234567,89');
  expect(first?.rows[1]?.[5]).toBe('1900-01-01');
});

test('a full sheet goes on in the next one, with its header', async () => {
  const five = Array.from({ length: 5 }, (_, index) => ({ ...row, inn: String(index) }));
  const sheets = await written(five, 3);
  expect(sheets.map(({ name }) => name)).toEqual(['Клиенты', 'Клиенты (2)', 'Клиенты (3)']);
  expect(sheets.map(({ rows }) => rows.map(([inn]) => inn))).toEqual([
    ['ИНН', '0', '1'],
    ['ИНН', '2', '3'],
    ['ИНН', '4'],
  ]);
});

test('an empty list is a sheet with its header', async () => {
  const [first] = await written([]);
  expect(first?.rows).toEqual([columns.map(({ title }) => title)]);
});

test('rows go to disk as they arrive: half-way, half of the file is there', async () => {
  const file = path.join(folder, 'a.xlsx');
  const count = 60_000;
  let halfWay = 0;
  async function* many() {
    for (let index = 0; index < count; index++) {
      if (index === count / 2) {
        const [unfinished = ''] = await readdir(folder);
        halfWay = (await stat(path.join(folder, unfinished))).size;
      }
      // Digits without a pattern: the packed size follows the number of rows.
      yield { ...row, inn: String((index * 2_654_435_761) % 10_000_000_000) };
    }
  }
  await writeXlsx(file, [sheet('Клиенты', columns, many())], { language: 'ru' });
  expect(halfWay / (await stat(file)).size).toBeGreaterThan(0.3);
});

test('a failure on the way leaves no file, and an old one untouched', async () => {
  const file = path.join(folder, 'a.xlsx');
  await writeXlsx(file, [sheet('Клиенты', columns, [row])], { language: 'ru' });
  const before = await readFile(file);
  async function* broken() {
    yield row;
    throw new Error('the list broke off');
  }
  const second = writeXlsx(file, [sheet('Клиенты', columns, broken())], { language: 'ru' });
  await expect(second).rejects.toThrow('the list broke off');
  expect(await readFile(file)).toEqual(before);
  expect(await readdir(folder)).toEqual(['a.xlsx']);
});

test('a folder that is not there is an error, not a wait', async () => {
  const nowhere = path.join(folder, 'нет', 'a.xlsx');
  await expect(writeXlsx(nowhere, [sheet('А', columns, [row])], { language: 'ru' })).rejects.toThrow(
    'ENOENT',
  );
});

test('columns are lettered as in a sheet', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('a sheet gets a name that Excel accepts, and none twice', () => {
  expect(sheetName('План/факт: [октябрь] с очень длинным названием', [])).toBe(
    'План факт   октябрь  с очень дл',
  );
  expect(sheetName('Отчёт', ['Отчёт'])).toBe('Отчёт 2');
});
