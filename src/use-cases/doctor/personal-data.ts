import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Stores } from '../../stores/stores.ts';
import type { Finding } from './finding.ts';

/** Customers whose names and phones are looked for. */
const SAMPLE = 40;
/** Shorter ones occur by chance, or are a city's or a product's. */
const LONG_ENOUGH = 10;
/** Every file is read for these, so a few must do. */
const SOUGHT_IN_FILES = 4;

/**
 * Looks for a sample of names and phones from the records where they must never be: in the text columns of the
 * warehouse and, embedded, in its files.
 */
export async function checkPersonalData(stores: Stores): Promise<Finding> {
  const names = await sample(stores);
  if (names.length === 0) return { ok: true };
  const places = [...(await columnsWith(stores, names)), ...(await filesWith(stores, names))];
  if (places.length === 0) return { ok: true, detail: String(names.length) };
  const params = { places: places.slice(0, 12).join(', '), count: places.length };
  return { ok: false, problem: { code: 'personalDataInWarehouse', params } };
}

async function sample({ records }: Stores): Promise<string[]> {
  const { rows } = await sql<{ name: string | null; phone: string | null }>`
    SELECT name, coalesce(facts, born) ->> 'phone' AS phone FROM party
    WHERE visible AND id IN (
      SELECT greatest(1, (share * (SELECT max(id) FROM party) / ${SAMPLE})::int) FROM generate_series(1, ${SAMPLE}) AS share
    )
    ORDER BY id`.execute(records.db);
  const values = rows.flatMap(({ name, phone }) => [name, phone]);
  return [...new Set(values)].filter((value): value is string => (value?.length ?? 0) >= LONG_ENOUGH);
}

async function columnsWith({ warehouse }: Stores, names: readonly string[]): Promise<string[]> {
  const columns = await warehouse.rows<{ table: string; name: string }>(`
    SELECT table, name FROM system.columns WHERE database = currentDatabase() AND type LIKE '%String%'
    ORDER BY table, name`);
  const found: string[] = [];
  for (const { table, name } of columns) {
    const [row] = await warehouse.rows<{ found: number }>(
      `SELECT max(multiSearchAny(toString(${name}), {names:Array(String)})) AS found FROM ${table}`,
      { names },
    );
    if (row?.found === 1) found.push(`${table}.${name}`);
  }
  return found;
}

async function filesWith({ warehouse }: Stores, names: readonly string[]): Promise<string[]> {
  if (warehouse.filesRoot === null) return [];
  const sought = names.slice(0, SOUGHT_IN_FILES).map((name) => Buffer.from(name));
  const root = join(warehouse.filesRoot, 'warehouse');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await holdsAny(path, sought))) found.push(path);
  }
  return found;
}

async function holdsAny(path: string, sought: readonly Buffer[]): Promise<boolean> {
  const overlap = Math.max(...sought.map(({ length }) => length)) - 1;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 4 * 1024 ** 2 })) {
      const text = Buffer.concat([rest, piece as Buffer]);
      if (sought.some((name) => text.includes(name))) return true;
      rest = text.subarray(-overlap);
    }
  } catch (error) {
    // The engine merges its files while it runs: one that has just gone holds nothing.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return false;
}
