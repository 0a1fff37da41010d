import type { Field } from '../../../domain/fields.ts';
import type { Stores } from '../../../stores/stores.ts';
import { recordOrderSettings } from '../../../stores/warehouse/settings.ts';
import { canonicalRows } from '../canonical-file.ts';
import { emptyMarks, sqlString } from '../format/lexicon.ts';
import type { ColumnPlan } from './column-plan.ts';
import { canonicalFile, directFile } from './file-sql.ts';
import { cell } from './line-sql.ts';

const marks = emptyMarks
  .filter((mark) => mark !== '')
  .map(sqlString)
  .join(', ');

/** SQL: a cell without blanks around it; «-», «#Н/Д», NULL and the like are empty. */
function cleaned(text: string): string {
  const trimmed = `trimBoth(replaceAll(${text}, '\u00a0', ' '))`;
  return `if(${trimmed} IN (${marks}), '', ${trimmed})`;
}

/** Sends the data rows of a table into the staging source, whose views parse them. */
export async function loadSource(
  stores: Stores,
  plan: ColumnPlan,
  source: string,
  mapped: readonly Field[],
): Promise<void> {
  if (stores.warehouse.kind === 'server') return sendRows(stores, plan, source, mapped);
  await stores.warehouse.run(
    `INSERT INTO ${source} (row, first, ${mapped.map(cell).join(', ')}) ${sourceRows(plan, mapped, { feeds: true })}`,
  );
}

export interface SourceRowsOptions {
  /** Row numbers for text files too; costs the parallel reading. */
  readonly numbered?: boolean;
  /** Also `cells`: all cells of the row as they stand. */
  readonly raw?: boolean;
  /** Feeds the staging views: they work side by side, on blocks small enough for several at once in memory. */
  readonly feeds?: boolean;
}

const feedSettings = [
  'parallel_view_processing = 1',
  'max_insert_threads = 2',
  'max_insert_block_size = 131072',
  'min_insert_block_size_rows = 131072',
  'min_insert_block_size_bytes = 67108864',
  // A mapped file would count as memory of the process.
  "storage_file_read_method = 'pread'",
];

/** SELECT over the file itself: row, first cell, cleaned cells. */
export function sourceRows(
  plan: ColumnPlan,
  mapped: readonly Field[],
  options: SourceRowsOptions = {},
): string {
  const { numbered = false, raw = false, feeds = false } = options;
  const { table, recognition } = plan;
  const { data } = table;
  const { firstDataRow } = recognition;
  const settings = feeds ? [...feedSettings] : [];
  const file =
    data.layout === 'canonical'
      ? canonicalFile(data.path, table.columnCount)
      : directFile(data, table.columnCount);
  const where = data.layout === 'canonical' ? `WHERE row >= ${firstDataRow}` : '';
  if (data.layout === 'direct') {
    settings.push(...file.settings, `input_format_csv_skip_first_lines = ${firstDataRow - 1}`);
    // Trap: rowNumberInAllBlocks counts the rows of the source in order only when one thread reads them.
    if (numbered) settings.push(recordOrderSettings);
  }
  const row =
    data.layout === 'canonical'
      ? 'row'
      : `toUInt32(${numbered ? `rowNumberInAllBlocks() + ${firstDataRow}` : 0})`;
  const select = [
    `${row} AS row`,
    `${cleaned(file.cell(0))} AS first`,
    ...mapped.map((field) => `${cleaned(file.cell(indexOf(plan, field)))} AS ${cell(field)}`),
    ...(raw
      ? [`[${Array.from({ length: table.columnCount }, (_, index) => file.cell(index)).join(', ')}] AS cells`]
      : []),
  ];
  return `SELECT ${select.join(', ')} FROM ${file.from} ${where}
    ${settings.length === 0 ? '' : `SETTINGS ${settings.join(', ')}`}`;
}

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
