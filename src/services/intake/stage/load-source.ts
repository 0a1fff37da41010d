import type { Field } from '../../../domain/fields.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { recordOrderSettings } from '../../../stores/warehouse/settings.ts';
import { canonicalRows } from '../canonical-file.ts';
import { emptyMarks, sqlString } from '../format/lexicon.ts';
import type { DirectData } from '../source-table.ts';
import type { ColumnPlan } from './column-plan.ts';
import { canonicalFile, directFile, type FileSql } from './file-sql.ts';
import { cell, lineColumns, linesSelect } from './line-sql.ts';

const marks = emptyMarks
  .filter((mark) => mark !== '')
  .map(sqlString)
  .join(', ');

/** SQL: a cell without blanks around it; «-», «#Н/Д», NULL and the like are empty. */
function cleaned(text: string): string {
  const trimmed = `trimBoth(replaceAll(${text}, '\u00a0', ' '))`;
  return `if(${trimmed} IN (${marks}), '', ${trimmed})`;
}

/**
 * Sends the data rows of a table, read as lines, into the staging source. They are read on the way: the engine takes a
 * tenth of a second to understand what reads them, and a view would have it do so twice.
 */
export async function loadSource(
  stores: Stores,
  plan: ColumnPlan,
  source: string,
  mapped: readonly Field[],
  today: IsoDate,
): Promise<void> {
  const { warehouse } = stores;
  const columns = [...lineColumns, ...mapped.map(cell)].join(', ');
  if (warehouse.kind === 'embedded') {
    const lines = linesSelect(plan, today, `(${sourceRows(plan, mapped)})`);
    await warehouse.run(
      `INSERT INTO ${source} (${columns}) ${lines} SETTINGS ${feedSettings(plan.table.rowCount)}`,
    );
    return;
  }
  const sent = `${source}_sent`;
  await warehouse.run(
    `CREATE TABLE ${sent} (row UInt32, first String, ${textColumns(mapped)}) ENGINE = Null`,
  );
  await warehouse.run(
    `CREATE MATERIALIZED VIEW ${sent}_view TO ${source} AS ${linesSelect(plan, today, sent)}`,
  );
  await sendRows(stores, plan, sent, mapped);
}

export const textColumns = (mapped: readonly Field[]): string =>
  mapped.map((field) => `${cell(field)} String`).join(', ');

/** Few enough for several blocks at once in memory, enough that a large file does not become thousands of parts. */
const [leastBlock, mostBlock] = [16_384, 131_072];

/** The staging views work side by side; a small file too is cut into blocks for both threads. */
function feedSettings(rows: number): string {
  const block = Math.min(mostBlock, Math.max(leastBlock, Math.ceil(rows / 16)));
  return [
    'parallel_view_processing = 1',
    'max_insert_threads = 2',
    `max_block_size = ${block}`,
    `max_insert_block_size = ${block}`,
    `min_insert_block_size_rows = ${block}`,
    'min_insert_block_size_bytes = 67108864',
  ].join(', ');
}

/** SELECT over the file itself: row (0 for text files), first cell, cleaned cells. */
export function sourceRows(plan: ColumnPlan, mapped: readonly Field[]): string {
  const { table, recognition } = plan;
  const { data } = table;
  // A mapped file would count as memory of the process.
  const settings = ["storage_file_read_method = 'pread'"];
  const canonical = data.layout === 'canonical';
  const file = canonical ? canonicalFile(data.path, table.columnCount) : directFile(data, table.columnCount);
  if (!canonical) settings.push(...file.settings, skipped(plan));
  return `SELECT ${canonical ? 'row' : 'toUInt32(0)'} AS row, ${cleanedCells(file, plan, mapped)} FROM ${file.from}
    ${canonical ? `WHERE row >= ${recognition.firstDataRow}` : ''}
    SETTINGS ${settings.join(', ')}`;
}

/**
 * SELECT over a text file: its rows with their numbers, cleaned cells, and `cells` as they stand; only those whose
 * `among.field` is in the set.
 */
export function numberedRows(
  plan: ColumnPlan,
  data: DirectData,
  mapped: readonly Field[],
  among: { readonly field: Field; readonly set: string } | null,
): string {
  const { columnCount } = plan.table;
  const file = directFile(data, columnCount);
  const raw = Array.from({ length: columnCount }, (_, index) => file.cell(index));
  // Most rows are dropped before their cells are cleaned.
  const where =
    among === null ? '' : `WHERE ${cleaned(file.cell(indexOf(plan, among.field)))} IN (${among.set})`;
  return `SELECT row, ${cleanedCells(file, plan, mapped)}, [${raw.join(', ')}] AS cells
    FROM (SELECT *, toUInt32(rowNumberInAllBlocks() + ${plan.recognition.firstDataRow}) AS row FROM ${file.from}) ${where}
    SETTINGS ${[...file.settings, skipped(plan), recordOrderSettings].join(', ')}`;
}

const skipped = ({ recognition }: ColumnPlan): string =>
  `input_format_csv_skip_first_lines = ${recognition.firstDataRow - 1}`;

const cleanedCells = (file: FileSql, plan: ColumnPlan, mapped: readonly Field[]): string =>
  [
    `${cleaned(file.cell(0))} AS first`,
    ...mapped.map((field) => `${cleaned(file.cell(indexOf(plan, field)))} AS ${cell(field)}`),
  ].join(', ');

export function indexOf(plan: ColumnPlan, field: Field): number {
  const column = plan.recognition.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new Error(`no column for ${field}`);
  return column.index;
}

/** A server does not see our files: rows go up over the wire (readers leave canonical files in this case). */
async function sendRows(
  stores: Stores,
  plan: ColumnPlan,
  source: string,
  mapped: readonly Field[],
): Promise<void> {
  const indexes = mapped.map((field) => indexOf(plan, field));
  await stores.warehouse.insert(source, ['row', 'first', ...mapped.map(cell)], rowsToSend(plan, indexes));
}

async function* rowsToSend(
  { table, recognition }: ColumnPlan,
  indexes: readonly number[],
): AsyncIterable<readonly unknown[]> {
  if (table.data.layout !== 'canonical') throw new Error('a server needs canonical rows');
  for await (const source of canonicalRows(table.data.path)) {
    if (source.row < recognition.firstDataRow) continue;
    const clean = (index: number): string => cleanCell(source.cells[index] ?? '');
    yield [source.row, clean(0), ...indexes.map(clean)];
  }
}

const emptySet = new Set(emptyMarks);

/** The same cleaning as in SQL. */
export function cleanCell(text: string): string {
  const trimmed = text.replaceAll('\u00a0', ' ').replace(/^ +| +$/g, '');
  return emptySet.has(trimmed) ? '' : trimmed;
}
