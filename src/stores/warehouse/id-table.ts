import { randomUUID } from 'node:crypto';
import type { Warehouse } from './contract.ts';

const PREFIX = 'ids_';

/**
 * Gives `use` the name of a table with one column `id UInt32` that holds the ids, and drops it afterwards:
 * `… WHERE customer_id IN (SELECT id FROM ${table})`. For sets too large to be a parameter.
 */
export async function withIdTable<T>(
  warehouse: Warehouse,
  ids: Iterable<number> | AsyncIterable<number>,
  use: (table: string) => Promise<T>,
): Promise<T> {
  const table = `${PREFIX}${randomUUID().replaceAll('-', '')}`;
  await warehouse.run(`CREATE TABLE ${table} (id UInt32) ENGINE = MergeTree ORDER BY id`);
  try {
    await warehouse.insert(table, ['id'], asRows(ids));
    return await use(table);
  } finally {
    await warehouse.run(`DROP TABLE ${table}`);
  }
}

/** Drops what a process that was killed has left behind; a day is longer than any query may take. */
export async function dropStaleIdTables(warehouse: Warehouse): Promise<void> {
  const stale = await warehouse.rows<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = currentDatabase() AND match(name, '^${PREFIX}[0-9a-f]{32}$')
       AND ({embedded:Bool} OR metadata_modification_time < now() - INTERVAL 1 DAY)`,
    { embedded: warehouse.kind === 'embedded' },
  );
  for (const { name } of stale) await warehouse.run(`DROP TABLE IF EXISTS ${name}`);
}

async function* asRows(ids: Iterable<number> | AsyncIterable<number>): AsyncGenerator<[number]> {
  for await (const id of ids) yield [id];
}
