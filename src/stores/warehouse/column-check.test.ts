import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWriter } from './column-check.ts';

const fits: readonly [type: string, value: unknown, written: unknown][] = [
  ['UInt16', 65_535, 65_535],
  ['UInt16', '65535', '65535'],
  ['Int8', -128, -128],
  ['UInt64', 2n ** 64n - 1n, '18446744073709551615'],
  ['Decimal(18, 2)', '-1234567890123456.78', '-1234567890123456.78'],
  ['Decimal(18, 2)', '12.5000', '12.5000'],
  ['Decimal(18, 2)', 12.5, '12.5'],
  ['Decimal(2, 2)', '0.99', '0.99'],
  ['Date', '2024-02-29', '2024-02-29'],
  ['Date32', '1950-05-09', '1950-05-09'],
  ['Nullable(Date)', null, null],
  ['LowCardinality(Nullable(String))', null, null],
  ['LowCardinality(String)', 'Сеть', 'Сеть'],
  ['Array(Nullable(UInt8))', [1, null], [1, null]],
  ['Bool', false, false],
  ['Float64', 0.1, 0.1],
  ['UUID', '61f0c404-5cb3-11e7-907b-a6006ad3dba0', '61f0c404-5cb3-11e7-907b-a6006ad3dba0'],
];

const unfit: readonly [type: string, value: unknown][] = [
  ['UInt16', 65_536],
  ['UInt16', -1],
  ['UInt16', 1.5],
  ['UInt16', ''],
  ['UInt16', null],
  ['UInt32', undefined],
  ['Int64', 2 ** 53],
  ['UInt64', 2n ** 64n],
  ['Decimal(18, 2)', '1.239'],
  ['Decimal(18, 2)', '1,5'],
  ['Decimal(18, 2)', '12345678901234567.00'],
  ['Decimal(18, 2)', 0.1 + 0.2],
  ['Decimal(18, 2)', 1e21],
  ['Decimal(9, 0)', '1.5'],
  ['Date', '2023-02-29'],
  ['Date', '2024-13-01'],
  ['Date', '1969-12-31'],
  ['Date', '2149-06-07'],
  ['Date', '29.02.2024'],
  ['Date32', '1899-12-31'],
  ['String', 5],
  ['String', null],
  ['Bool', 1],
  ['Float64', Number.NaN],
  ['Array(UInt8)', [1, 300]],
  ['Array(UInt8)', 1],
  ['UUID', null],
];

describe('a value and its column', () => {
  test.each(fits)('%s holds %s', (type, value, written) => {
    expect(cellWriter(type)(value)).toEqual(written);
  });

  test.each(unfit)('%s does not hold %s', (type, value) => {
    expect(() => cellWriter(type)(value)).toThrow(RangeError);
  });

  test('every whole number is held or refused exactly at the ends of its type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8, 16, 32, 64),
        fc.boolean(),
        fc.bigInt(-(2n ** 66n), 2n ** 66n),
        (bits, signed, n) => {
          const write = cellWriter(`${signed ? '' : 'U'}Int${bits}`);
          const fitting = (signed ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n)) === n;
          if (fitting) expect(write(n)).toBe(String(n));
          else expect(() => write(n)).toThrow(RangeError);
        },
      ),
    );
  });
});
