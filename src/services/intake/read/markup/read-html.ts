import { Parser } from 'htmlparser2';
import type { SourceTable } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { SpanGrid } from '../table/span-grid.ts';
import { decodeHtml } from './decode-html.ts';

interface OpenCell {
  text: string;
  readonly width: number;
  readonly height: number;
  /** Excel's exact value beside the shown one (`x:num`). */
  readonly exact: string | undefined;
}

const silent = new Set(['style', 'script', 'title']);
const breaking = new Set(['br', 'p', 'div', 'li', 'tr']);
const rowsOfExcel = 1_048_576;

/**
 * The tables of an HTML page, which many programs save under the name of a workbook. Every outermost table is a table;
 * what stands in an inner one is text of the cell around it.
 */
export function readHtml(reading: Reading): SourceTable[] {
  const grids: SpanGrid[] = [];
  try {
    parseTables(reading, grids);
    const filled = grids.filter(({ writer }) => writer.rowCount > 0);
    if (filled.length === 0) throw refusal('emptyFile');
    for (const { writer } of grids) if (writer.rowCount === 0) writer.discard();
    return filled.map(({ writer, merges }, index) => ({
      file: reading.file,
      ...(filled.length > 1 ? { sheet: String(index + 1) } : {}),
      format: 'html',
      merges,
      bytes: reading.bytes,
      ...writer.finish(),
    }));
  } catch (error) {
    for (const { writer } of grids) writer.discard();
    throw error;
  }
}

function parseTables(reading: Reading, grids: SpanGrid[]): void {
  const { limits } = reading;
  let grid: SpanGrid | null = null;
  let cell: OpenCell | null = null;
  let depth = 0;
  let muted = 0;

  const closeCell = (): void => {
    if (grid && cell) grid.add(cell.exact ?? tidy(cell.text), cell);
    cell = null;
  };
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    closeCell();
    if (grid?.row === 0) grid.beginRow();
    const width = span(attributes.colspan, limits.columns);
    const height = span(attributes.rowspan, rowsOfExcel);
    cell = { text: '', width, height, exact: attributes['x:num'] || undefined };
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (silent.has(name)) muted++;
      if (name === 'table') {
        depth++;
        if (depth === 1) {
          grid = new SpanGrid(new CanonicalWriter(reading.newPath(), limits), limits);
          grids.push(grid);
        }
      } else if (depth === 1 && name === 'tr') {
        closeCell();
        grid?.beginRow();
      } else if (depth === 1 && (name === 'td' || name === 'th')) openCell(attributes);
      if (cell && cell.text !== '' && breaking.has(name)) cell.text += '\n';
    },
    ontext(text) {
      if (cell === null || muted > 0) return;
      cell.text += text.replace(/[ \t\r\n]+/g, ' ');
      if (cell.text.length > limits.recordBytes) {
        throw refusal('lineTooLong', { row: grid?.row ?? 1 }, { limit: limits.recordBytes });
      }
    },
    onclosetag(name) {
      if (silent.has(name)) muted--;
      if (depth === 1 && (name === 'td' || name === 'th')) closeCell();
      if (name !== 'table') return;
      if (depth === 1) {
        closeCell();
        grid?.endRow();
        grid = null;
      }
      depth = Math.max(0, depth - 1);
    },
  });
  for (const text of decodeHtml(reading)) parser.write(text);
  parser.end();
}

/** Blanks as a browser shows them: one for many, none around a line break. */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '');
}

function span(value: string | undefined, limit: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number > 1 ? Math.min(number, limit) : 1;
}
