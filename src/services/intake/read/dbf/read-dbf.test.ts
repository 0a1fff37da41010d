import { describe, expect, test } from 'vitest';
import { type DbfFixture, dbfOf } from '../../../../../tests/reading/dbf-fixture.ts';
import { encode, readingOf, rowsOf } from '../../../../../tests/reading/reading-fixture.ts';
import { readDbf } from './read-dbf.ts';

type Encoding = 'cp866' | 'windows-1251' | 'utf-8';

const text = (value: string, encoding: Encoding = 'cp866') => encode(value, encoding);
const customers = (encoding: Encoding, rest: Partial<DbfFixture> = {}): DbfFixture => ({
  fields: [
    { name: text('ИМЯ', encoding), type: 'C', length: encoding === 'utf-8' ? 40 : 20 },
    { name: text('SUMMA'), type: 'N', length: 12, decimals: 2 },
  ],
  records: [
    { values: [text('Ромашка ООО', encoding), text('  1740.50')] },
    { values: [text('Удалён', encoding), text('1')], deleted: true },
    { values: [text('Василёк', encoding), text('     -.50')] },
  ],
  ...rest,
});
const read = (fixture: DbfFixture, cut = 0) => {
  const bytes = dbfOf(fixture);
  const reading = readingOf(bytes.subarray(0, bytes.length - cut));
  return { table: readDbf(reading), problems: reading.problems };
};

describe('a DBF table', () => {
  test('has its field names as row 1; deleted records are skipped and counted, rows keep their numbers', () => {
    const { table, problems } = read(customers('cp866', { languageDriver: 0x65 }));
    expect(table).toMatchObject({ format: 'dbf', columnCount: 2, rowCount: 3 });
    expect(rowsOf(table).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'ИМЯ', 'SUMMA'],
      [2, 'Ромашка ООО', '1740.50'],
      [4, 'Василёк', '-0.50'],
    ]);
    expect(problems).toEqual([{ code: 'deletedRecordsSkipped', place: {}, params: { count: 1 } }]);
  });

  test.each([
    ['cp866', 0x26],
    ['cp866', 0],
    ['windows-1251', 0xc9],
    ['windows-1251', 0x57],
    ['windows-1251', 0x03],
    ['windows-1251', 0],
    ['utf-8', 0],
  ] as const)('is read as %s with the language driver %i', (encoding, languageDriver) => {
    const { table } = read(customers(encoding, { languageDriver }));
    expect(table.head.map(({ cells }) => cells[0])).toEqual(['ИМЯ', 'Ромашка ООО', 'Василёк']);
  });

  test('of FoxPro: dates, times, booleans, integers, money and doubles, exactly', () => {
    const bytes = (length: number, write: (buffer: Buffer) => void) => {
      const buffer = Buffer.alloc(length);
      write(buffer);
      return buffer;
    };
    const field = (name: string, type: string, length: number) => ({ name: text(name), type, length });
    const { table, problems } = read({
      version: 0x30,
      fields: [
        field('D', 'D', 8),
        field('T', 'T', 8),
        field('L', 'L', 1),
        field('I', 'I', 4),
        field('Y', 'Y', 8),
        field('B', 'B', 8),
        field('F', 'F', 10),
        field('M', 'M', 4),
        field('_NullFlags', '0', 1),
      ],
      records: [
        {
          values: [
            text('20261005'),
            bytes(8, (buffer) => {
              buffer.writeInt32LE(2_461_319);
              buffer.writeInt32LE(50_733_000, 4);
            }),
            text('T'),
            bytes(4, (buffer) => buffer.writeInt32LE(-17)),
            bytes(8, (buffer) => buffer.writeBigInt64LE(-90071992547409931n)),
            bytes(8, (buffer) => buffer.writeDoubleLE(0.1 + 0.2)),
            text('  1e3'),
            bytes(4, (buffer) => buffer.writeInt32LE(12)),
            bytes(1, () => {}),
          ],
        },
        {
          values: [
            text('        '),
            Buffer.alloc(8),
            text('?'),
            Buffer.alloc(4),
            Buffer.alloc(8),
            Buffer.alloc(8),
            text('**********'),
          ],
        },
      ],
    });
    expect(table.head.slice(1).map(({ cells }) => cells)).toEqual([
      ['2026-10-05', '2026-10-05T14:05:33', 'Истина', '-17', '-9007199254740.9931', '0.3', '1000', ''],
      ['', '', '', '0', '0', '0', '', ''],
    ]);
    expect(problems).toEqual([
      { code: 'errorCells', place: {}, params: { count: 1 } },
      { code: 'memoFieldsEmpty', place: {}, params: { fields: 'M' } },
    ]);
  });

  test('of more records than are read at once', () => {
    const records = Array.from({ length: 10_000 }, (_, at) => ({
      values: [text(`К${at}`), text(String(at))],
    }));
    const { table } = read(customers('cp866', { records }));
    expect(table.rowCount).toBe(10_001);
    expect(table.tail.at(-1)).toEqual({ row: 10_001, indent: 0, outline: 0, cells: ['К9999', '9999'] });
  });

  test('that breaks off is refused whole', () => {
    expect(() => read(customers('cp866'), 10)).toThrow('truncatedFile');
    expect(() => read(customers('cp866'), 110)).toThrow('truncatedFile');
  });

  test('whose fields do not fit its records is damaged', () => {
    const bytes = dbfOf(customers('cp866'));
    bytes.writeUInt16LE(5, 10);
    expect(() => readDbf(readingOf(bytes))).toThrow('damagedFile');
  });

  test('without living records is empty', () => {
    expect(() => read(customers('cp866', { records: [] }))).toThrow('emptyFile');
  });
});
