import type { FileMetaData, SchemaElement } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { columnKinds, exactParsers, parquetText, plainColumns } from './parquet-text.ts';

const metadataOf = (...elements: SchemaElement[]) =>
  ({
    schema: [{ name: 'schema', num_children: elements.length }, ...elements],
    row_groups: [],
  }) as unknown as FileMetaData;

const money: SchemaElement = {
  name: 'money',
  type: 'FIXED_LEN_BYTE_ARRAY',
  converted_type: 'DECIMAL',
  logical_type: { type: 'DECIMAL', precision: 38, scale: 2 },
  precision: 38,
  scale: 2,
};

describe('decimals', () => {
  test('lose the annotation that would make the library turn them into floating-point numbers', () => {
    const [column] = columnKinds(metadataOf(money));
    expect(column).toMatchObject({ name: 'money', kind: 'decimal', scale: 2 });
    expect(plainColumns(metadataOf(money)).schema[1]).not.toHaveProperty('converted_type');
    expect(plainColumns(metadataOf(money)).schema[1]).not.toHaveProperty('logical_type');
  });

  test.each([
    [12345678901234567890123456789012345678n, '123456789012345678901234567890123456.78'],
    [-5n, '-0.05'],
    [100n, '1'],
    [0n, '0'],
    [-120n, '-1.2'],
  ])('of 16 bytes are exact: %s', (value, text) => {
    const bytes = Buffer.from(BigInt.asUintN(128, value).toString(16).padStart(32, '0'), 'hex');
    const [column] = columnKinds(metadataOf(money));
    if (column === undefined) throw new Error('no column');
    expect(parquetText(new Uint8Array(bytes), column)).toBe(text);
    expect(parquetText(value, column)).toBe(text);
  });
});

test('times of day and days are written as they are', () => {
  const [column] = columnKinds(
    metadataOf({
      name: 't',
      type: 'INT64',
      logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' },
    }),
  );
  if (column === undefined) throw new Error('no column');
  expect(parquetText(50_733_000_000n, column)).toBe('14:05:33');
  expect(exactParsers.dateFromDays?.(20_731)).toBe('2026-10-05');
  expect(exactParsers.timestampFromNanoseconds?.(-1n)).toBe('1969-12-31T23:59:59');
});
