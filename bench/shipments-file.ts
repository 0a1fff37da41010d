import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SalesDocument, SalesLine } from './sales.ts';

/** Lines before the data: what 1C prints above a report, and the header. */
export const headLines = 6;

const head = `Продажи
Параметры:;Период: 01.10.2023 - 30.09.2026
Отбор:;Проведен Равно "Да"


Регистратор номер;Дата;Вид документа;Контрагент.Код;Контрагент;Контрагент.ИНН;Грузополучатель.Код;Грузополучатель;Номенклатура.Код;Артикул;Номенклатура;Количество;Цена;% НДС;Сумма без НДС;Сумма включая НДС;Основной менеджер
`;

/**
 * A flat sales report as 1C saves it: UTF-8, `;`, seventeen columns, decimal commas, no-break spaces between thousands,
 * dd.mm.yyyy.
 */
export async function writeShipmentsFile(path: string, documents: Iterable<SalesDocument>): Promise<void> {
  await pipeline(Readable.from(chunks(documents)), createWriteStream(path, { highWaterMark: 1 << 22 }));
}

function* chunks(documents: Iterable<SalesDocument>): Generator<string> {
  let chunk = head;
  for (const document of documents) {
    const date = `${two(document.day)}.${two(document.month)}.${document.year}`;
    const type = document.isReturn ? 'Возврат товаров от покупателя' : 'Реализация (акт, накладная, УПД)';
    const { number, client, point, rep } = document;
    const start = `${number};${date};${type};${client.code};${client.name};${client.inn};${point.code};${point.name};`;
    for (const line of document.lines) chunk += `${start}${lineCells(line)};${rep}\n`;
    if (chunk.length < 1 << 20) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

const lineCells = ({ product, quantity, net, gross }: SalesLine): string =>
  `${product.code};${product.article};${product.name};${quantity},000;${money(product.price)};${product.vat}%;${money(net)};${money(gross)}`;

export const two = (number: number): string => String(number).padStart(2, '0');

function money(kopecks: number): string {
  const sign = kopecks < 0 ? '-' : '';
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00A0')},${digits.slice(-2)}`;
}
