import { breather } from '../breathe.ts';
import { type CellWriter, cellWriter } from './column-check.ts';

export type Row = readonly unknown[];

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Text of one batch for `INSERT`, in pieces, with the number of its rows known once it is read. */
export interface RowBatch {
  readonly pieces: AsyncIterable<string>;
  rows(): number;
}

const PIECE_ROWS = 5_000;
const BREATH_ROWS = 64;
const BATCH_ROWS = 500_000;
const BATCH_CHARACTERS = 128 * 1024 ** 2;

/**
 * Rows as lines of JSONCompactEachRow, cut into batches that are one `INSERT` each. A batch has to be read
 * to its end before the next one is asked for.
 * @throws RangeError for a row that the columns would not hold unchanged
 */
export async function* rowBatches(
  columns: readonly Column[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<RowBatch> {
  const writers = columns.map((column) => cellWriter(column.type));
  const source = iterate(rows);
  let failed = true;
  let number = 0;
  try {
    let next = await source.next();
    while (next.done !== true) {
      let count = 0;
      const pieces = async function* (): AsyncGenerator<string> {
        let characters = 0;
        let piece = '';
        while (next.done !== true && count < BATCH_ROWS && characters < BATCH_CHARACTERS) {
          const line = rowLine(next.value, ++number, columns, writers);
          piece += line;
          characters += line.length;
          count += 1;
          if (count % PIECE_ROWS === 0) {
            yield piece;
            piece = '';
          }
          const step = source.next();
          next = step instanceof Promise ? await step : step;
        }
        if (piece !== '') yield piece;
      };
      yield { pieces: pieces(), rows: () => count };
    }
    failed = false;
  } finally {
    if (failed) await source.return?.();
  }
}

function iterate(rows: Iterable<Row> | AsyncIterable<Row>): Iterator<Row> | AsyncIterator<Row> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}

function rowLine(
  row: Row,
  number: number,
  columns: readonly Column[],
  writers: readonly CellWriter[],
): string {
  if (row.length !== columns.length) {
    throw new RangeError(`Row ${number} has ${row.length} values for ${columns.length} columns.`);
  }
  const cells = row.map((value, index) => {
    try {
      return writers[index]?.(value);
    } catch {
      const { name, type } = columns[index] ?? { name: '', type: '' };
      // The value stays out of the message: it may belong to a person.
      throw new RangeError(`The value in row ${number} does not fit the column ${name} of type ${type}.`);
    }
  });
  return `${JSON.stringify(cells)}\n`;
}

/**
 * The rows of a whole JSONColumns text, a line for each column: a third of the text that names every value of every row,
 * and parsed in a third of the time.
 */
export async function parseColumns<T>(text: string): Promise<T[]> {
  const names: string[] = [];
  const columns: (readonly unknown[])[] = [];
  // A line feed within a value is written as an escape: these stand between columns.
  const breathe = breather();
  for (const line of text.split('\n')) {
    if (!line.startsWith('\t')) continue;
    const column: Record<string, unknown[]> = JSON.parse(
      `{${line.endsWith(',') ? line.slice(0, -1) : line}}`,
    );
    names.push(...Object.keys(column));
    columns.push(...Object.values(column));
    await breathe();
  }
  const rows: T[] = [];
  const breatheOfRows = breather(256);
  for (let at = 0; at < (columns[0]?.length ?? 0); at++) {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column++) row[names[column] ?? ''] = columns[column]?.[at];
    rows.push(row as T);
    const pause = breatheOfRows();
    if (pause !== undefined) await pause;
  }
  return rows;
}

/** The objects of a JSONEachRow text that arrives in pieces cut anywhere. */
export async function* parseLines<T>(pieces: AsyncIterable<string>): AsyncGenerator<T> {
  let rest = '';
  let rows = 0;
  // A consumer that waits for nothing else would go through all rows in one go.
  const breathe = breather();
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') continue;
      yield JSON.parse(line) as T;
      if (++rows % BREATH_ROWS === 0) await breathe();
    }
  }
  if (rest !== '') yield JSON.parse(rest) as T;
}
