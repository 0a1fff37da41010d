import { describe, expect, test } from 'vitest';
import { documentStatus } from './document-status.ts';
import { documentClass } from './document-types.ts';

describe('a document type', () => {
  test.each([
    ['Реализация товаров и услуг', 'shipment'],
    ['Реализация (акт, накладная, УПД)', 'shipment'],
    ['РЕАЛИЗАЦИЯ ОТГРУЖЕННЫХ ТОВАРОВ', 'shipment'],
    ['ОтпускТовара', 'shipment'],
    ['ТОРГ-12', 'shipment'],
    ['Отчёт о розничных продажах', 'shipment'],
    ['Реализация товаров и услуг 00БП-001234 от 05.10.2026 14:05:33', 'shipment'],
    ['Возврат товаров от покупателя', 'return'],
    ['Возврат товаров от клиента', 'return'],
    ['Возврат товаров поставщику', 'notASale'],
    ['Корректировка реализации', 'correction'],
    ['Отчет комиссионера (агента) о продажах', 'commission'],
    ['Заказ клиента', 'notASale'],
    ['Счет на оплату', 'notASale'],
    ['Cчет на оплату', 'notASale'],
    ['Поступление на расчетный счет', 'notASale'],
    ['Перемещение товаров', 'notASale'],
    ['Invoice', 'shipment'],
    ['Credit note', 'return'],
  ])('«%s» is %s', (type, kind) => {
    expect(documentClass(type)).toBe(kind);
  });

  test('that nobody knows is reported, not guessed', () => {
    expect(documentClass('Начисление бонусов')).toBeUndefined();
    expect(documentClass('')).toBeUndefined();
  });
});

describe('a document status', () => {
  test.each([
    ['Проведен', 'Статус', 'posted'],
    ['Проведён', 'Состояние', 'posted'],
    ['Да', 'Проведен', 'posted'],
    ['Нет', 'Проведен', 'unposted'],
    ['Истина', 'Проведено', 'posted'],
    ['Не проведен', 'Статус', 'unposted'],
    ['Черновик', 'Статус', 'unposted'],
    ['Да', 'Пометка удаления', 'deleted'],
    ['Нет', 'Пометка удаления', 'posted'],
    ['Помечен на удаление', 'Статус', 'deleted'],
    ['Отменён', 'Статус заказа', 'deleted'],
    ['+', 'Проведен', 'posted'],
    ['true', 'Posted', 'posted'],
    ['0', 'Posted', 'unposted'],
  ])('«%s» under «%s» is %s', (value, header, status) => {
    expect(documentStatus(value, header)).toBe(status);
  });

  test('empty says nothing, a strange one is reported', () => {
    expect(documentStatus(' ', 'Статус')).toBeNull();
    expect(documentStatus('Оплачен частично', 'Статус')).toBeUndefined();
  });
});
