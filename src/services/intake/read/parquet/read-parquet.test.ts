import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { cellsOf, readingOf } from '../../../../../tests/reading/reading-fixture.ts';
import { readParquet } from './read-parquet.ts';

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

const bytesOf = (columnData: Columns, rowGroupSize = 1000) =>
  Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize }));
const read = (bytes: Buffer, limits = {}) => readParquet(readingOf(bytes, { limits }));

describe('a Parquet file', () => {
  test('has its column names as row 1; numbers, dates and nothing are exact', async () => {
    const table = await read(
      bytesOf([
        { name: 'Клиент', data: ['Ромашка', null, ''], type: 'STRING' },
        { name: 'inn', data: [7707083893n, 1n, null], type: 'INT64' },
        { name: 'sum', data: [0.1 + 0.2, -1e21, 1e-7], type: 'DOUBLE' },
        { name: 'paid', data: [true, false, true], type: 'BOOLEAN' },
        {
          name: 'at',
          data: [
            new Date('2026-10-05T14:05:33Z'),
            new Date('2026-10-05T00:00:00Z'),
            new Date('1969-12-31T23:59:59Z'),
          ],
          type: 'TIMESTAMP',
        },
        { name: 'price', data: [0.1, 16_777_216, 72.5], type: 'FLOAT' },
      ]),
    );
    expect(table).toMatchObject({ format: 'parquet', columnCount: 6, rowCount: 4 });
    expect(cellsOf(table)).toEqual([
      ['Клиент', 'inn', 'sum', 'paid', 'at', 'price'],
      ['Ромашка', '7707083893', '0.3', 'Истина', '2026-10-05T14:05:33', '0.1'],
      ['', '1', '-1000000000000000000000', 'Ложь', '2026-10-05', '16777216'],
      ['', '', '0.0000001', 'Истина', '1969-12-31T23:59:59', '72.5'],
    ]);
  });

  test('decimals and days by its schema', async () => {
    const column = (name: string, rest: Partial<SchemaElement>): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...rest,
    });
    const table = await read(
      Buffer.from(
        parquetWriteBuffer({
          schema: [
            { name: 'root', num_children: 3 },
            column('sum', { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 }),
            column('small', { type: 'INT32', converted_type: 'DECIMAL', scale: 4, precision: 9 }),
            column('day', { type: 'INT32', converted_type: 'DATE' }),
          ],
          columnData: [
            { name: 'sum', data: [1234567890.12, -0.05, null] },
            { name: 'small', data: [1.5, 0, 12.3456] },
            { name: 'day', data: [new Date('2026-10-05'), null, new Date('1900-01-01')] },
          ],
        }),
      ),
    );
    expect(cellsOf(table).slice(1)).toEqual([
      ['1234567890.12', '1.5', '2026-10-05'],
      ['-0.05', '0', ''],
      ['', '12.3456', '1900-01-01'],
    ]);
  });

  test('in several row groups keeps the order of its rows', async () => {
    const data = Array.from({ length: 2500 }, (_, at) => at);
    const table = await read(bytesOf([{ name: 'n', data, type: 'INT32' }]));
    expect(table.rowCount).toBe(2501);
    expect(
      cellsOf(table)
        .slice(1)
        .map(([cell]) => Number(cell)),
    ).toEqual(data);
    expect(table.tail.at(-1)).toEqual({ row: 2501, indent: 0, outline: 0, cells: ['2499'] });
  });

  test('nested values are JSON', async () => {
    const table = await read(bytesOf([{ name: 'tags', data: [{ a: 1, b: ['x'] }, null], type: 'JSON' }]));
    expect(cellsOf(table).slice(1)).toEqual([['{"a":1,"b":["x"]}'], ['']]);
  });

  test('that breaks off, or is no Parquet inside, is refused', async () => {
    const bytes = bytesOf([{ name: 'n', data: [1, 2, 3], type: 'INT32' }]);
    await expect(read(bytes.subarray(0, bytes.length - 20))).rejects.toThrow('truncatedFile');
    const broken = Buffer.from(bytes);
    broken.fill(0xff, 4, 30);
    await expect(read(broken)).rejects.toThrow('damagedFile');
  });

  test('without rows is empty, with too many columns refused', async () => {
    await expect(read(bytesOf([{ name: 'n', data: [], type: 'INT32' }]))).rejects.toThrow('emptyFile');
    const columns = ['a', 'b', 'c'].map((name) => ({ name, data: [1], type: 'INT32' as const }));
    await expect(read(bytesOf(columns), { columns: 2 })).rejects.toThrow('tooManyColumns');
  });
});
