import { sqlString } from '../format/lexicon.ts';
import type { DirectData } from '../source-table.ts';

/** A table's file as the engine reads it: where its rows come from and what its cells are, as SQL. */
export interface FileSql {
  /** Table expression; with `row` where rows are numbered in the file. */
  readonly from: string;
  /** Text of the cell as it stands, '' beyond the end of its row. */
  cell(index: number): string;
  readonly settings: readonly string[];
}

const columns = (count: number): string =>
  Array.from({ length: count }, (_, index) => `c${index} String`).join(', ');

export const canonicalFile = (path: string, columnCount: number): FileSql => ({
  from: `file(${sqlString(path)}, 'TabSeparated', 'row UInt32, indent UInt8, outline UInt8, ${columns(columnCount)}')`,
  cell: (index) => `c${index}`,
  settings: [],
});

/**
 * Where no field is quoted, lines are taken whole and cut here, in half the time that the engine's CSV takes. Its
 * delimiter is then a byte that no direct file has.
 */
export function directFile(data: DirectData, columnCount: number): FileSql {
  const { path, delimiter, encoding, quoted } = data;
  const settings = [
    'format_csv_allow_single_quotes = 0',
    'input_format_csv_trim_whitespaces = 0',
    // Ragged and blank lines are rows like others; \\N is text.
    'input_format_csv_allow_variable_number_of_columns = 1',
    `format_csv_null_representation = '\\0\\0'`,
  ];
  if (quoted)
    return {
      from: `file(${sqlString(path)}, 'CSV', '${columns(columnCount)}')`,
      cell: (index) => decoded(`c${index}`, encoding),
      settings: [
        ...settings,
        `format_csv_delimiter = ${sqlString(delimiter)}`,
        'format_csv_allow_double_quotes = 1',
      ],
    };
  const line = encoding === 'mixed' ? 'line' : decoded('line', encoding);
  return {
    from: `(SELECT splitByChar(${sqlString(delimiter)}, ${line}) AS c FROM file(${sqlString(path)}, 'CSV', 'line String'))`,
    cell: (index) => {
      const field = `arrayElement(c, ${index + 1})`;
      return encoding === 'mixed' ? decoded(field, encoding) : field;
    },
    settings: [...settings, `format_csv_delimiter = '\\0'`, 'format_csv_allow_double_quotes = 0'],
  };
}

function decoded(text: string, encoding: DirectData['encoding']): string {
  if (encoding === 'utf-8') return text;
  if (encoding === 'mixed')
    return `if(isValidUTF8(${text}), ${text}, convertCharset(${text}, 'windows-1251', 'utf-8'))`;
  return `convertCharset(${text}, '${encoding}', 'utf-8')`;
}
