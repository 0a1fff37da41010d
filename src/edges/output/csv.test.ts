import { expect, test } from 'vitest';
import type { Column } from './columns.ts';
import { csvHeader, csvRow, escapeFormula } from './csv.ts';

interface Row {
  readonly name: string;
  readonly sum: string | null;
  readonly day: string;
  readonly share?: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Клиент', kind: 'text', value: ({ name }) => name },
  { title: 'Сумма', kind: 'money', value: ({ sum }) => sum },
  { title: 'День', kind: 'date', value: ({ day }) => day },
  { title: 'Доля', kind: 'percent', value: ({ share }) => share ?? null },
];

test('Excel opens it: byte-order mark, semicolons, CRLF', () => {
  expect(csvHeader(columns)).toBe('\ufeffКлиент;Сумма;День;Доля\r\n');
});

test('in Russian decimals have a comma and days are dd.mm.yyyy; in English a point and ISO days', () => {
  const row = { name: 'Ромашка', sum: '-1234.5', day: '2026-11-03', share: '0.1874' };
  expect(csvRow(columns, row, 'ru')).toBe('Ромашка;-1234,50;03.11.2026;0,1874\r\n');
  expect(csvRow(columns, row, 'en')).toBe('Ромашка;-1234.50;2026-11-03;0.1874\r\n');
});

test('what is not known is empty, not zero', () => {
  expect(csvRow(columns, { name: '', sum: null, day: '' }, 'ru')).toBe(';;;\r\n');
});

test('delimiters, quotes and line breaks are quoted', () => {
  expect(csvRow(columns, { name: 'ООО "А; Б"\nфилиал', sum: '1', day: '2026-01-01' }, 'ru')).toBe(
    '"ООО ""А; Б""\nфилиал";1,00;01.01.2026;\r\n',
  );
});

test.each([
  ['=CMD()', "'=CMD()"],
  ['+7 912 000-00-00', "'+7 912 000-00-00"],
  ['- скидка', "'- скидка"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tтаб', "'\tтаб"],
  ['\rвозврат', "'\rвозврат"],
  ['-1+2', "'-1+2"],
  ['-12,5', '-12,5'],
  ['-12.5', '-12.5'],
  ['+79991234567', '+79991234567'],
  ['ООО =', 'ООО ='],
  ['', ''],
])('text %j becomes %j: no spreadsheet runs it', (text, escaped) => {
  expect(escapeFormula(text)).toBe(escaped);
});
