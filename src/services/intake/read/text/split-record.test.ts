import { describe, expect, test } from 'vitest';
import { splitRecord } from './split-record.ts';

const cells = (line: string, delimiter = ';') => splitRecord(line, delimiter).cells;

describe('a line of a text table', () => {
  test('is cut at its delimiter, empty cells included', () => {
    expect(cells('a;;b;')).toEqual(['a', '', 'b', '']);
    expect(cells('')).toEqual(['']);
  });

  test('keeps delimiters and doubled quotes inside of quotes', () => {
    expect(cells('"ООО ""Ромашка""";"1;2"')).toEqual(['ООО "Ромашка"', '1;2']);
    expect(cells('"";"""";""""""')).toEqual(['', '"', '""']);
  });

  test('takes a quote that does not begin a field for a character', () => {
    expect(cells('ООО "Ромашка";Труба 1/2";x')).toEqual(['ООО "Ромашка"', 'Труба 1/2"', 'x']);
    expect(cells(' "a";b')).toEqual([' "a"', 'b']);
  });

  test('forgives inner quotes that were not doubled', () => {
    expect(cells('"ООО "Ромашка"";5')).toEqual(['ООО "Ромашка"', '5']);
    expect(cells('"ООО "Ромашка" и К";5')).toEqual(['ООО "Ромашка" и К', '5']);
  });

  test('forgives blanks behind a closing quote', () => {
    expect(cells('"a" ;"b"  ')).toEqual(['a', 'b']);
  });

  test('says where a quoted field does not end', () => {
    expect(splitRecord('1;"abc;x', ';')).toEqual({ cells: ['1'], openAt: 2 });
    expect(splitRecord('1;"abc;x', ';', new Set([2]))).toEqual({ cells: ['1', '"abc', 'x'], openAt: null });
  });
});
