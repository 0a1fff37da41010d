import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import { lockImporter } from '../../stores/importer-lock.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import { copyOut } from '../../stores/records/table-copy.ts';
import {
  listTables,
  type RecordTable,
  readSequences,
  type Sequence,
} from '../../stores/records/table-list.ts';
import type { Stores } from '../../stores/stores.ts';
import { trailBounds } from '../audit/read.ts';
import type { RecordsFile } from './manifest.ts';

export interface CopiedRecords {
  readonly version: DataVersion;
  readonly schema: number;
  readonly engine: string;
  /** Imports that were committed, undone ones too: their lines may live on in later versions of a document. */
  readonly imports: readonly number[];
  /** The first generation that was never used. */
  readonly generation: number;
  readonly sequences: readonly Sequence[];
  readonly files: readonly RecordsFile[];
}

/** Writes every table of the records as COPY text, all of one state. Throws `Refusal` (`backupUnfinished`). */
export async function copyRecords(
  stores: Stores,
  folder: string,
  onRows: (rows: number) => void,
): Promise<CopiedRecords> {
  return await standingStill(stores, async (db) => {
    const { version, finished } = await committed(stores, db);
    if (!finished) throw new Refusal({ code: 'backupUnfinished' });
    const files: RecordsFile[] = [];
    const tables = await listTables(db);
    // A folder that is being upgraded may not have a trail yet.
    const bounds = tables.some(({ name }) => name === 'audit_batch') ? await trailBounds(db) : {};
    for (const [index, table] of tables.entries()) {
      const path = `records/${String(index + 1).padStart(3, '0')}-${table.name}.copy`;
      files.push({ path, ...(await copyTable(db, table, join(folder, path), onRows, bounds[table.name])) });
    }
    return { version, ...(await surroundings(db)), sequences: await readSequences(db), files };
  });
}

/**
 * A state of the records that does not move while `read` runs. A server shows one for as long as a transaction lasts,
 * so only its beginning must not fall between a commit and what follows it. The embedded engine serves one transaction
 * at a time: instead of holding everybody up, imports wait, and the tables are read in short queries.
 */
async function standingStill<T>(stores: Stores, read: (db: RecordsExecutor) => Promise<T>): Promise<T> {
  const { records } = stores;
  const lock = await lockImporter(records);
  try {
    if (records.kind === 'embedded') return await read(records.db);
    return await records.transaction(async (tx) => {
      await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`.execute(tx);
      // The first query takes the snapshot.
      await sql`SELECT 1`.execute(tx);
      await lock.release();
      return await read(tx);
    });
  } finally {
    await lock.release();
  }
}

async function committed(
  stores: Stores,
  db: RecordsExecutor,
): Promise<{ version: DataVersion; finished: boolean }> {
  const version = await currentVersion({ ...stores.records, db });
  const row = await db
    .selectFrom('commit')
    .select('finished')
    .where('version', '=', version.version)
    .where('import_id', 'is not', null)
    .executeTakeFirst();
  return { version, finished: row?.finished ?? true };
}

async function surroundings(
  db: RecordsExecutor,
): Promise<Pick<CopiedRecords, 'schema' | 'engine' | 'imports' | 'generation'>> {
  const imports = await db
    .selectFrom('import')
    .select('id')
    .where('status', 'in', ['applied', 'undone'])
    .orderBy('id')
    .execute();
  const counter = await db
    .selectFrom('id_counter')
    .select('last')
    .where('space', '=', 'generation')
    .executeTakeFirst();
  const schema = await db
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  const engine = await sql<{ version: string }>`SELECT current_setting('server_version') AS version`.execute(
    db,
  );
  return {
    imports: imports.map(({ id }) => id),
    generation: (counter?.last ?? 0) + 1,
    schema: schema?.version ?? 0,
    engine: `PostgreSQL ${engine.rows[0]?.version}`,
  };
}

async function copyTable(
  db: RecordsExecutor,
  table: RecordTable,
  path: string,
  onRows: (rows: number) => void,
  condition?: string,
): Promise<Omit<RecordsFile, 'path'>> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const page of copyOut(db, table, condition)) {
      const piece = Buffer.from(page.text);
      await file.writeFile(piece);
      hash.update(piece);
      bytes += piece.length;
      rows += page.rows;
      onRows(page.rows);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const columns = table.columns.map(({ name }) => name);
  return { table: table.name, columns, rows, bytes, sha256: hash.digest('hex') };
}
