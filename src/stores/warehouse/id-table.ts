import { randomUUID } from 'node:crypto';
import type { Warehouse } from './contract.ts';

const PREFIX = 'ids_';

export interface IdTable {
  readonly name: string;
  drop(): Promise<void>;
}

/**
 * A table with one column `id UInt32` that holds the ids: `… WHERE customer_id IN (SELECT id FROM ${name})`. For sets
 * too large to be a parameter. The caller drops it.
 */
export async function openIdTable(
  warehouse: Warehouse,
  ids: Iterable<number> | AsyncIterable<number>,
): Promise<IdTable> {
  const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`;
  const drop = () => warehouse.run(`DROP TABLE ${name}`);
  await warehouse.run(`CREATE TABLE ${name} (id UInt32) ENGINE = MergeTree ORDER BY id`);
  try {
    await warehouse.insert(name, [{ name: 'id', type: 'UInt32' }], asRows(ids));
  } catch (error) {
    await drop();
    throw error;
  }
  return { name, drop };
}

/** Gives `use` the name of such a table, and drops it afterwards. */
export async function withIdTable<T>(
  warehouse: Warehouse,
  ids: Iterable<number> | AsyncIterable<number>,
  use: (table: string) => Promise<T>,
): Promise<T> {
  const { name, drop } = await openIdTable(warehouse, ids);
  try {
    return await use(name);
  } finally {
    await drop();
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
