import type { SourceRow } from '../../source-table.ts';

const special = /[\t\n\r\\\0]/;
const specials = /[\t\n\r\\\0]/g;
const escapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  '\0': '\\0',
};
const unescapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\', '0': '\0' };

/** One cell in ClickHouse's `TabSeparated` (https://clickhouse.com/docs/interfaces/formats/TabSeparated). */
export function escapeCell(text: string): string {
  return special.test(text) ? text.replace(specials, (char) => escapes[char] ?? char) : text;
}

export function unescapeCell(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/gs, (whole, char: string) => unescapes[char] ?? whole)
    : text;
}

/** One line of a canonical file. */
export function parseCanonicalLine(line: string): SourceRow {
  const [row, indent, outline, ...cells] = line.split('\t');
  return {
    row: Number(row),
    indent: Number(indent),
    outline: Number(outline),
    cells: cells.map(unescapeCell),
  };
}
