import type { Merge } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import type { CanonicalWriter } from '../table/canonical-writer.ts';
import { booleanCell, numberCell, type SheetFindings } from './cells.ts';
import { plainIsoDate } from './excel-date.ts';
import { decodeEscapes, RichText } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { CellStyle } from './workbook.ts';
import { readXml } from './xml-stream.ts';

export interface SheetContext {
  readonly sheet: string;
  readonly styles: readonly CellStyle[];
  readonly strings: SharedStrings;
  readonly is1904: boolean;
  readonly findings: SheetFindings;
  readonly limits: Reading['limits'];
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string;
  hasFormula: boolean;
}

const plainStyle: CellStyle = { kind: 'number', indent: 0 };

/** Streams the rows of one worksheet part into a writer; rows without a value are left out. */
export async function readSheet(
  chunks: AsyncIterable<Buffer>,
  writer: CanonicalWriter,
  context: SheetContext,
): Promise<Merge[]> {
  const { sheet, styles, strings, is1904, findings, limits } = context;
  const merges: Merge[] = [];
  const rich = new RichText(limits.recordBytes);
  let row = 0;
  let outline = 0;
  let indent: number | null = null;
  let hidden = false;
  let cells: string[] = [];
  let column = -1;
  let cell: OpenCell | null = null;
  let inValue = false;

  const cellText = ({ type, style, value, hasFormula, column: at }: OpenCell): string => {
    const inline = rich.take();
    if (type === 'inlineStr') return inline;
    if (value === '') {
      if (hasFormula) findings.add('formulasWithoutValues', row, at);
      return '';
    }
    if (type === 's') {
      const text = strings.get(Number(value));
      if (text === undefined) throw refusal('damagedFile', { sheet, row });
      return text;
    }
    if (type === 'str') return decodeEscapes(value);
    if (type === 'b') return booleanCell(value.trim() === '1' || value.trim() === 'true');
    if (type === 'd') return plainIsoDate(value.trim());
    if (type !== 'e') return numberCell(value.trim(), style.kind, is1904);
    findings.add('errorCells', row, at);
    return '';
  };

  const closeCell = (closed: OpenCell): void => {
    const text = cellText(closed);
    if (text === '') return;
    while (cells.length < closed.column) cells.push('');
    cells[closed.column] = text;
    // Levels of a report are the indent of its first text, whatever stands before it.
    if (closed.type === 's' || closed.type === 'inlineStr' || closed.type === 'str')
      indent ??= closed.style.indent;
  };

  const closeRow = (): void => {
    if (cells.length === 0) return;
    if (hidden) findings.add('hiddenRows', row);
    writer.write(row, indent ?? 0, outline, cells);
  };

  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        if (column < 0 || column >= limits.columns) {
          throw refusal('tooManyColumns', { sheet, row }, { columns: column + 1, limit: limits.columns });
        }
        const style = styles[Number(attributes.s ?? 0)] ?? plainStyle;
        cell = { column, type: attributes.t ?? 'n', style, value: '', hasFormula: false };
      } else if (name === 'v') inValue = cell !== null;
      else if (name === 'row') {
        row = Number(attributes.r) || row + 1;
        outline = Number(attributes.outlineLevel ?? 0) || 0;
        hidden = attributes.hidden === '1' || attributes.hidden === 'true';
        cells = [];
        column = -1;
        indent = null;
      } else if (name === 'f' && cell !== null) cell.hasFormula = true;
      else if (name === 'mergeCell') {
        const merge = mergeOf(attributes.ref ?? '');
        if (merge) merges.push(merge);
      } else if (cell !== null) rich.open(name, attributes);
    },
    text(text) {
      if (cell === null) return;
      if (!inValue) {
        rich.text(text);
        return;
      }
      cell.value += text;
      if (cell.value.length > limits.recordBytes) {
        throw refusal('lineTooLong', { sheet, row }, { limit: limits.recordBytes });
      }
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'c' && cell !== null) {
        closeCell(cell);
        cell = null;
      } else if (name === 'row') closeRow();
      else if (cell !== null) rich.close(name);
    },
  });
  return merges;
}

/** `AB12` → 27; -1 where there are no letters. Stops growing far beyond any sheet. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && column < 1_000_000; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function mergeOf(reference: string): Merge | null {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference);
  if (!match) return null;
  const [, from = '', fromRow, to = '', toRow] = match;
  return {
    fromRow: Number(fromRow),
    toRow: Number(toRow),
    fromColumn: columnOf(from),
    toColumn: columnOf(to),
  };
}
