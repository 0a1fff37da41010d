import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import type { Stores } from '../../stores/stores.ts';
import { sealNew } from './backup-folder.ts';
import type { CopiedRecords } from './copy-records.ts';
import type { WarehouseFile } from './manifest.ts';

/** Column that says which import a partition belongs to, and the order of the table. */
const perImport = {
  journal: { import: 'import_id', order: 'toYYYYMM(date)' },
  document: { import: 'import_id', order: 'doc' },
  superseded: { import: 'by_import', order: 'doc' },
  journal_parent: { import: 'import_id', order: 'member, kind' },
} as const;
const dimensions = {
  dim_point: 'id',
  dim_party: 'id',
  dim_product: 'id',
  dim_stated: 'level, unit, kind, statement',
} as const;

/** Rows that are held in memory while they are packed. */
const packing = 'SETTINGS output_format_parquet_row_group_size = 65536';

/**
 * Writes the journal as Parquet, one file an import and table, and the dimensions of the version. No lock is needed:
 * partitions of committed imports never change (`superseded` may grow by rows that are true with and without the undo
 * that adds them), and a generation outlives the version that replaces it by a day.
 */
export async function copyWarehouse(
  stores: Stores,
  folder: string,
  copied: CopiedRecords,
  onRows: (rows: number, total: number) => void,
): Promise<WarehouseFile[]> {
  const { warehouse } = stores;
  const imports = copied.imports.length === 0 ? '(0)' : `(${copied.imports.join(', ')})`;
  const pieces: { table: WarehouseFile['table']; name: string; select: string; rows: number }[] = [];
  for (const [table, { import: column, order }] of entriesOf(perImport)) {
    const partitions = await warehouse.rows<{ id: number; count: string }>(
      `SELECT ${column} AS id, count() AS count FROM ${table} WHERE ${column} IN ${imports} GROUP BY id ORDER BY id`,
    );
    for (const { id, count } of partitions) {
      const select = `SELECT * FROM ${table} WHERE ${column} = ${id} ORDER BY ${order}`;
      pieces.push({ table, name: `${table}-${String(id).padStart(6, '0')}`, select, rows: Number(count) });
    }
  }
  for (const [table, order] of entriesOf(dimensions)) {
    const own = `(SELECT * FROM ${table} WHERE generation = ${copied.version.dimensions})`;
    const [row] = await warehouse.rows<{ count: string }>(`SELECT count() AS count FROM ${own}`);
    // Not in one SELECT: WHERE would see the replaced number.
    const select = `SELECT * REPLACE (toUInt32(${copied.generation}) AS generation) FROM ${own} ORDER BY ${order}`;
    if (row !== undefined && row.count !== '0')
      pieces.push({ table, name: table, select, rows: Number(row.count) });
  }
  const total = pieces.reduce((sum, { rows }) => sum + rows, 0);
  const files: WarehouseFile[] = [];
  for (const { table, name, select, rows } of pieces) {
    const path = `warehouse/${name}.parquet`;
    const whole = join(folder, path);
    await warehouse.writeParquet(`${select} ${packing}`, whole);
    const seal = await sealNew(whole);
    const written = await rowsOfParquet(whole);
    if (written < rows) throw new Error(`${path} holds ${written} of ${rows} rows`);
    files.push({ path, table, rows: written, ...seal });
    onRows(rows, total);
  }
  return files;
}

/** Rows by the footer; throws for a file without one: a server's stream that broke off leaves such files. */
async function rowsOfParquet(path: string): Promise<number> {
  const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
  return Number(metadata.num_rows);
}

/** Bytes that the journal and the dimensions take in the warehouse now. */
export async function warehouseBytes(stores: Stores): Promise<number> {
  const tables = [...Object.keys(perImport), ...Object.keys(dimensions)]
    .map((table) => `'${table}'`)
    .join(', ');
  const [row] = await stores.warehouse.rows<{ bytes: string }>(
    `SELECT sum(bytes_on_disk) AS bytes FROM system.parts
     WHERE active AND database = currentDatabase() AND table IN (${tables})`,
  );
  return Number(row?.bytes ?? 0);
}

export async function warehouseEngine(stores: Stores): Promise<string> {
  const [row] = await stores.warehouse.rows<{ version: string }>('SELECT version() AS version');
  return `ClickHouse ${row?.version}`;
}

const entriesOf = <Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] =>
  Object.entries(record) as [Key, Value][];
