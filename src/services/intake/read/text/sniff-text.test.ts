import { describe, expect, test } from 'vitest';
import { encode } from '../../../../../tests/reading/reading-fixture.ts';
import { sniffText } from './sniff-text.ts';

const sniff = (text: string) => sniffText(Buffer.from(text));

describe('the delimiter', () => {
  test('of a 1C report with a preamble and decimal commas is the semicolon', () => {
    const report = [
      'Продажи',
      'Параметры:;Период: 01.10.2026 - 31.10.2026',
      'Отбор:;Проведен Равно "Да"',
      '',
      'Дата;Контрагент;Количество;Цена;Сумма',
      '05.10.2026;Ромашка ООО;24,000;72,50;1 740,00',
      '06.10.2026;Василёк ООО;3,000;100,00;300,00',
      'Итого;;27,000;;2 040,00',
    ].join('\r\n');
    expect(sniff(report)).toMatchObject({ delimiter: ';', cells: 5 });
  });

  test('of a table kept by hand is the comma, though its numbers have commas in quotes', () => {
    const table = 'Клиент,янв.26,фев.26\nРомашка,"12 400,50","11 000,00"\nВасилёк,900,-\n';
    expect(sniff(table)).toMatchObject({ delimiter: ',', cells: 3 });
  });

  test('of two columns is no comma in the address', () => {
    const table = 'Код;Адрес\n1;г. Киров, ул. Лесная, д. 5\n2;г. Киров, ул. Мира, д. 3\n';
    expect(sniff(table)).toMatchObject({ delimiter: ';', cells: 2 });
  });

  test('is no bar or semicolon that only separates phones in one cell', () => {
    const rows = Array.from({ length: 9 }, (_, row) => `${row},Ромашка,Киров,Лесная,+7900;+7901,сайт`);
    expect(sniff(`ID,Название,Город,Улица,Телефон,Источник\n${rows.join('\n')}`)).toMatchObject({
      delimiter: ',',
      cells: 6,
    });
  });

  test('is found behind quoted fields that span lines', () => {
    const rows = Array.from({ length: 9 }, (_, row) => `${row},"раз;\nдва;\nтри;",x`);
    expect(sniff(rows.join('\n'))).toMatchObject({ delimiter: ',', cells: 3 });
  });

  test('is told by the line that Excel writes for itself', () => {
    expect(sniff('sep=|\na;b|c;d\n')).toMatchObject({ delimiter: '|', separatorLine: true });
  });

  test('of a single column is taken to be the semicolon', () => {
    expect(sniff('Ромашка\nВасилёк\n')).toMatchObject({ delimiter: ';', cells: 1 });
  });
});

describe('the encoding and the line ends', () => {
  test.each(['utf-16le', 'utf-16be'] as const)('%s is told with and without its mark', (encoding) => {
    const text = encode('Клиент;Сумма\r\nРомашка;1740\r\n', encoding);
    expect(sniffText(text).utf16).toBe(encoding);
    expect(sniffText(text.subarray(2)).utf16).toBe(encoding);
  });

  test('a few zero bytes make no UTF-16 and no rubbish of a text', () => {
    expect(sniff(`Клиент;Сумма\n${'Ромашка;1740\n'.repeat(50)}Василёк\0;300\n`)).toMatchObject({
      utf16: null,
      binary: false,
    });
  });

  test('random bytes are no text', () => {
    const bytes = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * at * 31 + at * 17) % 256));
    expect(sniffText(bytes).binary).toBe(true);
  });

  test('lines of the classic Mac end with a return', () => {
    expect(sniff('a;b\rc;d\r').newline).toBe(13);
    expect(sniff('a;b\r\nc;d\r\n').newline).toBe(10);
  });
});
