import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Problem } from '../../../domain/problem.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { CellFault, TableRow, TableRows, TableRowsQuery } from '../import-summary.ts';
import { tableCells } from '../read/table-cells.ts';
import type { OpenedTable } from './open-tables.ts';

/** A row as it stands in the file, with what is wrong with it. */
type FaultyRow = Omit<TableRow, 'mended'>;

/** Where an import keeps the rejected rows of a table, in their order, while it is looked at. */
const faultsFileIn = (folder: string, table: number): string => join(folder, `faults-${table}.jsonl`);

/** Writes them as they come. What was unfolded is looked up where it stands, once all are known. */
export function faultWriter(folder: string, index: number, { table, source }: OpenedTable) {
  const out = createWriteStream(faultsFileIn(folder, index), { mode: 0o600 });
  const unfolded = new Map<number, CellFault[]>();
  const put = async (row: FaultyRow): Promise<void> => {
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  };
  return {
    async write(row: number, cells: readonly string[], code: string, header?: string): Promise<void> {
      const column = source.recognition.columns.find((one) => one.header === header)?.index ?? null;
      const fault: CellFault = { column, code, params: {}, severity: 'rejected' };
      if (source.table === table) return await put({ row, cells, faults: [fault] });
      const known = unfolded.get(row) ?? [];
      unfolded.set(row, known);
      if (!known.some((one) => one.code === code && one.column === column)) known.push(fault);
    },
    async end(): Promise<void> {
      if (unfolded.size > 0)
        for await (const { row, cells } of tableCells(source.table)) {
          const faults = unfolded.get(row);
          if (faults !== undefined) await put({ row, cells, faults });
        }
      out.end();
      await once(out, 'finish');
    },
  };
}

/**
 * Rows of a table of an import as they stand in its file. `warnings`: what else was found, of which some names a row.
 *
 * @throws Refusal `tableUnknown`
 */
export async function tableRows(
  folder: string,
  tables: readonly OpenedTable[],
  { table: index, show, offset, limit }: TableRowsQuery,
  warnings: readonly Problem[],
): Promise<TableRows> {
  const opened = tables[index];
  if (opened === undefined)
    throw new Refusal({ code: 'tableUnknown', params: { number: index + 1, tables: tables.length } });
  const { source } = opened;
  const read =
    show === 'faulty' ? faultyRows(folder, index) : standingRows(opened, show, faultyRows(folder, index));
  const rows: TableRow[] = [];
  let at = 0;
  let more = false;
  for await (const { faults, ...row } of read) {
    if (at++ < offset) continue;
    more = rows.length === limit;
    if (more) break;
    const stood = [...(source.mended.get(row.row) ?? [])].map(([column, was]) => ({ column, was }));
    rows.push({ ...row, faults: [...faults, ...warningsOf(opened, row.row, warnings)], mended: stood });
  }
  return { columns: columnsOf(opened), rows, more };
}

async function* faultyRows(folder: string, index: number): AsyncGenerator<FaultyRow> {
  const file = createReadStream(faultsFileIn(folder, index), 'utf8');
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as FaultyRow;
  } catch (error) {
    // A table beside the shipments has no rejected rows.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    file.destroy();
  }
}

/** The rows of the file, blank ones left out; what is wrong with them stands beside them in the same order. */
async function* standingRows(
  { source }: OpenedTable,
  show: 'first' | 'mended',
  faulty: AsyncGenerator<FaultyRow>,
): AsyncGenerator<FaultyRow> {
  let fault = await faulty.next();
  const lastMended = Math.max(0, ...source.mended.keys());
  try {
    for await (const { row, cells } of tableCells(source.table)) {
      if (show === 'mended' && row > lastMended) return;
      if (row < source.recognition.firstDataRow && !source.mended.has(row)) continue;
      if (show === 'mended' ? !source.mended.has(row) : cells.every((cell) => cell === '')) continue;
      while (!fault.done && fault.value.row < row) fault = await faulty.next();
      const faults = !fault.done && fault.value.row === row ? fault.value.faults : [];
      yield { row, cells, faults };
    }
  } finally {
    await faulty.return(undefined);
  }
}

function columnsOf({ source: { table, recognition } }: OpenedTable): TableRows['columns'] {
  const known = new Map(recognition.columns.map((column) => [column.index, column]));
  return Array.from({ length: table.columnCount }, (_, index) => ({
    header: known.get(index)?.header ?? '',
    field: known.get(index)?.field ?? null,
  }));
}

const warningsOf = (
  { source: { table, recognition } }: OpenedTable,
  row: number,
  warnings: readonly Problem[],
): CellFault[] =>
  warnings
    .filter(({ place }) => place?.row === row && place.file === table.file && place.sheet === table.sheet)
    .map(({ code, place, params = {} }) => ({
      column: recognition.columns.find(({ header }) => header === place?.column)?.index ?? null,
      ...{ code, params, severity: 'warning' },
    }));
