import type { Field } from '../../../domain/fields.ts';
import { isEmptyCell } from '../format/lexicon.ts';
import { clientFields, memberFields } from '../recognise/fields-by-use.ts';
import { sameCells } from '../recognise/header-rows.ts';
import { isTotalRow } from '../recognise/totals.ts';
import type { ColumnReading, Recognition } from '../recognition.ts';
import type { Merge, SourceRow, SourceTable } from '../source-table.ts';
import type { LineWriter } from './line-writer.ts';
import type { SetAsideCounter } from './set-aside.ts';

/** Cells that were left empty because the cell above was meant, by column header. */
export type FilledDown = ReadonlyMap<string, number>;

/** Columns of which an empty cell in a sheet kept by hand means the one above. */
const carried: ReadonlySet<Field> = new Set<Field>([
  ...memberFields,
  'holding',
  'clientName',
  'clientCode',
  'region',
  'territoryName',
]);

/**
 * Unfolds a table whose rows are complete in themselves: a matrix, or a flat sheet with merged cells. Merged cells are
 * filled down; where a matrix lost its merges (saved as text), so are the columns that are usually merged.
 */
export async function spreadRows(
  rows: AsyncIterable<SourceRow>,
  table: SourceTable,
  recognition: Recognition,
  writer: LineWriter,
  aside: SetAsideCounter,
): Promise<FilledDown> {
  const isHeader = headerTest(table, recognition);
  const plain = recognition.columns.filter(({ field, group }) => field !== null && !group);
  const merges = table.merges.filter(
    ({ fromRow, toRow }) => toRow > fromRow && toRow >= recognition.firstDataRow,
  );
  const above = new Map<number, string>();
  const filledDown = new Map<string, number>();
  const byText = recognition.shape === 'matrix' && merges.length === 0;
  for await (const source of rows) {
    if (source.row < recognition.firstDataRow) continue;
    const reason = source.cells.every(isEmptyCell)
      ? 'empty'
      : isHeader(source)
        ? 'repeatedHeader'
        : isTotalRow(source.cells, plain)
          ? 'total'
          : undefined;
    if (reason) {
      aside.add(reason, source.row);
      continue;
    }
    const cells = [...source.cells];
    for (const column of plain) {
      const value = fillDown(column, source, merges, byText, above, plain);
      if (value === undefined) continue;
      cells[column.index] = value;
      filledDown.set(column.header, (filledDown.get(column.header) ?? 0) + 1);
    }
    for (const { index } of plain) above.set(index, cells[index] ?? '');
    // A row of a flat table that sells nothing is no gap in a matrix: staging says what is wrong with it.
    const lines = writer.write({ ...source, cells }, new Map(), recognition.shape === 'flat');
    if (lines === 0) aside.add('empty', source.row);
  }
  return filledDown;
}

/** What an empty cell stands for; undefined: nothing. */
function fillDown(
  column: ColumnReading,
  { row, cells }: SourceRow,
  merges: readonly Merge[],
  byText: boolean,
  above: ReadonlyMap<number, string>,
  columns: readonly ColumnReading[],
): string | undefined {
  const value = above.get(column.index);
  if (!value || !isEmptyCell(cells[column.index] ?? '')) return undefined;
  const merged = merges.some(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      fromRow < row && row <= toRow && fromColumn <= column.index && column.index <= toColumn,
  );
  if (merged) return value;
  if (!byText || column.field === null || !carried.has(column.field)) return undefined;
  // A member's cell stands for the customers below it; a customer's for his points: something must tell the rows apart.
  const tells = columns.some(
    ({ index, field }) =>
      index > column.index &&
      field !== null &&
      [...clientFields, 'city', 'deliveryAddress'].includes(field) &&
      !isEmptyCell(cells[index] ?? ''),
  );
  return tells ? value : undefined;
}

/** True for rows that repeat a header row cell by cell. */
export function headerTest(table: SourceTable, { headerRows }: Recognition): (row: SourceRow) => boolean {
  const headers = table.head.filter(({ row }) => headerRows.includes(row));
  return (row) => headers.some((header) => sameCells(header, row));
}
