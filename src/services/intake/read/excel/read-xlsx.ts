import type { SourceTable } from '../../source-table.ts';
import type { ZipArchive } from '../archive/zip-archive.ts';
import { type Reading, refusal } from '../reading.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { SheetFindings } from './cells.ts';
import { readSheet } from './read-sheet.ts';
import { RichText } from './rich-text.ts';
import { SharedStrings } from './shared-strings.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { readXml } from './xml-stream.ts';

/** Every visible sheet of an XLSX workbook that has a value, streamed. */
export async function readXlsx(reading: Reading, zip: ZipArchive): Promise<SourceTable[]> {
  const book = await readWorkbook(zip);
  const strings = await readSharedStrings(reading, zip, book);
  const tables: SourceTable[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      reading.report('sheetHidden', { sheet: sheet.name });
      continue;
    }
    const table = await readOne(reading, zip, book, strings, sheet);
    if (table) tables.push(table);
  }
  if (tables.length === 0) throw refusal('emptyFile');
  return tables;
}

async function readOne(
  reading: Reading,
  zip: ZipArchive,
  { styles, is1904 }: Workbook,
  strings: SharedStrings,
  { name, part }: WorkbookSheet,
): Promise<SourceTable | null> {
  const { limits, file, bytes } = reading;
  const findings = new SheetFindings();
  const writer = new CanonicalWriter(reading.newPath(), limits);
  try {
    const context = { sheet: name, styles, strings, is1904, findings, limits };
    const merges = await readSheet(zip.read(part), writer, context);
    if (writer.rowCount === 0) {
      writer.discard();
      return null;
    }
    findings.report(reading, name);
    return { file, sheet: name, format: 'xlsx', merges, bytes, ...writer.finish() };
  } catch (error) {
    writer.discard();
    throw error;
  }
}

async function readSharedStrings(reading: Reading, zip: ZipArchive, book: Workbook): Promise<SharedStrings> {
  const { limits } = reading;
  const strings = new SharedStrings(limits.sharedStringBytes);
  if (book.sharedStrings === null) return strings;
  const rich = new RichText(limits.recordBytes);
  await readXml(zip.read(book.sharedStrings), {
    open: (name, attributes) => rich.open(name, attributes),
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name === 'si') strings.add(rich.take());
    },
  });
  return strings;
}
