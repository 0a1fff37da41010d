import { describe, expect, test } from 'vitest';
import { RowWidths } from './row-widths.ts';

function widths(...cells: (number | 'blank')[]) {
  const found = new RowWidths(100);
  for (const width of cells) found.add(width === 'blank' ? 1 : width, width === 'blank');
  return found;
}

describe('rows of another width', () => {
  test('a preamble and blank lines are none', () => {
    expect(widths(1, 2, 'blank', 2, 5, 5, 'blank', 5).ragged).toBeNull();
  });

  test('are counted below the first ordinary row, with an example', () => {
    expect(widths(1, 5, 5, 3, 5, 7, 5).ragged).toEqual({ rows: 2, usual: 5, example: 6 });
  });

  test('an even table has none and no blank lines', () => {
    expect(widths(3, 3).even).toBe(true);
    expect(widths(3, 3).ragged).toBeNull();
    expect(widths(3, 'blank', 3).even).toBe(false);
    expect(widths(3, 2).even).toBe(false);
  });

  test('too many columns are refused with the row', () => {
    expect(() => widths(3, 101)).toThrow('tooManyColumns');
  });
});
