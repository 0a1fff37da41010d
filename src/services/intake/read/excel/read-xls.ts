import { readFileSync } from 'node:fs';
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { SourceTable } from '../../source-table.ts';
import { plainDecimal } from '../plain-decimal.ts';
import { type Reading, refusal } from '../reading.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { booleanCell, numberCell, SheetFindings } from './cells.ts';
import { kindOfFormat, type NumberKind } from './number-format.ts';
import { noLayout, type RowLayout, readXlsLayout } from './xls-layout.ts';

set_cptable(codepages);

/** Code page of the binary formats before Excel 97 where they name none. */
const russianWindows = 1251;

/**
 * Every visible sheet of a binary workbook (Excel 2 to 2003). The format cannot be streamed, so its size is limited.
 *
 * @throws Refusal `xlsTooBig`, `encryptedFile`, `unsupportedFormat`, `damagedFile`, `emptyFile`.
 */
export function readXls(reading: Reading): SourceTable[] {
  const { limits } = reading;
  if (reading.bytes > limits.xlsBytes) throw refusal('xlsTooBig', {}, { limit: limits.xlsBytes });
  const bytes = readFileSync(reading.path);
  const book = parse(bytes);
  const layout = readXlsLayout(bytes);
  const tables: SourceTable[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      reading.report('sheetHidden', { sheet: name });
      continue;
    }
    const sheet = book.Sheets[name];
    const is1904 = book.Workbook?.WBProps?.date1904 === true;
    const table = sheet && readSheet(reading, name, sheet, is1904, layout.get(index) ?? noLayout);
    if (table) tables.push(table);
  }
  if (tables.length === 0) throw refusal('emptyFile');
  return tables;
}

function parse(bytes: Buffer): WorkBook {
  // An encrypted XLSX is a compound file with this stream in it.
  if (bytes.includes('EncryptedPackage', 0, 'utf16le')) throw refusal('encryptedFile');
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      codepage: russianWindows,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw refusal('encryptedFile');
    if (/Workbook stream/i.test(message))
      throw refusal('unsupportedFormat', {}, { format: 'Word, Outlook, MSI…' });
    throw refusal('damagedFile');
  }
}

function readSheet(
  reading: Reading,
  name: string,
  sheet: WorkSheet,
  is1904: boolean,
  layout: RowLayout,
): SourceTable | null {
  const rows = (sheet['!data'] ?? []) as readonly ((CellObject | undefined)[] | undefined)[];
  const findings = new SheetFindings();
  const writer = new CanonicalWriter(reading.newPath(), reading.limits);
  const kinds = new Map<string, NumberKind>();
  const kindOf = (format: string): NumberKind => {
    const kind = kinds.get(format) ?? kindOfFormat(format);
    kinds.set(format, kind);
    return kind;
  };
  const text = (cell: CellObject | undefined, row: number, column: number): string => {
    if (cell?.v === undefined) return '';
    if (cell.t === 's') return String(cell.v);
    if (cell.t === 'b') return booleanCell(cell.v === true);
    if (cell.t === 'n') return numberCell(plainDecimal(String(cell.v)), kindOf(String(cell.z ?? '')), is1904);
    if (cell.t === 'e') findings.add('errorCells', row, column);
    return '';
  };
  try {
    for (const [index, row] of rows.entries()) {
      const cells: string[] = [];
      row?.forEach((cell, column) => {
        const value = text(cell, index + 1, column);
        if (value === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = value;
      });
      if (cells.length === 0) continue;
      if (layout.hidden.has(index)) findings.add('hiddenRows', index + 1);
      writer.write(index + 1, layout.indents.get(index) ?? 0, layout.outlines.get(index) ?? 0, cells);
    }
    if (writer.rowCount === 0) {
      writer.discard();
      return null;
    }
    findings.report(reading, name);
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      fromRow: s.r + 1,
      toRow: e.r + 1,
      fromColumn: s.c,
      toColumn: e.c,
    }));
    const { file, bytes } = reading;
    return { file, sheet: name, format: 'xls', merges, bytes, ...writer.finish() };
  } catch (error) {
    writer.discard();
    throw error;
  }
}
