import { describe, expect, test } from 'vitest';
import {
  companies,
  deals,
  flatSales,
  grossProfit,
  monthSheet,
  outletSales,
  plans,
  splitQuoted,
  tableOf,
  tableOfRows,
  warehouseService,
} from '../../../../tests/support/sample-tables.ts';
import type { Recognition } from '../recognition.ts';
import { recognise } from './recognise.ts';

const fieldsOf = ({ columns }: Recognition) => columns.map(({ field }) => field);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const read = (text: string) => recognise(tableOf(text));

describe('files as they come', () => {
  test('a flat list of 1C sales: preamble, dotted names, totals', () => {
    const recognition = read(flatSales);
    expect(recognition).toMatchObject({
      kind: 'shipments',
      shape: 'flat',
      system: 'main',
      headerRows: [6],
      firstDataRow: 7,
      statedPeriod: { from: '2026-10-01', to: '2026-10-31' },
      questions: [],
    });
    expect(fieldsOf(recognition)).toEqual([
      'documentNumber',
      'shipmentDate',
      'documentType',
      'clientCode',
      'clientName',
      'inn',
      'deliveryPointCode',
      'deliveryPointName',
      'skuCode',
      null,
      'skuName',
      'quantity',
      'price',
      'vatRate',
      'amountNet',
      'amountGross',
      'managerName',
    ]);
    expect(recognition.totalMarks).toContain('итого');
    expect(recognition.findings).toMatchObject([
      { code: 'duplicateMeaning', params: { column: 'Артикул', kept: 'Номенклатура.Код', field: 'skuCode' } },
    ]);
  });

  test('a report whose levels share one column', () => {
    const recognition = read(grossProfit);
    expect(recognition).toMatchObject({
      kind: 'shipments',
      shape: 'hierarchy',
      headerRows: [4, 5],
      firstDataRow: 6,
      questions: [],
    });
    expect(recognition.columns[0]).toMatchObject({ levels: ['clientName', 'skuNameUnit'] });
    expect(fieldsOf(recognition).slice(1)).toEqual([
      'quantity',
      'amountGross',
      'costAmount',
      'grossProfit',
      null,
    ]);
  });

  test('sales by delivery point: «Дистрибьютор» sells, the outlets buy', () => {
    const recognition = read(outletSales);
    expect(recognition).toMatchObject({ kind: 'shipments', questions: [], findings: [] });
    expect(fieldsOf(recognition)).toEqual([
      'ownCompany',
      'shipmentDate',
      'documentNumber',
      'deliveryPointCode',
      'deliveryPointName',
      'deliveryAddress',
      'salesChannel',
      'deliveryPointType',
      'inn',
      'salesRepName',
      'supervisor',
      'skuCode',
      'skuName',
      'quantity',
      'amountGross',
    ]);
  });

  test('companies of Битрикс24: the second «Тип компании» is the outlet type, both telephones are kept', () => {
    const recognition = read(companies);
    expect(recognition).toMatchObject({ kind: 'customers', system: 'bitrix24', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'clientCode',
      'clientName',
      'clientType',
      'industry',
      'managerName',
      'phone',
      'phone',
      'email',
      'inn',
      'kpp',
      'clientFullName',
      'city',
      'createdAt',
      'deliveryPointType',
    ]);
    expect(codes(recognition.findings)).toEqual(['duplicateAsPointType']);
  });

  test('deals of amoCRM are deals, and the second «Источник» is reported', () => {
    const recognition = recognise(tableOfRows(splitQuoted(deals.trim(), ',')));
    expect(recognition).toMatchObject({ kind: 'deals', system: 'amocrm', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'dealId',
      'dealName',
      'amountGross',
      'managerName',
      'createdAt',
      'closedAt',
      'tags',
      'dealStage',
      null,
      'contactName',
      'clientName',
      'phone',
      'email',
      'city',
      'acquisitionChannel',
      null,
      null,
    ]);
    expect(recognition.findings).toContainEqual(
      expect.objectContaining({
        code: 'duplicateMeaning',
        params: expect.objectContaining({ column: 'Источник', number: 17, keptNumber: 15 }),
      }),
    );
  });

  test('a sheet of months: each month is a column of amounts, «Итого» is none', () => {
    const recognition = recognise(tableOfRows(splitQuoted(monthSheet.trim(), ',')));
    expect(recognition).toMatchObject({ kind: 'shipments', shape: 'matrix', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'managerName',
      'clientName',
      'city',
      'clientType',
      'amountGross',
      'amountGross',
      'amountGross',
      null,
      'note',
    ]);
    expect(recognition.columns.map(({ group }) => group?.value)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '2026-01',
      '2026-02',
      '2026-03',
      undefined,
      undefined,
    ]);
  });

  test('a plan: thousands of roubles, a plan of a part beside the plan of the whole', () => {
    const recognition = read(plans);
    expect(recognition).toMatchObject({ kind: 'plan', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'salesRepName',
      'month',
      'planActiveBase',
      'planOther',
      'planSales',
      'planAvgSku',
    ]);
    expect(recognition.columns[4]).toMatchObject({ multiplier: 1000 });
  });

  test('shipments of МойСклад: «Организация» is ours, «Проведено» says what counts', () => {
    const recognition = read(warehouseService);
    expect(recognition).toMatchObject({ kind: 'shipments', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'documentNumber',
      'shipmentDate',
      'ownCompany',
      'clientName',
      'amountGross',
      'currency',
      null,
      null,
      null,
      'documentStatus',
      'warehouse',
      null,
      'salesChannel',
      'deliveryAddress',
      'note',
      'managerName',
    ]);
  });
});

describe('headers', () => {
  test('of two rows: «Код» and «Наименование» under «Контрагент»', () => {
    const recognition = read(`
Дата;Контрагент;;Номенклатура;;Количество;Сумма
;Код;Наименование;Код;Наименование;;
05.10.2026;К1;Ландыш ООО;Н1;Молоко;2;20,50`);
    expect(recognition).toMatchObject({ shape: 'flat', headerRows: [1, 2], firstDataRow: 3 });
    expect(fieldsOf(recognition)).toEqual([
      'shipmentDate',
      'clientCode',
      'clientName',
      'skuCode',
      'skuName',
      'quantity',
      'amountGross',
    ]);
  });

  test('misspelt in every column', () => {
    const recognition = read(`
Дата отгрузкии;Контрагнет;Номенклотура;Колличество;Сума
05.10.2026;Ландыш ООО;Молоко;24;1740,00`);
    expect(recognition).toMatchObject({ kind: 'shipments', questions: [] });
    expect(fieldsOf(recognition)).toEqual([
      'shipmentDate',
      'clientName',
      'skuName',
      'quantity',
      'amountGross',
    ]);
  });

  test('that carry column numbers below them', () => {
    expect(read('Дата;Клиент;Сумма\n1;2;3\n01.10.2026;Ландыш;10')).toMatchObject({
      firstDataRow: 3,
      kind: 'shipments',
    });
  });

  test('that come again on every page are counted', () => {
    const recognition = read(
      'Дата;Клиент;Сумма\n01.10.2026;Ландыш;10\nДата;Клиент;Сумма\n02.10.2026;Клён;20',
    );
    expect(recognition.findings).toMatchObject([{ code: 'repeatedHeader', params: { rows: 1 } }]);
  });

  test('that are missing: nothing is guessed', () => {
    const recognition = read('05.10.2026;Ландыш ООО;Молоко;24;1740,00\n06.10.2026;Клён ООО;Сыр;2;300,00');
    expect(recognition).toMatchObject({ kind: 'unknown', headerRows: [], firstDataRow: 1, questions: [] });
    expect(codes(recognition.findings)).toEqual(['noHeader']);
    expect(fieldsOf(recognition)).toEqual([null, null, null, null, null]);
  });

  test('that are missing but given by number', () => {
    const recognition = recognise(tableOf('05.10.2026;Ландыш ООО;1740,00'), {
      given: { '1': 'shipmentDate', '2': 'clientName', '3': 'amountGross' },
    });
    expect(recognition).toMatchObject({ kind: 'shipments', firstDataRow: 1 });
  });

  test('that nobody knows end as a table that does not fit', () => {
    const recognition = read('Foo;Bar\na;1\nb;3');
    expect(recognition.kind).toBe('unknown');
    expect(codes(recognition.findings)).toEqual(['tableDoesNotFit']);
  });

  test('an empty table is said to be empty', () => {
    expect(codes(read(';;\n;;').findings)).toEqual(['emptyTable']);
  });
});

describe('names that depend on their neighbours', () => {
  test('«Наименование» and «Код» twice: a customer and a product', () => {
    const recognition = read(`
Код;Наименование;Код;Наименование;Дата;Кол-во;Сумма
К1;Ландыш ООО;Н1;Молоко, шт;05.10.2026;2;20
К2;Клён ООО;Н2;Сыр, кг;05.10.2026;2;20`);
    expect(fieldsOf(recognition)).toEqual([
      'clientCode',
      'clientName',
      'skuCode',
      'skuName',
      'shipmentDate',
      'quantity',
      'amountGross',
    ]);
    expect(recognition.questions).toEqual([]);
  });

  test('«Наименование» with «Группа»: customers beside an ИНН, products beside an article', () => {
    const customers = read(
      'Код;Наименование;ИНН;Группа\n001;Ландыш ООО;0001000010;Опт\n002;Клён;0001000028;Кафе',
    );
    expect([customers.kind, ...fieldsOf(customers)]).toEqual([
      'customers',
      'clientCode',
      'clientName',
      'inn',
      'clientType',
    ]);
    const products = read('Код;Наименование;Ед.;Группа\n001;Молоко;шт;Молочка\n002;Сыр;кг;Молочка');
    expect([products.kind, ...fieldsOf(products)]).toEqual([
      'products',
      'skuCode',
      'skuName',
      'unit',
      'category',
    ]);
    const people = read('Код ТП;Наименование;Супервайзер\n1;Петров;Иванов\n2;Сидорова;Иванов');
    expect([people.kind, ...fieldsOf(people)]).toEqual([
      'people',
      'salesRepCode',
      'salesRepName',
      'supervisor',
    ]);
  });

  test('«Дистрибьютор» buys where nobody else does', () => {
    expect(fieldsOf(read('Дистрибьютор;Дата;Товар;Сумма\nЮг;01.10.2026;Молоко;10'))[0]).toBe('clientName');
    expect(fieldsOf(read('Дистрибьютор;Клиент;Дата;Сумма\nЮг;Ландыш;01.10.2026;10')).slice(0, 2)).toEqual([
      'ownCompany',
      'clientName',
    ]);
  });

  test('«ФИО» is the customer where nobody else is, else his contact, or a member of the staff', () => {
    expect(fieldsOf(read('ФИО;Телефон;Дата;Сумма\nИванов Иван;+7 900 000-00-01;01.10.2026;10'))[0]).toBe(
      'clientName',
    );
    expect(fieldsOf(read('Клиент;ФИО;Телефон\nЛандыш;Иванов Иван;+7 900 000-00-01'))[1]).toBe('contactName');
    expect(fieldsOf(read('Код ТП;ФИО;Супервайзер\n1;Петров;Иванов'))[1]).toBe('salesRepName');
  });

  test('«Description» is the name of what is listed', () => {
    expect(fieldsOf(read('Ref_Key;Description;ИНН\n7a1b;Ландыш;0001000010')).slice(0, 2)).toEqual([
      'clientCode',
      'clientName',
    ]);
    expect(fieldsOf(read('Invoice;Description;Quantity;CustomerID\n17;Milk;2;118'))[1]).toBe('skuName');
  });

  test('«Партнер» beside «Контрагент» groups legal entities', () => {
    expect(fieldsOf(read('Дата;Партнер;Контрагент;Сумма\n01.10.2026;Сеть;Ландыш ООО;1')).slice(1, 3)).toEqual(
      ['holding', 'clientName'],
    );
    expect(fieldsOf(read('Дата;Партнер;Сумма\n01.10.2026;Ландыш ООО;1'))[1]).toBe('clientName');
  });

  test('«Документ» and «Период» are what their values are', () => {
    const named = read('Документ;Клиент;Сумма\nРеализация 00БП-1 от 05.10.2026 14:05:33;Ландыш;10');
    expect(fieldsOf(named)[0]).toBe('documentPresentation');
    expect(fieldsOf(read('Документ;Дата;Клиент;Сумма\n00БП-1;05.10.2026;Ландыш;10'))[0]).toBe(
      'documentNumber',
    );
    expect(fieldsOf(read('Период;Клиент;Сумма\nОктябрь 2026;Ландыш;10'))[0]).toBe('month');
    expect(fieldsOf(read('Период;Клиент;Сумма\n05.10.2026;Ландыш;10'))[0]).toBe('shipmentDate');
  });

  test('«№» above 1, 2, 3 is the number of the row', () => {
    expect(
      fieldsOf(read('№;Дата;Клиент;Сумма\n1;01.10.2026;А;1\n2;01.10.2026;Б;1\n3;02.10.2026;В;1'))[0],
    ).toBeNull();
    expect(fieldsOf(read('№;Дата;Клиент;Сумма\n118;01.10.2026;А;1\n119;01.10.2026;Б;1'))[0]).toBe(
      'documentNumber',
    );
  });

  test('the amount with VAT is preferred, the other amounts are reported', () => {
    const recognition = read(
      'Клиент;Дата;Сумма;Сумма включая НДС;Выручка;Сумма НДС\nЛандыш;01.10.2026;10;12;10;2',
    );
    expect(fieldsOf(recognition).slice(2)).toEqual([null, 'amountGross', null, 'vatAmount']);
    expect(recognition.findings.map(({ params }) => params?.column)).toEqual(['Выручка', 'Сумма']);
  });

  test('order date and shipment date are both kept; a lone order date stays what it is', () => {
    expect(
      fieldsOf(read('Дата заказа;Дата отгрузки;Клиент;Сумма\n01.10.2026;05.10.2026;А;1')).slice(0, 2),
    ).toEqual(['orderDate', 'shipmentDate']);
    expect(fieldsOf(read('Дата заказа;Клиент;Сумма\n01.10.2026;А;1'))[0]).toBe('orderDate');
  });
});

describe('what nobody can know is asked', () => {
  test('«Код» between a customer and a product', () => {
    const { questions } = read('Дата;Контрагент;Код;Номенклатура;Сумма\n05.10.2026;Ландыш;001;Молоко;1');
    expect(questions).toMatchObject([
      { code: 'columnMeaning', key: 'columnMeaning:Код', params: { sample: '001' } },
    ]);
    expect(questions[0]?.options).toEqual(expect.arrayContaining(['clientCode', 'skuCode', 'ignore']));
  });

  test('the answer settles it, under the key of the question too', () => {
    const table = tableOf('Дата;Контрагент;Код;Номенклатура;Сумма\n05.10.2026;Ландыш;001;Молоко;1');
    const recognition = recognise(table, { given: { 'columnMeaning:Код': 'skuCode' } });
    expect(recognition.columns[2]).toMatchObject({ field: 'skuCode', confidence: 1, reason: 'given' });
    expect(recognition.questions).toEqual([]);
  });

  test('dates under a header that says nothing', () => {
    const { questions } = read('Клиент;Xyz;Сумма\nА;01.10.2026;10\nБ;02.10.2026;10\nВ;03.10.2026;10');
    expect(questions).toMatchObject([{ key: 'columnMeaning:Xyz', suggested: 'shipmentDate' }]);
  });

  test('a header that its values deny', () => {
    const recognition = read('Дата;Клиент;Сумма\n01.10.2026;А;сто\n02.10.2026;Б;двести');
    expect(codes(recognition.findings)).toContain('valuesContradictHeader');
    expect(recognition.questions).toMatchObject([{ key: 'columnMeaning:Сумма', suggested: 'ignore' }]);
  });

  test('the month of a report that names none', () => {
    const table = tableOf('Клиент;Товар;Сумма\nА;Молоко;10', ';', { file: 'продажи_октябрь 2026.csv' });
    expect(recognise(table).questions).toMatchObject([{ code: 'reportMonth', suggested: '2026-10' }]);
    expect(recognise(table, { reportMonth: '2026-09' })).toMatchObject({
      questions: [],
      statedPeriod: { from: '2026-09-01', to: '2026-09-30' },
    });
  });

  test('a report over a quarter cannot be divided into months: it is said', () => {
    const recognition = read('Период: 01.10.2026 - 31.12.2026;\nКлиент;Сумма\nА;10');
    expect(codes(recognition.findings)).toEqual(['statedPeriodNotMonth']);
  });
});

describe('values', () => {
  test('tell an ИНН under a header that does not', () => {
    const recognition = read(
      'Клиент;Рег. код;Дата;Сумма\nА;7707083893;01.10.2026;10\nБ;7707083893;02.10.2026;10\nВ;5260200603;02.10.2026;10',
    );
    expect(recognition.columns[1]).toMatchObject({ field: 'inn', reason: 'values' });
  });
});

describe('what was remembered', () => {
  const table = tableOf('Дата;Кто;Сумма\n01.10.2026;Ландыш;10');

  test('counts more than what is recognised, and less than what is given', () => {
    expect(recognise(table, { remembered: { кто: 'clientName' } }).columns[1]).toMatchObject({
      field: 'clientName',
      reason: 'remembered',
    });
    expect(
      recognise(table, { remembered: { кто: 'clientName' }, given: { Кто: 'deliveryPointName' } }).columns[1],
    ).toMatchObject({
      field: 'deliveryPointName',
      reason: 'given',
    });
    expect(recognise(table, { remembered: { сумма: null } }).columns[2]).toMatchObject({ field: null });
  });

  test('is found again: the fingerprint does not change with the months or the order of the columns', () => {
    const first = read('Клиент;Город;янв.26;фев.26\nА;Киров;1;2');
    expect(read('Клиент;Город;мар.26;апр.26;май.26\nБ;Киров;1;2;3').fingerprint).toBe(first.fingerprint);
    expect(read('Дата;Клиент;Сумма\n01.10.2026;А;1').fingerprint).toBe(
      read('Клиент;Дата;Сумма\nА;01.10.2026;1').fingerprint,
    );
    expect(read('Дата;Клиент;Сумма\n01.10.2026;А;1').fingerprint).not.toBe(first.fingerprint);
  });
});
