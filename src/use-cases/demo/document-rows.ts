import type { DemoCalendar } from './calendar.ts';
import {
  entityCode,
  entityInn,
  entityKpp,
  entityName,
  pointAddress,
  pointCity,
  pointCode,
  pointName,
} from './card-texts.ts';
import { decimal, zeroPadded } from './digits.ts';
import { at } from './random.ts';
import type { DeliveryPoint } from './register.ts';
import { type DocumentKind, type DocumentLine, type SalesDocument, withoutVat } from './sales-document.ts';
import type { RowsAlike } from './text-file.ts';

/** Header of the shipment files: spellings of 1C. */
export const shipmentHeader =
  'Регистратор номер;Дата;Вид документа;Партнёр;Контрагент.Код;Контрагент;Контрагент.ИНН;Контрагент.КПП;' +
  'Грузополучатель.Код;Грузополучатель;Адрес доставки;Город;Номенклатура.Код;Номенклатура;Количество;Цена;' +
  'Сумма без НДС;Сумма включая НДС;Торговый представитель;Супервайзер;Отдел;Филиал';

const kindNames: Readonly<Record<DocumentKind, string>> = {
  sale: 'Реализация (акт, накладная, УПД)',
  return: 'Возврат товаров от покупателя',
  correction: 'Корректировка реализации',
};

/** Gives numbers as 1C does: a sequence per branch, kind and year. */
export function createNumbering(calendar: DemoCalendar): (document: SalesDocument) => string {
  const last = new Map<number, number>();
  const kinds: readonly DocumentKind[] = ['sale', 'return', 'correction'];
  return ({ kind, day, rep }) => {
    const { branch } = rep.slot.team;
    const key = (at(calendar.year, day) * 10 + branch.index) * 10 + kinds.indexOf(kind);
    const number = (last.get(key) ?? 0) + 1;
    last.set(key, number);
    return `${branch.prefix}-${zeroPadded(number, 2)}`;
  };
}

/** The rows of one document: what they share stands before and behind the goods of each. */
export function documentRows(calendar: DemoCalendar, number: string, document: SalesDocument): RowsAlike {
  const { kind, day, point, rep, lines } = document;
  const { supervisor, department, branch } = rep.slot.team;
  const head = `${number};${at(calendar.texts, day)};${kindNames[kind]};${point === null ? ';;;;;;;;' : customer(point)};`;
  const tail = `;${rep.name};${supervisor};${department};${branch.name}\r\n`;
  return { head, middles: lines.map(goods), tail };
}

function customer(point: DeliveryPoint): string {
  const { entity } = point;
  return (
    `${cell(entity.holding)};${entityCode(entity)};${cell(entityName(entity))};${entityInn(entity)};${entityKpp(entity)};` +
    `${pointCode(point)};${cell(pointName(point))};${cell(pointAddress(point))};${cell(pointCity(point))}`
  );
}

function goods({ product, quantity, price, gross, vat }: DocumentLine): string {
  return (
    (product === null ? ';' : `${product.code};${cell(product.name)}`) +
    `;${quantity === null ? '' : decimal(quantity, 3)};${price === null ? '' : decimal(price, 2)}` +
    `;${decimal(withoutVat(gross, vat), 2)};${decimal(gross, 2)}`
  );
}

/** A CSV cell, in quotation marks only where the text demands it. */
export function cell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
