import { CompiledQuery } from 'kysely';
import type { RecordsExecutor } from './bulk.ts';

/** A table of the records as the database itself describes it. */
export interface RecordTable {
  readonly name: string;
  /** Without generated columns, which cannot be written. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Other tables that its foreign keys name. */
  readonly references: readonly string[];
}

/** Kept by the migrations themselves, or on its way into another table. */
const OWN_TABLES = ['schema_version', 'audit_outbox'];

const LIST = `
  SELECT c.relname AS name,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
     FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT json_agg(a.attname ORDER BY k.place)
     FROM pg_index AS i
     CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
     WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
    (SELECT coalesce(json_agg(DISTINCT r.relname), '[]')
     FROM pg_constraint AS f JOIN pg_class AS r ON r.oid = f.confrelid
     WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid != c.oid) AS "references"
  FROM pg_class AS c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname != ALL($1::text[])
  ORDER BY c.relname`;

/**
 * All tables of the records but those that are not logged (they are derived from the others), each after those that it refers to. Asked of the database, so that a table of tomorrow is
 * there too.
 */
export async function listTables(db: RecordsExecutor): Promise<RecordTable[]> {
  const { rows } = await db.executeQuery<RecordTable>(CompiledQuery.raw(LIST, [OWN_TABLES]));
  for (const { name, key } of rows) if (key === null) throw new Error(`the table ${name} has no primary key`);
  return inOrder(rows);
}

function inOrder(tables: readonly RecordTable[]): RecordTable[] {
  const ordered: RecordTable[] = [];
  const visited = new Set<string>();
  const visit = (table: RecordTable | undefined): void => {
    if (table === undefined || visited.has(table.name)) return;
    visited.add(table.name);
    for (const reference of table.references) visit(tables.find(({ name }) => name === reference));
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

/** A counter that the database keeps for a column; `last` is null while it was never used. */
export interface Sequence {
  readonly table: string;
  readonly column: string;
  readonly last: string | null;
}

const SEQUENCES = `
  SELECT c.relname AS "table", a.attname AS "column",
    pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) IS NOT NULL
  ORDER BY 1, 2`;

interface NamedSequence {
  readonly table: string;
  readonly column: string;
  /** Quoted. */
  readonly sequence: string;
}

async function namedSequences(db: RecordsExecutor): Promise<NamedSequence[]> {
  return (await db.executeQuery<NamedSequence>(CompiledQuery.raw(SEQUENCES))).rows;
}

export async function readSequences(db: RecordsExecutor): Promise<Sequence[]> {
  const read: Sequence[] = [];
  for (const { table, column, sequence } of await namedSequences(db)) {
    const { rows } = await db.executeQuery<{ last: string | null }>(
      CompiledQuery.raw(`SELECT CASE WHEN is_called THEN last_value END AS last FROM ${sequence}`),
    );
    read.push({ table, column, last: rows[0]?.last ?? null });
  }
  return read;
}

/** Lets every counter go on after `last`, so that no number is given out twice. */
export async function writeSequences(db: RecordsExecutor, sequences: readonly Sequence[]): Promise<void> {
  const named = await namedSequences(db);
  for (const { table, column, last } of sequences) {
    const found = named.find((one) => one.table === table && one.column === column);
    if (found === undefined || last === null) continue;
    await db.executeQuery(CompiledQuery.raw('SELECT setval($1::regclass, $2::int8)', [found.sequence, last]));
  }
}
