import { join } from 'node:path';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { CellCorrection } from '../import-summary.ts';
import { writeCanonical } from '../read/canonical-copy.ts';
import { tableCells } from '../read/table-cells.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';

/** What stood in mended cells of a table before: by row, then by column (0-based). */
export type MendedCells = ReadonlyMap<number, ReadonlyMap<number, string>>;

export interface MendedTable {
  readonly table: SourceTable;
  readonly mended: MendedCells;
}

/**
 * The tables as if what the user corrects had stood in their cells.
 *
 * @throws Refusal those of `checkCorrections`
 */
export async function mendCells(
  tables: readonly SourceTable[],
  corrections: readonly CellCorrection[],
  folder: string,
): Promise<MendedTable[]> {
  await checkCorrections(tables, corrections);
  const all: MendedTable[] = [];
  for (const [index, table] of tables.entries()) {
    const said = byCell(corrections.filter((one) => one.table === index));
    all.push(
      said.size === 0
        ? { table, mended: new Map() }
        : await mendTable(table, said, join(folder, `mended-${index}.tsv`)),
    );
  }
  return all;
}

/** @throws Refusal `correctedTableUnknown`, `correctedColumnUnknown`, `correctedRowUnknown` */
export async function checkCorrections(
  tables: readonly SourceTable[],
  corrections: readonly CellCorrection[],
): Promise<void> {
  const problems: Problem[] = [];
  for (const [index, table] of tables.entries()) {
    const own = corrections.filter((one) => one.table === index);
    const { file, sheet } = table;
    const place = { file, ...(sheet !== undefined && { sheet }) };
    for (const { column, row } of own)
      if (column >= table.columnCount)
        problems.push({
          code: 'correctedColumnUnknown',
          place: { ...place, row },
          params: { number: column + 1, columns: table.columnCount },
        });
    const missing = await rowsMissing(table, new Set(own.map(({ row }) => row)));
    for (const row of missing)
      problems.push({ code: 'correctedRowUnknown', place: { ...place, row }, params: { row } });
  }
  for (const { table } of corrections)
    if (table >= tables.length)
      problems.push({ code: 'correctedTableUnknown', params: { number: table + 1, tables: tables.length } });
  if (problems.length > 0) throw new Refusal(...problems);
}

async function rowsMissing(table: SourceTable, wanted: Set<number>): Promise<ReadonlySet<number>> {
  if (wanted.size === 0) return wanted;
  for await (const { row } of tableCells(table)) if (wanted.delete(row) && wanted.size === 0) break;
  return wanted;
}

function byCell(corrections: readonly CellCorrection[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, value } of corrections)
    rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(column, value));
  return rows;
}

async function mendTable(
  table: SourceTable,
  said: ReadonlyMap<number, ReadonlyMap<number, string>>,
  path: string,
): Promise<MendedTable> {
  const mended = new Map<number, ReadonlyMap<number, string>>();
  const cellsOf = (row: SourceRow): readonly string[] => {
    const values = said.get(row.row);
    if (values === undefined) return row.cells;
    const stood = [...values].map(([column]) => [column, row.cells[column] ?? ''] as const);
    mended.set(row.row, new Map(stood.filter(([column, was]) => was !== values.get(column))));
    const width = Math.max(row.cells.length, ...values.keys().map((column) => column + 1));
    return Array.from({ length: width }, (_, index) => values.get(index) ?? row.cells[index] ?? '');
  };
  const written = await writeCanonical(table, path, cellsOf);
  const shown = (rows: readonly SourceRow[]) => rows.map((row) => ({ ...row, cells: cellsOf(row) }));
  const heads = { head: shown(table.head), sample: shown(table.sample), tail: shown(table.tail) };
  return { table: { ...written, ...heads }, mended };
}
