import { beforeAll, expect, test } from 'vitest';
import { type BulkColumn, insertMany, selectByKeys, streamRows } from '../../src/stores/records/bulk.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

const columns: BulkColumn[] = [
  { name: 'source', pgType: 'int' },
  { name: 'code', pgType: 'text' },
  { name: 'name', pgType: 'text' },
  { name: 'debt', pgType: 'numeric' },
  { name: 'since', pgType: 'date' },
  { name: 'terms', pgType: 'jsonb' },
];
const key = columns.slice(0, 2);

describeOnBothRecords('bulk reading and writing', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
    await records.pool.query(`CREATE TABLE clients (source int, code text, name text, debt numeric, since date,
      terms jsonb, PRIMARY KEY (source, code))`);
  });

  const count = async (): Promise<string> =>
    (await records.pool.query('SELECT count(*) FROM clients')).rows[0].count;

  test('values with quotes, braces, backslashes, commas, NULL as a word and no value at all arrive as they are', async () => {
    const rows = [
      [1, '00-1', 'ООО "Рога, {копыта}" \\ \'и\' NULL', '0.10', '2026-02-28', { days: [1, 'два'] }],
      [1, '00-2', 'NULL', null, null, 'строка'],
      [1, '', '', undefined, '2026-01-01', [1, 2]],
    ];
    expect(await insertMany(records.db, 'clients', columns, rows)).toBe(3);
    const { rows: stored } = await records.pool.query('SELECT * FROM clients ORDER BY code');
    expect(stored.map((row) => Object.values(row))).toEqual([
      [1, '', '', null, '2026-01-01', [1, 2]],
      [1, '00-1', 'ООО "Рога, {копыта}" \\ \'и\' NULL', '0.10', '2026-02-28', { days: [1, 'два'] }],
      [1, '00-2', 'NULL', null, null, 'строка'],
    ]);
    await records.pool.query('TRUNCATE clients');
  });

  test('an array for a plain column is refused instead of being spread over rows', async () => {
    const rows = [[1, 'a', ['один', 'два'], null, null, null]];
    await expect(insertMany(records.db, 'clients', columns, rows)).rejects.toThrow('column name: an array');
    expect(await count()).toBe('0');
  });

  test('5,001 rows from a stream are written, and those already there are left alone on demand', async () => {
    async function* clients(): AsyncGenerator<unknown[]> {
      for (let i = 0; i < 5001; i += 1) yield [2, `00-${i}`, `Клиент ${i}`, '1.50', '2026-01-01', null];
    }
    expect(await insertMany(records.db, 'clients', columns, clients())).toBe(5001);
    const onConflict = 'ON CONFLICT (source, code) DO NOTHING';
    expect(await insertMany(records.db, 'clients', columns, clients(), { onConflict })).toBe(0);
    await expect(insertMany(records.db, 'clients', columns, clients())).rejects.toThrow(/duplicate key/);
    expect(await count()).toBe('5001');
  });

  test('inside a transaction all batches are written or none', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => [3, String(i % 4400), null, null, null, null]);
    await expect(records.transaction((tx) => insertMany(tx, 'clients', columns, rows))).rejects.toThrow(
      /duplicate/,
    );
    expect(await count()).toBe('5001');
  });

  test('rows are found by keys of two columns, the missing ones are not there', async () => {
    const wanted = [
      ...Array.from({ length: 2500 }, (_, i) => [2, `00-${i * 2}`]),
      [2, 'нет такого'],
      [1, '00-1'],
    ];
    const found = await selectByKeys<{ code: string; name: string }>(
      records.db,
      { table: 'clients', columns: ['code', 'name'], key },
      wanted,
    );
    expect(found.length).toBe(2500);
    expect(found.every(({ code, name }) => name === `Клиент ${code.slice(3)}`)).toBe(true);
  });

  test('a result of any size is read in order, each row once, at page edges too', async () => {
    for (const pageRows of [1000, 1667, 5001, 9999]) {
      const seen: string[] = [];
      const select = 'SELECT source, code FROM clients WHERE source = $1';
      for await (const { code } of streamRows<{ code: string }>(records.db, {
        select,
        params: [2],
        key,
        pageRows,
      })) {
        seen.push(code);
      }
      expect(new Set(seen).size, `pages of ${pageRows}`).toBe(5001);
      expect(seen.length).toBe(5001);
    }
  });

  test('a slow reader keeps nobody waiting: others write while it thinks', async () => {
    const stream = streamRows<{ code: string }>(records.db, {
      select: 'SELECT * FROM clients',
      key,
      pageRows: 10,
    });
    await stream.next();
    await records.transaction((tx) =>
      insertMany(tx, 'clients', columns, [[9, 'я', 'Новый', null, null, null]]),
    );
    let last: string | undefined;
    for await (const { code } of stream) last = code;
    expect(last).toBe('я');
  });
});
