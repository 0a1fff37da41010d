import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWarehouse, type Warehouse } from '../../src/stores/warehouse/warehouse.ts';
import { startClickHouseBridge } from '../doubles/clickhouse-http-bridge.ts';

const columns = `id UInt32, doc UInt128, day Date, kind Enum8('shipment' = 1, 'return' = 2), numbered Bool,
  months Array(UInt32), amount Nullable(Decimal(18, 4)), total Decimal(38, 4), city LowCardinality(String)`;

const rows: unknown[][] = [
  [
    1,
    '340282366920938463463374607431768211455',
    '1970-01-01',
    'shipment',
    true,
    [202601],
    '-12345678901234.5678',
    '0.0001',
    'Йошкар-Ола',
  ],
  [2, '0', '2149-06-06', 'return', false, [], null, '-9999999999999999999999999999999999.9999', ''],
  [
    4294967295,
    '170141183460469231731687303715884105728',
    '2026-02-28',
    'shipment',
    false,
    [1, 4294967295],
    '0',
    '0',
    "'\\\t\n",
  ],
];

const engines: Record<string, () => Promise<{ warehouse: Warehouse; close(): Promise<void> }>> = {
  embedded: async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'akb-parquet-'));
    return { warehouse: await openWarehouse({ dataDir }), close: () => rm(dataDir, { recursive: true }) };
  },
  server: async () => {
    const bridge = await startClickHouseBridge();
    return {
      warehouse: await openWarehouse({ dataDir: '/nowhere', url: bridge.url }),
      close: () => bridge.close(),
    };
  },
};

describe.each(Object.entries(engines))('Parquet files of the warehouse (%s)', (_name, open) => {
  let warehouse: Warehouse;
  let close: () => Promise<void>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'akb-parquet-files-'));
    ({ warehouse, close } = await open());
    await warehouse.run(`CREATE TABLE lines (${columns}) ENGINE = MergeTree ORDER BY id`);
    const names = ['id', 'doc', 'day', 'kind', 'numbered', 'months', 'amount', 'total', 'city'];
    await warehouse.insert('lines', names, rows);
  });
  afterAll(async () => {
    await warehouse.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  test('every value comes back as it was, and the file is for its owner alone', async () => {
    const file = join(folder, 'all.parquet');
    await warehouse.writeParquet('SELECT * FROM lines', file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await warehouse.run('CREATE TABLE copies AS lines');
    await warehouse.readParquet('copies', file);
    const stored = (table: string) => warehouse.rows(`SELECT * FROM ${table} ORDER BY id`);
    expect(await stored('copies')).toEqual(await stored('lines'));
    expect(await stored('copies')).toHaveLength(3);
  });

  test('columns find their places by name', async () => {
    const file = join(folder, 'swapped.parquet');
    await warehouse.run('CREATE TABLE pairs (a UInt32, b UInt32) ENGINE = MergeTree ORDER BY a');
    await warehouse.writeParquet('SELECT toUInt32(2) AS b, toUInt32(1) AS a', file);
    await warehouse.readParquet('pairs', file);
    expect(await warehouse.rows('SELECT * FROM pairs')).toEqual([{ a: 1, b: 2 }]);
  });

  test('a file that lacks a column is refused instead of filling it with zeros', async () => {
    const file = join(folder, 'short.parquet');
    await warehouse.writeParquet('SELECT id, doc FROM lines', file);
    await warehouse.run('CREATE TABLE empty AS lines');
    await expect(warehouse.readParquet('empty', file)).rejects.toThrow();
    expect(await warehouse.rows('SELECT * FROM empty')).toEqual([]);
  });

  test('a file that is there already is left alone', async () => {
    const file = join(folder, 'mine.txt');
    await writeFile(file, 'моё');
    await expect(warehouse.writeParquet('SELECT 1 AS x', file)).rejects.toThrow('EEXIST');
    expect(await readFile(file, 'utf8')).toBe('моё');
  });
});
