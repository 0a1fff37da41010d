import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Language } from '../../messages/message.ts';
import { breather } from '../../stores/breathe.ts';
import type { CellKind, CellValue, Column, Formula } from './columns.ts';
import {
  columnName,
  contentTypes,
  packageRelations,
  sheetName,
  styles,
  workbook,
  workbookRelations,
  worksheetCell,
  worksheetHead,
  worksheetTail,
} from './xlsx-parts.ts';

export interface Sheet {
  readonly name: string;
  /** Lines above the header; the first one is the title. */
  readonly caption?: readonly string[];
  readonly columns: readonly { readonly title: string; readonly kind: CellKind }[];
  readonly rows: AsyncIterable<SheetRow>;
}

interface SheetRow {
  readonly values: readonly (CellValue | Formula)[];
  /** «Итого» and its like: styled apart. */
  readonly total: boolean;
}

/** A table as a sheet; rows may be a stream. */
export function sheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  isTotal: (row: Row) => boolean = () => false,
): Sheet {
  async function* cells() {
    for await (const row of rows) {
      yield { values: columns.map((column) => column.value(row)), total: isTotal(row) };
    }
  }
  return { name, columns, rows: cells() };
}

interface XlsxOptions {
  readonly language: Language;
  /** Rows of one sheet, the header among them; Excel takes 2^20. */
  readonly sheetRows?: number;
}

/**
 * A workbook as a stream, its sheets one after another as their rows arrive: memory does not grow with the number of
 * rows. A full sheet goes on in the next one, with its header again. A failure of the rows is the stream's error.
 */
export function xlsxStream(sheets: readonly Sheet[], options: XlsxOptions): Readable {
  const zip = new ZipFile();
  const { language, sheetRows = 1_048_576 } = options;
  const names: string[] = [];
  const output = new PassThrough();

  async function fill() {
    for (const { name, caption = [], columns, rows } of sheets) {
      const cursor = await lookAhead(rows);
      output.once('close', cursor.close);
      for (let part = 1; part === 1 || cursor.current(); part++) {
        names.push(sheetName(part === 1 ? name : `${name} (${part})`, names));
        const xml = Readable.from(chunked(worksheet({ columns, caption }, cursor, { language, sheetRows })));
        const stop = () => xml.destroy();
        output.once('close', stop);
        zip.addReadStream(xml, `xl/worksheets/sheet${names.length}.xml`);
        await finished(xml);
        output.off('close', stop);
      }
    }
    const add = (part: string, text: string) => zip.addBuffer(Buffer.from(text), part);
    add('[Content_Types].xml', contentTypes(names.length));
    add('_rels/.rels', packageRelations);
    add('xl/workbook.xml', workbook(names));
    add('xl/_rels/workbook.xml.rels', workbookRelations(names.length));
    add('xl/styles.xml', styles(language));
    zip.end();
  }

  zip.outputStream.pipe(output);
  fill().catch((error) => output.destroy(error));
  return output;
}

/** Writes a workbook. The file gets its name when it is whole. */
export async function writeXlsx(path: string, sheets: readonly Sheet[], options: XlsxOptions): Promise<void> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await pipeline(xlsxStream(sheets, options), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

interface Cursor {
  current(): SheetRow | undefined;
  advance(): Promise<void>;
  /** Nobody wants the rest. */
  close(): void;
}

async function lookAhead(rows: AsyncIterable<SheetRow>): Promise<Cursor> {
  const iterator = rows[Symbol.asyncIterator]();
  let result = await iterator.next();
  return {
    current: () => (result.done ? undefined : result.value),
    advance: async () => {
      result = await iterator.next();
    },
    close: () => {
      iterator.return?.().catch(() => undefined);
    },
  };
}

async function* worksheet(
  { columns, caption }: Required<Pick<Sheet, 'columns' | 'caption'>>,
  cursor: Cursor,
  { language, sheetRows }: Required<XlsxOptions>,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  yield worksheetHead(columns, caption.length);
  let number = caption.length + 1;
  for (const [index, line] of caption.entries()) {
    const look = index === 0 ? 'title' : 'body';
    yield `<row r="${index + 1}">${worksheetCell(`A${index + 1}`, line, 'text', look, language)}</row>`;
  }
  const titles = columns.map(({ title }, index) =>
    worksheetCell(`${letters[index]}${number}`, title, 'text', 'head', language),
  );
  yield `<row r="${number}">${titles.join('')}</row>`;
  for (let row = cursor.current(); row && number < sheetRows; row = cursor.current()) {
    number++;
    const look = row.total ? 'total' : 'body';
    let xml = `<row r="${number}">`;
    for (const [index, { kind }] of columns.entries()) {
      xml += worksheetCell(`${letters[index]}${number}`, row.values[index] ?? null, kind, look, language);
    }
    yield `${xml}</row>`;
    await cursor.advance();
  }
  yield worksheetTail;
}

async function* chunked(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  const breathe = breather();
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
    await breathe();
  }
  yield chunk;
}
