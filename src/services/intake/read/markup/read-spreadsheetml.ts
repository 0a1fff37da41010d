import { closeSync, openSync, readSync } from 'node:fs';
import type { SourceTable } from '../../source-table.ts';
import { booleanCell, SheetFindings } from '../excel/cells.ts';
import { plainIsoDate } from '../excel/excel-date.ts';
import { readXml } from '../excel/xml-stream.ts';
import { plainDecimal } from '../plain-decimal.ts';
import { type Reading, refusal } from '../reading.ts';
import { readBlocks } from '../table/blocks.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { SpanGrid } from '../table/span-grid.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenSheet {
  readonly name: string;
  readonly grid: SpanGrid;
  readonly findings: SheetFindings;
  hidden: boolean;
}

interface OpenCell {
  readonly width: number;
  readonly height: number;
  readonly indent: number;
  type: string;
  text: string;
}

const closingBracket = 0x3e;

/**
 * «XML Spreadsheet 2003», which programs save under the name of an `.xls`
 * (https://learn.microsoft.com/previous-versions/office/developer/office-xp/aa140066(v=office.10)).
 */
export async function readSpreadsheetMl(reading: Reading): Promise<SourceTable[]> {
  const sheets: OpenSheet[] = [];
  try {
    await parseSheets(reading, sheets);
    const tables: SourceTable[] = [];
    for (const { name, grid, findings, hidden } of sheets) {
      const { writer, merges } = grid;
      if (hidden) reading.report('sheetHidden', { sheet: name });
      if (hidden || writer.rowCount === 0) {
        writer.discard();
        continue;
      }
      findings.report(reading, name);
      const { file, bytes } = reading;
      tables.push({ file, sheet: name, format: 'xls', merges, bytes, ...writer.finish() });
    }
    if (tables.length === 0) throw refusal('emptyFile');
    return tables;
  } catch (error) {
    for (const { grid } of sheets) grid.writer.discard();
    throw error;
  }
}

async function parseSheets(reading: Reading, sheets: OpenSheet[]): Promise<void> {
  const { limits } = reading;
  const indents = new Map<string, number>();
  let style = '';
  let sheet: OpenSheet | null = null;
  let cell: OpenCell | null = null;
  let collecting: 'data' | 'visible' | null = null;
  let visible = '';

  const openCell = (grid: SpanGrid, attributes: Attributes): OpenCell => {
    const index = Number(own(attributes, 'Index'));
    if (index > 0) grid.moveTo(index - 1);
    return {
      width: 1 + positive(own(attributes, 'MergeAcross')),
      height: 1 + positive(own(attributes, 'MergeDown')),
      indent: indents.get(own(attributes, 'StyleID') ?? '') ?? 0,
      type: '',
      text: '',
    };
  };
  const cellText = ({ type, text }: OpenCell, { grid, findings }: OpenSheet): string => {
    if (type === 'Number') return plainDecimal(text.trim());
    if (type === 'DateTime') return plainIsoDate(text.trim());
    if (type === 'Boolean') return booleanCell(text.trim() === '1');
    if (type !== 'Error') return text;
    findings.add('errorCells', grid.row, grid.column);
    return '';
  };

  const handler = {
    open(name: string, attributes: Attributes) {
      if (name === 'Style') style = own(attributes, 'ID') ?? '';
      else if (name === 'Alignment') indents.set(style, positive(own(attributes, 'Indent')));
      else if (name === 'Worksheet') {
        const grid = new SpanGrid(new CanonicalWriter(reading.newPath(), limits), limits);
        sheet = { name: own(attributes, 'Name') ?? '', grid, findings: new SheetFindings(), hidden: false };
        sheets.push(sheet);
      } else if (name === 'Visible') {
        collecting = 'visible';
        visible = '';
      } else if (sheet === null) return;
      else if (name === 'Row') {
        const index = Number(own(attributes, 'Index'));
        sheet.grid.beginRow(index > 0 ? index : undefined);
        if (own(attributes, 'Hidden') === '1') sheet.findings.add('hiddenRows', sheet.grid.row);
      } else if (name === 'Cell') cell = openCell(sheet.grid, attributes);
      else if (name === 'Data' && cell) {
        cell.type = own(attributes, 'Type') ?? 'String';
        collecting = 'data';
      }
    },
    text(text: string) {
      if (collecting === 'visible') visible += text;
      if (collecting !== 'data' || cell === null) return;
      cell.text += text;
      if (cell.text.length > limits.recordBytes) throw tooLong();
    },
    close(name: string) {
      if (name === 'Data' || name === 'Visible') collecting = null;
      if (sheet === null) return;
      if (name === 'Visible')
        sheet.hidden =
          visible.trim().startsWith('SheetHidden') || visible.trim().startsWith('SheetVeryHidden');
      else if (name === 'Cell' && cell) {
        sheet.grid.add(cellText(cell, sheet), cell, cell.indent);
        cell = null;
      } else if (name === 'Table') sheet.grid.endRow();
      else if (name === 'Worksheet') sheet = null;
    },
  };
  const tooLong = () =>
    refusal('lineTooLong', sheet ? { sheet: sheet.name, row: sheet.grid.row } : {}, {
      limit: limits.recordBytes,
    });
  await readXml(chunks(reading, tooLong), handler, statedEncoding(reading.path));
}

function* chunks(reading: Reading, tooLong: () => Error): Generator<Buffer> {
  const options = { newline: closingBracket, lineBytes: reading.limits.recordBytes, tooLong };
  for (const { bytes, offset } of readBlocks(reading.path, options)) {
    yield bytes;
    reading.progress(offset + bytes.length);
  }
}

function statedEncoding(path: string): string {
  const head = Buffer.alloc(256);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  const stated = /^[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head.toString('latin1'))?.[1];
  return stated?.toLowerCase() === 'windows-1251' ? 'windows-1251' : 'utf-8';
}

/** The prefix of attributes is `ss:` wherever it was seen; it may also be none. */
function own(attributes: Attributes, name: string): string | undefined {
  return attributes[`ss:${name}`] ?? attributes[name];
}

function positive(value: string | undefined): number {
  const number = Number.parseInt(value ?? '0', 10);
  return Math.max(number, 0);
}
