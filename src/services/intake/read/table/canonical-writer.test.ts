import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../../../tests/reading/reading-fixture.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import { parseCanonicalLine } from './tab-separated.ts';

function write(rows: readonly (readonly string[])[], limits = {}) {
  const reading = readingOf('', { limits });
  const writer = new CanonicalWriter(reading.newPath(), reading.limits);
  rows.forEach((cells, at) => {
    writer.write(at + 1, at % 3, at % 2, cells);
  });
  const table = writer.finish();
  return { table, text: readFileSync(table.data.path, 'utf8') };
}

describe('a canonical file', () => {
  test('is TabSeparated with row, indent and outline in front', () => {
    const { text } = write([
      ['a\tb', 'c\nd\r', '\\N'],
      ['\0', '«»', ''],
    ]);
    expect(text).toBe('1\t0\t0\ta\\tb\tc\\nd\\r\t\\\\N\n2\t1\t1\t\\0\t«»\t\n');
  });

  test('gives every row the same number of cells, wherever the widest stands', () => {
    const wide = Array.from({ length: 7 }, (_, at) => String(at));
    for (const at of [0, 3, 6000]) {
      const rows = Array.from({ length: 6001 }, (_, row) => (row === at ? wide : row % 5 === 0 ? [] : ['a']));
      const { table, text } = write(rows);
      const lines = text.slice(0, -1).split('\n').map(parseCanonicalLine);
      expect(table).toMatchObject({ columnCount: 7, rowCount: 6001 });
      expect(new Set(lines.map(({ cells }) => cells.length))).toEqual(new Set([7]));
      expect(lines[at]?.cells).toEqual(wide);
      expect(table.tail.at(-1)).toEqual(lines.at(-1));
      expect(table.sample.every((row) => JSON.stringify(row) === JSON.stringify(lines[row.row - 1]))).toBe(
        true,
      );
    }
  });

  test('keeps rows that are longer than its buffer', () => {
    const long = 'я'.repeat(2_000_000);
    const { table } = write([['a'], [long], ['b']]);
    expect(table.head.map(({ cells }) => cells[0])).toEqual(['a', long, 'b']);
  });

  test('shows no more of huge rows than memory bears', () => {
    const { table } = write(Array.from({ length: 40 }, () => ['x'.repeat(1024 * 1024)]));
    expect(table.rowCount).toBe(40);
    expect(table.head.length).toBeGreaterThan(0);
    expect(table.head.length).toBeLessThan(10);
  });

  test('is refused where empty cells would fill the disk', () => {
    const rows = [...Array.from({ length: 6000 }, () => ['a']), new Array<string>(1000).fill('x')];
    expect(() => write(rows, { uncompressedBytes: 1_000_000 })).toThrow('tableTooWide');
    expect(() => write(rows.toReversed(), { uncompressedBytes: 1_000_000 })).toThrow('tableTooWide');
  });

  test('gives back any cells as they were', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'я', '\t', '\n', '\r', '\\', '\0', 'n', 't', '0', '"', '🏭'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const { table } = write(rows);
        const width = Math.max(...rows.map((cells) => cells.length));
        expect(table.head.map(({ cells }) => cells)).toEqual(
          rows.map((cells) =>
            width === 0 ? [] : [...cells, ...new Array<string>(width - cells.length).fill('')],
          ),
        );
      }),
      { numRuns: 50 },
    );
  });
});
