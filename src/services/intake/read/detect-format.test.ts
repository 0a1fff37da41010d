import { describe, expect, test } from 'vitest';
import { dbfOf } from '../../../../tests/reading/dbf-fixture.ts';
import { encode } from '../../../../tests/reading/reading-fixture.ts';
import { detectFormat } from './detect-format.ts';

const kindOf = (content: string | Buffer) => {
  const bytes = Buffer.from(content);
  return detectFormat(bytes, bytes.length).kind;
};

describe('a file is what its bytes say', () => {
  test.each([
    ['zip', 'PK\x03\x04rest'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['xls', Buffer.from('0908080000051000', 'hex')],
    ['parquet', 'PAR1....'],
    ['html', '\n <!-- 1C --> <TABLE border=1>'],
    ['html', '<!DOCTYPE html PUBLIC "x"><html>'],
    ['html', encode('<html><body>', 'utf-16le')],
    ['html', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['html', encode('<meta charset=utf-8><table>', 'utf-8-bom')],
    [
      'spreadsheetml',
      '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    ],
    ['unsupportedFormat', '<?xml version="1.0"?><КоммерческаяИнформация>'],
    ['unsupportedFormat', '%PDF-1.7'],
    ['unsupportedFormat', 'MOXCEL\0'],
    ['unsupportedArchive', 'Rar!\x1a\x07\x00'],
    ['unsupportedArchive', Buffer.from('377abcaf271c', 'hex')],
    ['text', 'Дата;Сумма\n'],
    ['text', 'PKs;7z;x\n'],
    ['text', '<5 шт;a\n'],
    ['empty', ''],
  ])('%s', (kind, content) => expect(kindOf(content)).toBe(kind));

  test('a DBF by its header, a text that begins with the same byte is none', () => {
    const field = { name: Buffer.from('A'), type: 'C', length: 5 };
    for (const version of [3, 0x30, 0x83, 0xf5]) {
      expect(kindOf(dbfOf({ version, fields: [field], records: [] }))).toBe('dbf');
    }
    expect(kindOf(`0${'1;2;3\n'.repeat(20)}`)).toBe('text');
    expect(kindOf(`2026-10-05;${'a;b\n'.repeat(20)}`)).toBe('text');
  });
});
