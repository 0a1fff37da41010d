import { describe, expect, test } from 'vitest';
import { cellsOf, encode, readingOf, rowsOf } from '../../../../../tests/reading/reading-fixture.ts';
import { readHtml } from './read-html.ts';

const read = (html: string | Buffer, limits = {}) => {
  const reading = readingOf(html, { limits });
  return { tables: readHtml(reading), problems: reading.problems };
};
const page = (rows: string, meta = '') =>
  `<html><head>${meta}<style>td { color: red }</style></head><body><table>${rows}</table></body></html>`;

describe('a page under the name of a workbook', () => {
  test('as Битрикс24 writes it', () => {
    const { tables } = read(
      page(`<thead><tr><th>ID</th><th>Название компании</th></tr></thead>
        <tbody><tr><td>1017</td><td> ООО&nbsp;&laquo;Ромашка&raquo;<br>
           Киров</td></tr><tr><td>1018<td>Василёк</table>`),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ format: 'html', columnCount: 2, rowCount: 3 });
    expect(tables[0]?.sheet).toBeUndefined();
    expect(tables.flatMap(cellsOf)).toEqual([
      ['ID', 'Название компании'],
      ['1017', 'ООО\u00a0«Ромашка»\nКиров'],
      ['1018', 'Василёк'],
    ]);
  });

  test.each([
    ['utf-8', '<meta charset="utf-8">'],
    ['utf-8', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
    ['windows-1251', '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'],
    ['windows-1251', ''],
    ['utf-16le', ''],
  ] as const)('in %s with the meta %s', (encoding, meta) => {
    const { tables } = read(encode(page('<tr><td>Клиент</td><td>Ёлки ООО</td></tr>', meta), encoding));
    expect(tables.flatMap(cellsOf)).toEqual([['Клиент', 'Ёлки ООО']]);
  });

  test('with cells over several rows and columns', () => {
    const { tables } = read(
      page(`<tr><td rowspan="2">Менеджер</td><td colspan="2">Октябрь</td><td rowspan=2>Итого</td></tr>
        <tr><td>План</td><td>Факт</td></tr>
        <tr><td>Петров</td><td>1</td><td>2</td><td>3</td></tr>`),
    );
    expect(tables.flatMap(cellsOf)).toEqual([
      ['Менеджер', 'Октябрь', '', 'Итого'],
      ['', 'План', 'Факт', ''],
      ['Петров', '1', '2', '3'],
    ]);
    expect(tables[0]?.merges).toEqual([
      { fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 0 },
      { fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 2 },
      { fromRow: 1, toRow: 2, fromColumn: 3, toColumn: 3 },
    ]);
  });

  test('takes the exact number where Excel shows a shortened one', () => {
    const { tables } = read(page('<tr><td x:num="7707083893">7.71E+09</td><td x:num>5</td></tr>'));
    expect(tables.flatMap(cellsOf)).toEqual([['7707083893', '5']]);
  });

  test('several tables are numbered sheets, an inner table is text of its cell, scripts are nothing', () => {
    const { tables } = read(
      '<table><tr><td>a<script>x()</script></td></tr></table><table></table><table><tr><td>b <table><tr><td>c</td></tr></table></td><td>d</td></tr></table>',
    );
    expect(tables.map(({ sheet }) => sheet)).toEqual(['1', '2']);
    expect(tables.map(cellsOf)).toEqual([[['a']], [['b\nc', 'd']]]);
  });

  test('empty rows are left out, rows keep their numbers', () => {
    const { tables } = read(page('<tr><td></td></tr><tr><td>a</td></tr>'));
    expect(tables.flatMap(rowsOf).map(({ row }) => row)).toEqual([2]);
  });

  test('without a table has nothing to read', () => {
    expect(() => read('<html><body>Сессия истекла</body></html>')).toThrow('emptyFile');
  });

  test('with spans beyond all measure is refused', () => {
    expect(() => read(page('<tr><td colspan="99999999">a</td><td>b</td></tr>'))).toThrow('tooManyColumns');
  });

  test('with an endless cell is refused', () => {
    expect(() => read(page(`<tr><td>${'<b>я</b>'.repeat(1000)}</td></tr>`), { recordBytes: 500 })).toThrow(
      'lineTooLong',
    );
    expect(() => read(`<table><tr><td>${'я'.repeat(5000)}`, { recordBytes: 500 })).toThrow('lineTooLong');
  });
});
