import type { Field } from '../../../domain/fields.ts';
import type { Stores } from '../../../stores/stores.ts';
import { canonicalRows } from '../canonical-file.ts';
import { emptyMarks, sqlString } from '../format/lexicon.ts';
import type { DirectData } from '../source-table.ts';
import type { ColumnPlan } from './column-plan.ts';
import { cell } from './line-sql.ts';

const marks = emptyMarks
  .filter((mark) => mark !== '')
  .map(sqlString)
  .join(', ');

function decoded(column: string, encoding: DirectData['encoding']): string {
  if (encoding === 'utf-8') return column;
  if (encoding === 'mixed')
    return `if(isValidUTF8(${column}), ${column}, convertCharset(${column}, 'windows-1251', 'utf-8'))`;
  return `convertCharset(${column}, '${encoding}', 'utf-8')`;
}

/** SQL: a cell as text without blanks around it; «-», «#Н/Д», NULL and the like are empty. */
function cleaned(column: string, encoding: DirectData['encoding']): string {
  const trimmed = `trimBoth(replaceAll(${decoded(column, encoding)}, '\u00a0', ' '))`;
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
  'max_insert_threads = 1',
  'max_insert_block_size = 131072',
  'min_insert_block_size_rows = 131072',
  'min_insert_block_size_bytes = 67108864',
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
  const encoding = data.layout === 'direct' ? data.encoding : 'utf-8';
  const names = Array.from({ length: table.columnCount }, (_, index) => `c${index}`);
  const columns = names.map((name) => `${name} String`).join(', ');
  const select = [
    `${cleaned('c0', encoding)} AS first`,
    ...mapped.map((field) => `${cleaned(`c${indexOf(plan, field)}`, encoding)} AS ${cell(field)}`),
    ...(raw ? [`[${names.map((name) => decoded(name, encoding)).join(', ')}] AS cells`] : []),
  ].join(', ');
  const settings = feeds ? [...feedSettings] : [];
  if (data.layout === 'canonical')
    return `SELECT row, ${select}
      FROM file(${sqlString(data.path)}, 'TabSeparated', 'row UInt32, indent UInt8, outline UInt8, ${columns}')
      WHERE row >= ${recognition.firstDataRow}${settings.length === 0 ? '' : ` SETTINGS ${settings.join(', ')}`}`;
  settings.push(
    `format_csv_delimiter = ${sqlString(data.delimiter)}`,
    `format_csv_allow_double_quotes = ${data.quoted ? 1 : 0}`,
    'format_csv_allow_single_quotes = 0',
    'input_format_csv_trim_whitespaces = 0',
    `input_format_csv_skip_first_lines = ${recognition.firstDataRow - 1}`,
    // Ragged and blank lines are rows like others; \N is text.
    'input_format_csv_allow_variable_number_of_columns = 1',
    `format_csv_null_representation = '\\0'`,
  );
  // Trap: rowNumberInAllBlocks counts the rows of the source in order only when one thread reads them.
  if (numbered) settings.push('input_format_parallel_parsing = 0', 'max_threads = 1');
  return `SELECT ${numbered ? `toUInt32(rowNumberInAllBlocks() + ${recognition.firstDataRow})` : 'toUInt32(0)'} AS row, ${select}
    FROM file(${sqlString(data.path)}, 'CSV', '${columns}')
    SETTINGS ${settings.join(', ')}`;
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
