import type { DemoCalendar } from './calendar.ts';
import { at } from './random.ts';
import { type DocumentKind, type DocumentLine, type SalesDocument, withoutVat } from './sales-document.ts';

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
    return `${branch.prefix}-${String(number).padStart(6, '0')}`;
  };
}

/** The rows of one document, CRLF after each. */
export function documentRows(calendar: DemoCalendar, number: string, document: SalesDocument): string {
  const { kind, day, point, rep, lines } = document;
  const { supervisor, department, branch } = rep.slot.team;
  const customer =
    point === null
      ? ';;;;;;;;'
      : `${cell(point.entity.holding)};${point.entity.code};${cell(point.entity.name)};${point.entity.inn};${point.entity.kpp};` +
        `${point.code};${cell(point.name)};${cell(point.address)};${cell(point.city)}`;
  const head = `${number};${at(calendar.texts, day)};${kindNames[kind]};${customer};`;
  const tail = `;${rep.name};${supervisor};${department};${branch.name}\r\n`;
  let text = '';
  for (const line of lines) text += head + goods(line) + tail;
  return text;
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

/** An integer of 10^-places as 1C prints it: `-1 581,82`, thousands apart by U+00A0. */
export function decimal(value: number, places: 2 | 3): string {
  const unit = places === 2 ? 100 : 1000;
  const magnitude = Math.abs(value);
  const whole = Math.floor(magnitude / unit);
  const fraction = String(magnitude - whole * unit).padStart(places, '0');
  return `${value < 0 ? '-' : ''}${grouped(whole)},${fraction}`;
}

function grouped(whole: number): string {
  if (whole < 1000) return String(whole);
  return `${grouped(Math.floor(whole / 1000))}\u00a0${String(whole % 1000).padStart(3, '0')}`;
}
