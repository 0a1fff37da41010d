import type { Column } from '../../output/columns.ts';
import { csvHeader, csvRow } from '../../output/csv.ts';
import { write } from '../io.ts';
import type { Session } from '../session.ts';
import { hiddenNote } from './screen.ts';
import { layoutTable } from './table.ts';

export async function printJson(session: Session, value: unknown): Promise<void> {
  await session.print(JSON.stringify(value, null, 2));
}

/** An array, one element a line, as its rows arrive. */
export async function printJsonRows<Row>(
  session: Session,
  rows: AsyncIterable<Row>,
  toJson: (row: Row) => unknown,
): Promise<void> {
  await writeJsonRows(session, rows, toJson);
  await write(session.io.stdout, '\n');
}

/** An object and, as its last property, an array whose rows arrive one by one. */
export async function printJsonWithRows<Row>(
  session: Session,
  object: Readonly<Record<string, unknown>>,
  property: string,
  rows: AsyncIterable<Row>,
  toJson: (row: Row) => unknown,
): Promise<void> {
  const open = JSON.stringify(object, null, 2).replace(/\n\}$/, `,\n  ${JSON.stringify(property)}: `);
  await write(session.io.stdout, open);
  await writeJsonRows(session, rows, toJson);
  await write(session.io.stdout, '\n}\n');
}

async function writeJsonRows<Row>(
  { io, progress }: Session,
  rows: AsyncIterable<Row>,
  toJson: (row: Row) => unknown,
): Promise<void> {
  progress.clear();
  let separator = '[\n';
  for await (const row of rows) {
    await write(io.stdout, `${separator}${JSON.stringify(toJson(row))}`);
    separator = ',\n';
  }
  await write(io.stdout, separator === '[\n' ? '[]' : '\n]');
}

export async function printCsv<Row>(
  session: Session,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  session.progress.clear();
  const { io, language } = session;
  await write(io.stdout, csvHeader(columns));
  for await (const row of rows) await write(io.stdout, csvRow(columns, row, language));
}

/** Rows that decide how wide the columns of a long list are. */
const layoutRows = 500;

/** Prints a table as its rows arrive and returns how many there were. */
export async function printTable<Row>(
  session: Session,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<number> {
  const { screen } = session;
  const first: Row[] = [];
  let line: ((row: Row) => string) | undefined;
  let hidden: readonly Column<Row>[] = [];
  let count = 0;
  const begin = async () => {
    const layout = layoutTable(columns, first, screen);
    await session.print([...layout.head, ...first.map(layout.line)].join('\n'));
    line = layout.line;
    hidden = layout.hidden;
  };
  for await (const row of rows) {
    count++;
    if (line) await session.print(line(row));
    else if (first.push(row) === layoutRows) await begin();
  }
  if (!line) await begin();
  for (const note of hiddenNote(hidden, screen)) await session.print(note);
  return count;
}
