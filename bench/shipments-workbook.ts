import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnName } from '../src/edges/output/xlsx-parts.ts';
import { xlsxParts } from '../tests/reading/zip-fixture.ts';
import type { SalesDocument, SalesLine } from './sales.ts';

const titles = [
  'Номер документа',
  'Дата отгрузки',
  'Вид документа',
  'Код клиента',
  'Контрагент',
  'ИНН',
  'Код точки',
  'Торговая точка',
  'Код товара',
  'Номенклатура',
  'Количество',
  'Цена',
  'Сумма без НДС',
  'Сумма с НДС',
  'Менеджер',
];

const dateStyle = 1;
const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>';

/** Text as Excel itself keeps it: once in a table of strings, by its number in the cells. */
class SharedStrings {
  readonly #numbers = new Map<string, number>();

  cell(reference: string, text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return `<c r="${reference}" t="s"><v>${number}</v></c>`;
  }

  *items(): Generator<string> {
    for (const text of this.#numbers.keys()) yield `<si><t>${text}</t></si>`;
  }
}

/** One sheet of fifteen columns: shared strings, dates and figures as numbers, the header in the first row. */
export async function writeShipmentsWorkbook(
  path: string,
  documents: Iterable<SalesDocument>,
): Promise<void> {
  const strings = new SharedStrings();
  const large: Record<string, Iterable<string>> = {
    'xl/worksheets/sheet1.xml': rows(documents, strings),
    'xl/sharedStrings.xml': strings.items(),
  };
  const zip = new ZipFile();
  const parts = xlsxParts({
    sheets: [{ name: 'Продажи', xml: '<sheetData>@</sheetData>' }],
    styles,
    strings: '@',
  });
  for (const [name, content] of Object.entries(parts)) {
    const [before = '', after = ''] = String(content).split('@');
    const pieces = large[name];
    if (pieces === undefined) zip.addBuffer(Buffer.from(content), name);
    else zip.addReadStream(Readable.from(chunks(before, pieces, after)), name);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* rows(documents: Iterable<SalesDocument>, strings: SharedStrings): Generator<string> {
  yield `<row r="1">${titles.map((title, column) => strings.cell(`${columnName(column)}1`, title)).join('')}</row>`;
  let row = 1;
  for (const document of documents)
    for (const line of document.lines) {
      row++;
      yield `<row r="${row}">${cells(document, line)
        .map((value, column) => {
          const reference = `${columnName(column)}${row}`;
          if (typeof value === 'string') return strings.cell(reference, value);
          return `<c r="${reference}"${titles[column] === 'Дата отгрузки' ? ` s="${dateStyle}"` : ''}><v>${value}</v></c>`;
        })
        .join('')}</row>`;
    }
}

function cells(document: SalesDocument, line: SalesLine): (string | number)[] {
  const { client, point, year, month, day } = document;
  const { product, quantity, net, gross } = line;
  return [
    document.number,
    Date.UTC(year, month - 1, day) / 86_400_000 + 25_569,
    document.isReturn ? 'Возврат товаров от покупателя' : 'Реализация (акт, накладная, УПД)',
    client.code,
    client.name,
    client.inn,
    point.code,
    point.name,
    product.code,
    product.name,
    quantity,
    product.price / 100,
    net / 100,
    gross / 100,
    document.rep,
  ];
}

function* chunks(before: string, pieces: Iterable<string>, after: string): Generator<string> {
  let chunk = before;
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + after;
}
