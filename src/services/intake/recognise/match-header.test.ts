import { describe, expect, test } from 'vitest';
import { foldHeader, readHeader } from './fold-header.ts';
import { matchHeader } from './match-header.ts';

const meaning = (header: string) => matchHeader(header)[0]?.field;

describe('a header', () => {
  test('is compared without case, ё, punctuation, and look-alike letters of the other alphabet', () => {
    expect(foldHeader('Cумма')).toBe(foldHeader('сумма'));
    expect(foldHeader('Код TT')).toBe(foldHeader('код тт'));
    expect(foldHeader('  Проведён  ')).toBe(foldHeader('проведен'));
    expect(foldHeader('CustomerID')).toBe(foldHeader('customer_id'));
    expect(foldHeader('№ накладной')).toBe(foldHeader('Номер накладной'));
  });

  test.each([
    ['Сумма, тыс. руб. с НДС', 'сумма с ндс', { unit: 'money', multiplier: 1000 }],
    ['Выручка, млн ₽', 'выручка', { unit: 'money', multiplier: 1_000_000 }],
    ['Кол-во (шт)', 'кол во', { unit: 'pieces' }],
    ['Продажи т.р.', 'продажи', { unit: 'money', multiplier: 1000 }],
    ['Вес, т', 'вес', { unit: 'weight' }],
    ['Номенклатура, Базовая единица измерения', 'номенклатура базовая единица измерения', {}],
  ])('«%s» is «%s» and its unit', (header, name, unit) => {
    expect(readHeader(header)).toEqual({ key: foldHeader(name), whole: foldHeader(header), ...unit });
  });

  test.each([
    ['Регистратор номер', 'documentNumber'],
    ['Контрагент.Код', 'clientCode'],
    ['Контрагент.ИНН', 'inn'],
    ['Грузополучатель.Код', 'deliveryPointCode'],
    ['Номенклатура.Артикул ', 'skuCode'],
    ['Номенклатура.Код', 'skuCode'],
    ['Договор.Код', 'contract'],
    ['Реквизит (Россия): ИНН', 'inn'],
    ['Реквизит (Россия): Полное наименование организации', 'clientFullName'],
    ['Реквизит (Россия): Адрес - населенный пункт', 'city'],
    ['Реквизит (Россия): Ген. директор', 'contactName'],
    ['Заполнен на основании документа.Плановая дата отгрузки', 'plannedShipmentDate'],
    ['СуммаДокумента', 'amountGross'],
    ['Сумма, руб. с НДС', 'amountGross'],
    ['Сумма (руб., без НДС)', 'amountNet'],
    ['% НДС', 'vatRate'],
    ['Сумма НДС', 'vatAmount'],
    ['Адрес (точка)', 'deliveryPointName'],
    ['План ср. SKU', 'planAvgSku'],
    ['План АКБ молочка', 'planOther'],
    ['SalesOrderNumber', 'documentNumber'],
    ['TotalProductCost', 'costAmount'],
    ['EnglishProductCategoryName', 'category'],
    ['StateProvinceName', 'region'],
    ['Country_Region', 'country'],
    ['SALESAMOUNT', 'amountGross'],
  ])('«%s» means %s', (header, field) => {
    expect(meaning(header)).toBe(field);
  });

  test.each([
    ['Клинет', 'clientName'],
    ['Контрагнет', 'clientName'],
    ['Номенклотура', 'skuName'],
    ['Колличество', 'quantity'],
    ['Сума', 'amountGross'],
    ['Дата отгрузкии', 'shipmentDate'],
    ['Custmer', 'clientName'],
    ['Quantitiy', 'quantity'],
    ['InvoceDate', 'shipmentDate'],
    ['Ammount', 'amountGross'],
  ])('misspelt «%s» still means %s', (header, field) => {
    expect(meaning(header)).toBe(field);
  });

  test('the unit decides between money and pieces', () => {
    expect(['Продажи, руб.', 'Продажи, шт', 'Объем, кг', 'Объем, руб.', 'Маржа, %'].map(meaning)).toEqual([
      'amountGross',
      'quantity',
      'quantity',
      'amountGross',
      null,
    ]);
  });

  test('may have its words in another order', () => {
    expect(meaning('Отгрузки дата')).toBe('shipmentDate');
    expect(meaning('Клиента код')).toBe('clientCode');
  });

  test('words that turn the meaning are not passed over', () => {
    expect(meaning('Дата отгрузки план')).toBe('plannedShipmentDate');
    expect(meaning('Сумма документа без НДС')).toBe('amountNet');
    expect(meaning('Организация.ИНН')).toBeNull();
    expect(matchHeader('ИНН организации')[0]?.confidence).toBeLessThan(0.75);
    expect(meaning('Код ТП')).toBe('salesRepCode');
    expect(meaning('Рег. код')).toBeUndefined();
    expect(meaning('Любимый цвет')).toBeUndefined();
  });
});
