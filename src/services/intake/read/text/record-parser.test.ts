import { describe, expect, test } from 'vitest';
import { RecordParser } from './record-parser.ts';

function parse(text: string, { cells = 2, quotedFieldChars = 64 * 1024, quotedFieldLines = 50 } = {}) {
  const records: [row: number, ...cells: string[]][] = [];
  const parser = new RecordParser({
    delimiter: ';',
    cells,
    quotedFieldChars,
    quotedFieldLines,
    onRecord: (row, found) => void records.push([row, ...found]),
  });
  for (const line of text.split('\n')) {
    parser.line(line.replace(/\r$/, ''), line.endsWith('\r') ? '\r\n' : '\n');
  }
  parser.end();
  return { records, literal: parser.literalQuotes };
}

describe('records and lines', () => {
  test('a quoted comment may span lines; the rows after it keep their line numbers', () => {
    expect(parse('1;"звонить\r\nОлегу"\n2;x')).toEqual({
      records: [
        [1, '1', 'звонить\r\nОлегу'],
        [3, '2', 'x'],
      ],
      literal: { rows: 0, first: 0 },
    });
  });

  test('two quoted fields of one record may span lines', () => {
    expect(parse('"a\nb";"c\n\nd";e\nf;g;h', { cells: 3 }).records).toEqual([
      [1, 'a\nb', 'c\n\nd', 'e'],
      [5, 'f', 'g', 'h'],
    ]);
  });

  test('a quote that is never closed spoils its own line only', () => {
    const { records, literal } = parse('1;a\n2;"Салфетки\n3;c\n4;"d"');
    expect(records).toEqual([
      [1, '1', 'a'],
      [2, '2', '"Салфетки'],
      [3, '3', 'c'],
      [4, '4', 'd'],
    ]);
    expect(literal).toEqual({ rows: 1, first: 2 });
  });

  test('names in quotes that were not meant as quoting stay as they are', () => {
    expect(parse('1;"Ромашка" ООО\n2;"Василёк" ООО').records).toEqual([
      [1, '1', '"Ромашка" ООО'],
      [2, '2', '"Василёк" ООО'],
    ]);
  });

  test('an open field gives up beyond its lines or its length', () => {
    const lines = ['1;"a', 'b;c', 'd;e"', '2;x'].join('\n');
    expect(parse(lines, { quotedFieldLines: 2 }).records).toEqual([
      [1, '1', '"a'],
      [2, 'b', 'c'],
      [3, 'd', 'e"'],
      [4, '2', 'x'],
    ]);
    expect(parse(`1;"${'я'.repeat(20)}\nb"\n2;x`, { quotedFieldChars: 10 }).records).toHaveLength(3);
  });

  test('where both readings are possible, the usual number of cells decides', () => {
    const text = '1;2;"a\n3;b";y';
    expect(parse(text, { cells: 3 }).records).toEqual([
      [1, '1', '2', '"a'],
      [2, '3', 'b"', 'y'],
    ]);
    expect(parse(text, { cells: 4 }).records).toEqual([[1, '1', '2', 'a\n3;b', 'y']]);
  });

  test('a quote left open at the end loses no line', () => {
    expect(parse('1;a\n2;"b\n3;c').records).toEqual([
      [1, '1', 'a'],
      [2, '2', '"b'],
      [3, '3', 'c'],
    ]);
  });
});
