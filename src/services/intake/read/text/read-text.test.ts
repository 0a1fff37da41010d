import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, encode, readingOf, rowsOf } from '../../../../../tests/reading/reading-fixture.ts';
import { headRows, sampleRows, tailRows } from '../table/row-offsets.ts';
import { readText } from './read-text.ts';

const report = [
  'Продажи',
  'Параметры:;Период: 01.10.2026 - 31.10.2026',
  '',
  'Дата;Контрагент;Сумма',
  '05.10.2026;Ромашка "Плюс" ООО;1 740,00',
  '06.10.2026;Василёк ООО;300,00',
  'Итого;;2 040,00',
  '',
].join('\r\n');

describe('a plain text stays where it is', () => {
  test('a 1C report with a preamble, quotes inside of names and blank lines', () => {
    const reading = readingOf(encode(report, 'windows-1251'));
    const table = readText(reading);
    expect(table.data).toMatchObject({
      layout: 'direct',
      encoding: 'windows-1251',
      quoted: false,
    });
    expect(table).toMatchObject({ encoding: 'windows-1251', columnCount: 3, rowCount: 7, format: 'csv' });
    expect(table.head.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(table.head[4]?.cells).toEqual(['05.10.2026', 'Ромашка "Плюс" ООО', '1 740,00']);
    expect(table.head[0]?.cells).toEqual(['Продажи', '', '']);
    expect(cellsOf(table)).toEqual(table.head.map(({ cells }) => cells));
    expect(reading.problems).toEqual([]);
  });

  test('a table whose fields are all quoted properly', () => {
    const table = readText(readingOf('"ID";"Название"\n"1";"ООО ""Ромашка"""\n"2";""\n'));
    expect(table.data).toMatchObject({ layout: 'direct', quoted: true });
    expect(cellsOf(table)).toEqual([
      ['ID', 'Название'],
      ['1', 'ООО "Ромашка"'],
      ['2', ''],
    ]);
    expect(table.head.map(({ cells }) => cells)).toEqual(cellsOf(table));
  });

  test('a byte-order mark is no part of the first header', () => {
    const table = readText(readingOf(encode('Дата,Сумма\n1,2\n', 'utf-8-bom')));
    expect(table.data).toMatchObject({ layout: 'direct', delimiter: ',' });
    expect(cellsOf(table)[0]).toEqual(['Дата', 'Сумма']);
    expect(table.head[0]?.cells).toEqual(['Дата', 'Сумма']);
  });

  test('two encodings in one file, said', () => {
    const bytes = Buffer.concat([
      encode('Клиент;Город\nРомашка;Киров\n', 'utf-8'),
      encode('Василёк;Слободской\n', 'windows-1251'),
    ]);
    const reading = readingOf(bytes);
    const table = readText(reading);
    expect(table.data).toMatchObject({ layout: 'direct', encoding: 'mixed' });
    expect(cellsOf(table).at(-1)).toEqual(['Василёк', 'Слободской']);
    expect(table.tail.at(-1)?.cells).toEqual(['Василёк', 'Слободской']);
    expect(reading.problems).toEqual([{ code: 'mixedEncodings', place: {}, params: {} }]);
  });

  test('UTF-16 is rewritten as UTF-8 first', () => {
    const table = readText(readingOf(encode('Дата;Сумма\r\n1;2\r\n', 'utf-16le')));
    expect(table).toMatchObject({
      encoding: 'utf-16le',
      data: { layout: 'direct', encoding: 'utf-8', delimiter: ';' },
    });
    expect(cellsOf(table)).toEqual([
      ['Дата', 'Сумма'],
      ['1', '2'],
    ]);
  });

  test('unless it is cut by tabs, which the CSV of the engine refuses', () => {
    const table = readText(readingOf('Дата\tСумма "нетто"\r\n1\\2\t3\r\n\r\n4\r\n'));
    expect(table).toMatchObject({ encoding: 'utf-8', columnCount: 2, data: { layout: 'canonical' } });
    expect(rowsOf(table).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'Дата', 'Сумма "нетто"'],
      [2, '1\\2', '3'],
      [3, '', ''],
      [4, '4', ''],
    ]);
  });

  test('unless the engine cannot see it', () => {
    const table = readText(readingOf(encode(report, 'windows-1251'), { canonical: true }));
    expect(table.data.layout).toBe('canonical');
    expect(cellsOf(table)[4]).toEqual(['05.10.2026', 'Ромашка "Плюс" ООО', '1 740,00']);
    expect(table.encoding).toBe('windows-1251');
  });
});

describe('a text that is not plain is read with care', () => {
  test('a field in quotes spans lines', () => {
    const table = readText(readingOf('a;b\n1;"раз\nдва"\n2;"x\ty\\"\n'));
    expect(table).toMatchObject({ rowCount: 3, columnCount: 2, data: { layout: 'canonical' } });
    expect(rowsOf(table)).toEqual([
      { row: 1, indent: 0, outline: 0, cells: ['a', 'b'] },
      { row: 2, indent: 0, outline: 0, cells: ['1', 'раз\nдва'] },
      { row: 4, indent: 0, outline: 0, cells: ['2', 'x\ty\\'] },
    ]);
  });

  test('an unclosed quote does not swallow the file, and is said with its row', () => {
    const reading = readingOf(`a;b\n1;"x\n${'2;y\n'.repeat(100)}`);
    const table = readText(reading);
    expect(table.rowCount).toBe(102);
    expect(table.head[1]?.cells).toEqual(['1', '"x']);
    expect(reading.problems).toEqual([
      { code: 'quotesReadLiterally', place: { row: 2 }, params: { rows: 1 } },
    ]);
  });

  test('rows of another width are kept, filled up and counted', () => {
    const reading = readingOf('"a";b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12\n');
    const table = readText(reading);
    expect(cellsOf(table)).toEqual([
      ['a', 'b', 'c', ''],
      ['1', '2', '3', ''],
      ['4', '5', '', ''],
      ['6', '7', '8', '9'],
      ['10', '11', '12', ''],
    ]);
    expect(rowsOf(table).every(({ cells }) => cells.length === 4)).toBe(true);
    expect(reading.problems).toEqual([
      { code: 'raggedRows', place: { row: 4 }, params: { rows: 2, usual: 3 } },
    ]);
  });

  test('zero bytes are dropped and counted', () => {
    const reading = readingOf(`Клиент;Сумма\n${'Ромашка;1740\n'.repeat(20)}Вас\0илёк;3\x0000\n`);
    const table = readText(reading);
    expect(table.tail.at(-1)?.cells).toEqual(['Василёк', '300']);
    expect(reading.problems).toEqual([{ code: 'nulBytesRemoved', place: {}, params: { bytes: 2 } }]);
  });

  test('the Ctrl-Z of DOS programs is no row', () => {
    const table = readText(
      readingOf(Buffer.concat([encode('Клиент;Сумма\r\nРомашка;5\r\n', 'cp866'), Buffer.from([0x1a])])),
    );
    expect(table).toMatchObject({ rowCount: 2, encoding: 'cp866' });
    expect(cellsOf(table)).toEqual([
      ['Клиент', 'Сумма'],
      ['Ромашка', '5'],
    ]);
  });

  test('the line `sep=;` names the delimiter and is no row', () => {
    const table = readText(readingOf('sep=,\nДата,Сумма;руб\n1,2\n'));
    expect(rowsOf(table)).toEqual([
      { row: 2, indent: 0, outline: 0, cells: ['Дата', 'Сумма;руб'] },
      { row: 3, indent: 0, outline: 0, cells: ['1', '2'] },
    ]);
  });

  test('lines of the classic Mac', () => {
    expect(cellsOf(readText(readingOf('a;b\r1;2\r')))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('mixed with cp866, which the engine does not tell apart by field', () => {
    const bytes = Buffer.concat([
      encode('Клиент;Город\nРомашка;Киров\n', 'utf-8'),
      encode('Василёк;Слободской\n', 'cp866'),
    ]);
    const table = readText(readingOf(bytes));
    expect(table.data.layout).toBe('canonical');
    expect(cellsOf(table).at(-1)).toEqual(['Василёк', 'Слободской']);
  });
});

describe('what is refused', () => {
  const codeOf = (content: string | Buffer, limits = {}) => {
    try {
      readText(readingOf(content, { limits }));
    } catch (error) {
      return (error as { problems: readonly unknown[] }).problems[0];
    }
    return null;
  };

  test('rubbish under the name of a table', () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 17) % 256));
    expect(codeOf(bytes)).toMatchObject({ code: 'notATable' });
  });

  test.each(['\u{FEFF}', '\n\n\r\n', '\0\0\n'])('a file without a single value (%j)', (text) => {
    expect(codeOf(text)).toMatchObject({ code: 'emptyFile' });
  });

  test('a line beyond the limit, with its row, also where the rest is read with care', () => {
    const limits = { recordBytes: 1000 };
    expect(codeOf(`a;b\n${'x'.repeat(1001)}\n`, limits)).toMatchObject({
      code: 'lineTooLong',
      place: { row: 2 },
    });
    expect(codeOf(`a;"b\n";c\n${'x'.repeat(1001)}\n`, limits)).toMatchObject({
      code: 'lineTooLong',
      place: { row: 3 },
    });
  });

  test('one endless line, in constant memory', () => {
    const limits = { recordBytes: 1024 * 1024 };
    expect(codeOf(Buffer.alloc(20 * 1024 * 1024, 'a;'), limits)).toMatchObject({
      code: 'lineTooLong',
      place: { row: 1 },
      params: { limit: limits.recordBytes },
    });
  });

  test('more columns than any sheet has', () => {
    const line = new Array(12).fill('1').join(';');
    expect(codeOf(`${line}\n`, { columns: 11 })).toMatchObject({
      code: 'tooManyColumns',
      params: { columns: 12, limit: 11 },
    });
    expect(codeOf(`"a"b;\n${line}\n`, { columns: 11 })).toMatchObject({
      code: 'tooManyColumns',
      place: { row: 2 },
    });
  });
});

test('two thousand columns are read', () => {
  const line = Array.from({ length: 2000 }, (_, at) => `Столбец ${at}`).join('\t');
  const table = readText(readingOf(`${line}\n${line}\n`));
  expect(table).toMatchObject({ columnCount: 2000, rowCount: 2 });
});

test.each([false, true])('head, sample and tail of a long table (canonical: %s)', (canonical) => {
  const rows = 5000;
  const text = Array.from({ length: rows }, (_, at) => `Строка ${at + 1};${at + 1}`).join('\n');
  const { head, sample, tail } = readText(readingOf(text, { canonical }));
  expect(head.map(({ row }) => row)).toEqual(Array.from({ length: headRows }, (_, at) => at + 1));
  expect(tail.map(({ row }) => row)).toEqual(
    Array.from({ length: tailRows }, (_, at) => rows - tailRows + at + 1),
  );
  expect(sample.length).toBeGreaterThan(sampleRows / 2);
  expect(sample.length).toBeLessThanOrEqual(sampleRows);
  const gaps = sample.slice(1).map(({ row }, at) => row - (sample[at]?.row ?? 0));
  expect(new Set(gaps).size).toBe(1);
  for (const { row, cells } of [...head, ...sample, ...tail])
    expect(cells).toEqual([`Строка ${row}`, String(row)]);
});

describe('whatever was written is read back', () => {
  // Capitals as words have them: «тАа» is valid UTF-8 in cp866, but no Russian.
  const letters = [
    ...'абвгдежзиклмнопрстухцчшщыьэюяё «»№—',
    ...['Абв', 'ООО', 'Ёж'],
    ...'xyzXYZ0123456789.,;|\t"\'\\ -()',
  ];
  const text = fc
    .array(fc.constantFrom(...letters, '\n', '\r\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const tables = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc
        .array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 12 })
        .map((rows) => [
          Array.from({ length: width }, (_, at) => `Столбец номер ${at}`),
          ...rows,
          Array.from({ length: width }, () => 'Итого'),
        ]),
    );

  test.each([false, true])(
    'by any delimiter, quoting, line end and encoding (canonical: %s)',
    (canonical) => {
      fc.assert(
        fc.property(
          tables,
          fc.constantFrom(';', '\t', ',', '|'),
          fc.constantFrom('all', 'needed'),
          fc.constantFrom('\n', '\r\n'),
          fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1251', 'cp866'),
          (rows, delimiter, quoting, newline, encoding) => {
            const table =
              encoding === 'cp866' ? rows.map((row) => row.map((cell) => cell.replace(/[«»—]/g, '-'))) : rows;
            const quoted = (cell: string) =>
              quoting === 'all' || /[;,|\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
            const written = table.map((row) => row.map(quoted).join(delimiter) + newline).join('');
            const found = readText(readingOf(encode(written, encoding), { canonical }));
            expect(cellsOf(found)).toEqual(table);
            expect(found.head.map(({ cells }) => cells)).toEqual(table);
          },
        ),
        { numRuns: 250 },
      );
    },
  );
});
