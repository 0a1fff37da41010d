/** One value of a row as text; null is SQL's NULL. */
export type Cell = string | null;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
const unescapes = new Map(Object.entries(escapes).map(([character, pair]) => [pair, character]));

/** A row in the text format of PostgreSQL's COPY, line feed included: https://www.postgresql.org/docs/current/sql-copy.html */
export function copyLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '\\N' : escaped(cell))).join('\t')}\n`;
}

/** The row that a line without its line feed holds. */
export function parseCopyLine(line: string): Cell[] {
  return line
    .split('\t')
    .map((text) =>
      text === '\\N' ? null : text.replace(/\\[\s\S]/g, (pair) => unescapes.get(pair) ?? pair.slice(1)),
    );
}

function escaped(text: string): string {
  return text.replace(/[\\\b\f\n\r\t\v]/g, (character) => escapes[character] ?? character);
}

/**
 * Lines of a text that arrives in pieces cut anywhere, ended by line feeds only: Node's `readline` would also end them
 * at U+2028, which is an ordinary character here.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
