import { parsePresentation } from '../format/presentation.ts';
import { foldHeader } from './fold-header.ts';

/** What a kind of document does to the customer base. */
export type DocumentClass = 'shipment' | 'return' | 'correction' | 'commission' | 'notASale';

/** Document types by class, in the words of 1C, CommerceML and other programs; folded before they are compared. */
const documentTypes: Readonly<Record<DocumentClass, string>> = {
  shipment: `
    Реализация товаров и услуг; Реализация товаров; Реализация услуг; Реализация (акт, накладная, УПД);
    Реализация (акт, накладная); Реализация отгруженных товаров; Реализация; Расходная накладная; Отпуск товара;
    ОтпускТовара; Отгрузка; Отгрузка товаров; Продажа; Продажа товаров; УПД; Универсальный передаточный документ; ТОРГ-12;
    Товарная накладная; Накладная; Акт об оказании услуг; Чек ККМ; Кассовый чек; Чек; Розничная продажа;
    Отчет о розничных продажах; Расход; Sale; Sales invoice; Invoice; Shipment; Delivery; Delivery note; Receipt`,
  return: `
    Возврат товаров от клиента; Возврат товаров от покупателя; Возврат товара; Возврат товаров; Возврат от покупателя;
    Возврат от клиента; Возврат; Возврат отгруженных товаров; Чек ККМ возврат; Чек на возврат; Return; Sales return;
    Credit note; Credit memo; Refund; Cancellation`,
  correction: `
    Корректировка реализации; Корректировочная накладная; УКД; Универсальный корректировочный документ; Исправление реализации;
    Корректировка; Correction; Correction invoice`,
  commission: `
    Отчет комиссионера; Отчет комиссионера (агента); Отчет комиссионера о продажах; Отчет агента;
    Отчет о продажах комиссионного товара; Commission report`,
  notASale: `
    Заказ клиента; Заказ покупателя; Заказ товара; Заказ; Заявка; Счет на оплату; Счет на оплату покупателю; Счет;
    Счет-фактура; Счет-фактура выданный; Коммерческое предложение; Поступление на расчетный счет; Поступление денег;
    Приходный кассовый ордер; Оплата; Оплата от клиента; Перемещение товаров; Перемещение; Инвентаризация;
    Инвентаризация товаров; Списание; Списание товаров; Оприходование товаров; Приходная накладная;
    Поступление товаров и услуг; Возврат товаров поставщику; Возврат поставщику; Передача товара на комиссию;
    Передача товаров комиссионеру; Возврат комиссионного товара; Отчет о списании комиссионного товара;
    Выплата наличных денег; Выплата безналичных денег; Возврат наличных денег; Возврат безналичных денег; Переоценка товаров;
    Передача прав; Взаимозачет; Корректировка долга; Order; Sales order; Payment; Quotation; Proforma invoice`,
};

const classes = new Map<string, DocumentClass>(
  Object.entries(documentTypes).flatMap(([kind, text]) =>
    text.split(';').map((type) => [foldHeader(type), kind as DocumentClass] as const),
  ),
);

/** Beginnings, tried longest first, for types with details behind: «Возврат товаров от покупателя (розница)». */
const beginnings = [...classes.keys()]
  .filter((type) => type.includes(' '))
  .sort((a, b) => b.length - a.length);

/** The class of a document type; `undefined` when it is unknown and has to be reported. Empty text is unknown too. */
export function documentClass(type: string): DocumentClass | undefined {
  const folded = foldHeader(parsePresentation(type)?.type ?? type);
  const found = classes.get(folded);
  if (found || folded === '') return found;
  const beginning = beginnings.find((known) => folded.startsWith(`${known} `));
  return beginning === undefined ? undefined : classes.get(beginning);
}
