import { CompiledQuery } from 'kysely';
import type { RecordsExecutor } from './bulk.ts';
import { type Cell, copyLine, parseCopyLine } from './copy-text.ts';
import type { RecordTable } from './table-list.ts';

/** The embedded engine serves nobody else while a page or a batch runs. */
const PAGE_ROWS = 2000;
/** Rows can be long (lists of ids, texts), so pages and batches are bounded by their size as well. */
const PAGE_BYTES = 1_000_000;

/** Several rows in COPY's text format. */
export interface CopyPage {
  readonly text: string;
  readonly rows: number;
}

/**
 * Reads a whole table in the order of its key, page by page, each a short query of its own: COPY would hold the
 * embedded engine for the whole table. One state only where nobody writes or `db` is a repeatable-read transaction.
 */
export async function* copyOut(
  db: RecordsExecutor,
  table: RecordTable,
  /** In SQL: only these rows. */
  where = 'true',
): AsyncGenerator<CopyPage> {
  const key = table.key.map(quoted).join(', ');
  const columns = table.columns.map(({ name }) => quoted(name));
  const keyTypes = table.key.map((name) => table.columns.find((column) => column.name === name)?.type);
  const size = columns.map((column) => `coalesce(pg_column_size(${column}), 0)`).join(' + ');
  const cells = [...columns, ...table.key.map(quoted)].map((column, index) => `${column}::text AS v${index}`);
  const page = (limit: number, condition: string): string => `
    SELECT ${cells.join(', ')} FROM (
      SELECT *, sum("page row bytes") OVER (ORDER BY ${key}) AS "page bytes" FROM (
        SELECT *, ${size} AS "page row bytes" FROM ${quoted(table.name)}
        WHERE (${where}) ${condition} ORDER BY ${key} LIMIT ${limit}
      ) AS page
    ) AS sized
    WHERE "page bytes" <= ${PAGE_BYTES} OR "page bytes" = "page row bytes"
    ORDER BY ${key}`;
  const after = `AND (${key}) > (${keyTypes.map((type, index) => `$${index + 1}::${type}`).join(', ')})`;
  let query = CompiledQuery.raw(page(PAGE_ROWS, ''));
  while (true) {
    const { rows } = await db.executeQuery<Record<string, Cell>>(query);
    const last = rows.at(-1);
    if (last === undefined) return;
    const value = (row: Record<string, Cell>, index: number): Cell => row[`v${index}`] ?? null;
    const text = rows.map((row) => copyLine(columns.map((_, index) => value(row, index)))).join('');
    yield { text, rows: rows.length };
    const reached = table.key.map((_, index) => value(last, columns.length + index));
    // The engine sizes every row that it looks at: no more of them than may fit.
    const limit = Math.min(PAGE_ROWS, 16 + 2 * rows.length);
    query = CompiledQuery.raw(page(limit, after), reached);
  }
}

/** Writes the rows of COPY lines into a table, values in the order of `columns`. Returns their number. */
export async function copyIn(
  db: RecordsExecutor,
  table: RecordTable,
  columns: readonly string[],
  lines: AsyncIterable<string>,
): Promise<number> {
  const types = columns.map((name) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new RangeError(`The table ${table.name} has no column ${name}.`);
    return column.type;
  });
  const values = types.map((type, index) => `v${index}::${type}`).join(', ');
  const names = types.map((_, index) => `v${index}`).join(', ');
  const arrays = types.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const statement = `
    INSERT INTO ${quoted(table.name)} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM unnest(${arrays}) AS given (${names})`;
  let written = 0;
  for await (const batch of batches(lines)) {
    const rows = batch.map(parseCopyLine);
    const ragged = rows.findIndex((row) => row.length !== columns.length);
    if (ragged >= 0) throw new RangeError(`Row ${written + ragged + 1} of ${table.name} is not whole.`);
    const given = columns.map((_, index) => rows.map((row) => row[index] ?? null));
    await db.executeQuery(CompiledQuery.raw(statement, given));
    written += rows.length;
  }
  return written;
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for await (const line of lines) {
    batch.push(line);
    size += line.length;
    if (batch.length < PAGE_ROWS && size < PAGE_BYTES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Runs `work` with the foreign keys of all tables taken away and put back (and thereby checked) afterwards: rows of one
 * table may refer to later ones. Inside a transaction only, so that they are never missing for anybody else.
 */
export async function withoutForeignKeys<T>(tx: RecordsExecutor, work: () => Promise<T>): Promise<T> {
  const { rows } = await tx.executeQuery<{ name: string; table: string; definition: string }>(
    CompiledQuery.raw(`
      SELECT conname AS name, conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`),
  );
  const alter = (table: string, change: string): Promise<unknown> =>
    tx.executeQuery(CompiledQuery.raw(`ALTER TABLE ${table} ${change}`));
  for (const { name, table } of rows) await alter(table, `DROP CONSTRAINT ${quoted(name)}`);
  const result = await work();
  for (const { name, table, definition } of rows) {
    await alter(table, `ADD CONSTRAINT ${quoted(name)} ${definition}`);
  }
  return result;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
