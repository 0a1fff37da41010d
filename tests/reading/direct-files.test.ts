import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/services/intake/read/text/read-text.ts';
import type { SourceTable } from '../../src/services/intake/source-table.ts';
import { directFile } from '../../src/services/intake/stage/file-sql.ts';
import { recordOrderSettings } from '../../src/stores/warehouse/settings.ts';
import { cellsOf, encode, readingOf } from './reading-fixture.ts';

const chdb = createRequire(import.meta.url)('chdb') as { query(sql: string, format: string): string };

/** Cells of a direct file as the engine reads them for staging. */
function engineCells({ data, columnCount }: SourceTable): string[][] {
  if (data.layout !== 'direct') throw new Error('no direct file');
  const file = directFile(data, columnCount);
  const cells = Array.from({ length: columnCount }, (_, index) => file.cell(index));
  const settings = [...file.settings, recordOrderSettings];
  const answer = chdb.query(
    `SELECT [${cells.join(', ')}] FROM ${file.from} SETTINGS ${settings.join(', ')}`,
    'JSONCompactEachRow',
  );
  const rows = answer
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as [string[]])[0]);
  return rows;
}

const trimmed = (rows: string[][]) =>
  rows.map((cells) => cells.map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, '')));

describe('where a text stays as it is, the engine and the careful reader agree', () => {
  const letters = [...'абвгдежзиклмнопрстухцчшщыьэюяё №', ...'xyzXYZ0123456789.,;|\t"\'\\ -()', '\\N'];
  const text = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((parts) => parts.join(''));
  const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1251', 'cp866'] as const;

  const compare = (bytes: Buffer): 'direct' | 'canonical' => {
    const table = readText(readingOf(bytes));
    if (table.data.layout === 'canonical') return 'canonical';
    const careful = readText(readingOf(bytes, { canonical: true }));
    // Blanks around a field are no part of a value; the engine drops some of them.
    expect(trimmed(engineCells(table))).toEqual(trimmed(cellsOf(careful)));
    expect(table.head.map(({ cells }) => cells)).toEqual(cellsOf(careful));
    return 'direct';
  };

  test('on anything that a program or a person may have typed', () => {
    const seen = { direct: 0, canonical: 0 };
    const line = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ',', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...encodings),
        fc.boolean(),
        (lines, delimiter, newline, encoding, ended) => {
          const header = ['Столбец первый', 'Столбец второй', 'Столбец третий'];
          const written = [header, ...lines, header].map((cells) => cells.join(delimiter)).join(newline);
          seen[compare(encode(written + (ended ? newline : ''), encoding))]++;
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.direct).toBeGreaterThan(50);
  });

  test('on quoted tables', () => {
    const seen = { direct: 0, canonical: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ',', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...encodings),
        (rows, delimiter, newline, encoding) => {
          const table = [['Столбец первый', 'Столбец второй', 'Столбец третий'], ...rows];
          const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
          const written = table.map((row) => row.map(quote).join(delimiter) + newline).join('');
          seen[compare(encode(written, encoding))]++;
        },
      ),
      { numRuns: 100 },
    );
    expect(seen.direct).toBeGreaterThan(50);
  });

  test('on two encodings in one file', () => {
    const utf8 = encode('Клиент;Город;"Лесная"\nРомашка;Киров;1 № 2\n\nТ;x\n', 'utf-8');
    const windows = encode('Василёк;Слободской\n;;;\nЗорин;№ 5;3', 'windows-1251');
    expect(compare(Buffer.concat([utf8.subarray(0, 0), utf8, windows]))).toBe('canonical');
    const plain = Buffer.from(utf8.toString().replaceAll('"', ''));
    expect(compare(Buffer.concat([plain, windows]))).toBe('direct');
  });
});
