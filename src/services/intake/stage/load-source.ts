import type { Field } from '../../../domain/fields.ts';
import type { Stores } from '../../../stores/stores.ts';
import { emptyMarks, sqlString } from '../format/lexicon.ts';
import { canonicalRows } from '../canonical-file.ts';
import type { DirectData, SourceTable } from '../source-table.ts';
import type { ColumnPlan } from './column-plan.ts';
import { cell } from './line-sql.ts';

const marks = emptyMarks.filter((mark) => mark !== '').map(sqlString).join(', ');

function decoded(column: string, encoding: DirectData['encoding']): string {
  if (encoding === 'utf-8') return column;
  if (encoding === 'mixed') return `if(isValidUTF8(${column}), ${column}, convertCharset(${column}, 'windows-1251', 'utf-8'))`;
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
  onRows?: (rows: number) => void,
): Promise<void> {
  const indexes = mapped.map((field) => indexOf(plan, field));
  if (stores.warehouse.kind === 'server') return sendRows(stores, plan, source, mapped, indexes, onRows);
  await stores.warehouse.run(
    `INSERT INTO ${source} (row, first, ${mapped.map(cell).join(', ')})
     ${sourceRows(plan, mapped, indexes)}`,
  );
  onRows?.(plan.table.rowCount);
}

export interface SourceRowsOptions {
  /** Row numbers for text files too; costs the parallel reading. */
  readonly numbered?: boolean;
  /** Also `cells`: all cells of the row as they stand. */
  readonly raw?: boolean;
}

/** SELECT over the file itself: row, first cell, cleaned cells. */
export function sourceRows(plan: ColumnPlan, mapped: readonly Field[], indexes: readonly number[], options: SourceRowsOptions = {}): string {
  const { numbered = false, raw = false } = options;
  const { table, recognition } = plan;
  const encoding = table.data.layout === 'direct' ? table.data.encoding : 'utf-8';
  const names = Array.from({ length: table.columnCount }, (_, index) => `c${index}`);
  const select = [
    ...mapped.map((field, at) => `${cleaned(`c${indexes[at]}`, encoding)} AS ${cell(field)}`),
    ...(raw ? [`[${names.map((name) => decoded(name, encoding)).join(', ')}] AS cells`] : []),
  ].join(', ');
  const columns = names.map((name) => `${name} String`).join(', ');
    if (table.data.layout === 'canonical')
    return `SELECT row, ${cleaned('c0', 'utf-8')} AS first, ${select}
      FROM file(${sqlString(table.data.path)}, 'TabSeparated', 'row UInt32, indent UInt8, outline UInt8, ${columns}')
      WHERE row >= ${recognition.firstDataRow}`;
  const { delimiter, quoted, path } = table.data;
  const skipped = recognition.firstDataRow - 1;
  const format = textFormat(delimiter, quoted, skipped);
  const settings = [...format.settings, ...(numbered || !format.skips ? ['input_format_parallel_parsing = 0', 'max_threads = 1'] : [])];
  const rows = `(SELECT *, rowNumberInAllBlocks() AS at FROM file(${sqlString(path)}, '${format.name}', '${columns}'))`;
  const from = numbered || !format.skips ? rows : `file(${sqlString(path)}, '${format.name}', '${columns}')`;
  return `SELECT ${numbered ? `toUInt32(at + ${format.skips ? recognition.firstDataRow : 1})` : 'toUInt32(0)'} AS row,
      ${cleaned('c0', encoding)} AS first, ${select}
    FROM ${from} ${format.skips ? '' : `WHERE at >= ${skipped}`}
    SETTINGS ${settings.join(', ')}`;
}

interface TextFormat {
  readonly name: string;
  readonly settings: readonly string[];
  /** The format itself leaves out the rows before the data. */
  readonly skips: boolean;
}

// Trap: the engine's CSV refuses a tab as delimiter.
function textFormat(delimiter: string, quoted: boolean, skipped: number): TextFormat {
  const csv = ['format_csv_allow_single_quotes = 0', 'input_format_csv_trim_whitespaces = 0'];
  if (delimiter !== '\t')
    return {
      name: 'CSV',
      skips: true,
      settings: [
        ...csv,
        `format_csv_delimiter = ${sqlString(delimiter)}`,
        `format_csv_allow_double_quotes = ${quoted ? 1 : 0}`,
        `input_format_csv_skip_first_lines = ${skipped}`,
      ],
    };
  if (!quoted)
    return {
      name: 'TSVRaw',
      skips: true,
      settings: [`input_format_tsv_skip_first_lines = ${skipped}`, 'input_format_tsv_crlf_end_of_line = 1'],
    };
  return {
    name: 'CustomSeparated',
    skips: false,
    settings: [...csv, `format_custom_field_delimiter = '\\t'`, `format_custom_escaping_rule = 'CSV'`, `format_custom_row_after_delimiter = '\\n'`],
  };
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
  indexes: readonly number[],
  onRows?: (rows: number) => void,
): Promise<void> {
  const { table, recognition } = plan;
  await stores.warehouse.insert(source, ['row', 'first', ...mapped.map(cell)], rowsToSend(table, recognition.firstDataRow, indexes, onRows));
}

async function* rowsToSend(
  table: SourceTable,
  firstDataRow: number,
  indexes: readonly number[],
  onRows?: (rows: number) => void,
): AsyncIterable<readonly unknown[]> {
  if (table.data.layout !== 'canonical') throw new Error('a server needs canonical rows');
  let rows = 0;
  for await (const source of canonicalRows(table.data.path)) {
    if (source.row < firstDataRow) continue;
    rows++;
    if (rows % 50_000 === 0) onRows?.(rows);
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
