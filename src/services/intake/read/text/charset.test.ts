import { describe, expect, test } from 'vitest';
import { encode } from '../../../../../tests/reading/reading-fixture.ts';
import { CharsetEvidence, decodeLines } from './charset.ts';

const verdict = (...blocks: Buffer[]) => {
  const evidence = new CharsetEvidence();
  for (const block of blocks) evidence.add(block);
  return evidence.verdict;
};
const russian = 'Ромашка ООО;г. Киров, ул. Лесная, д. 5;Молоко 3,2 %\n';

describe('the encoding of a text', () => {
  test.each(['utf-8', 'windows-1251', 'cp866'] as const)('%s is told by its bytes', (encoding) => {
    expect(verdict(encode(russian, encoding))).toMatchObject({ charset: encoding, doubtful: false });
    expect(verdict(encode(russian.toUpperCase(), encoding))).toMatchObject({
      charset: encoding,
      doubtful: false,
    });
  });

  test('plain ASCII is UTF-8', () => {
    expect(verdict(Buffer.from('a;b;1\n'))).toMatchObject({ charset: 'utf-8', doubtful: false });
  });

  test('lines of two encodings are told in one file, also when they come in different blocks', () => {
    const utf8 = encode(russian, 'utf-8');
    const windows = encode(russian, 'windows-1251');
    expect(verdict(utf8, utf8, windows).charset).toBe('mixed');
    expect(verdict(Buffer.concat([windows, utf8])).charset).toBe('mixed');
  });

  test('a windows-1251 line that is valid UTF-8 by chance does not make the file mixed', () => {
    const chance = Buffer.concat([
      encode('НДС;', 'windows-1251').subarray(3),
      encode('Т»;1\n', 'windows-1251'),
    ]);
    expect(verdict(encode(russian, 'windows-1251'), chance).charset).toBe('windows-1251');
  });

  test('a sign of three bytes in one line is enough to see UTF-8 beside windows-1251', () => {
    expect(verdict(encode(russian, 'windows-1251'), encode('Invoice № 5;1\n', 'utf-8')).charset).toBe(
      'mixed',
    );
  });

  test('bytes of a western encoding are read, but said to be doubtful', () => {
    expect(verdict(Buffer.from('Café Zoë;1\nMünchen;2\n', 'latin1')).doubtful).toBe(true);
  });
});

test('mixed lines are decoded piece by piece', () => {
  const line = Buffer.concat([
    encode('Ромашка', 'utf-8'),
    Buffer.from(';'),
    encode('Василёк', 'windows-1251'),
    Buffer.from(';1\n'),
    encode('Зорин;2\n', 'utf-8'),
  ]);
  const mixed = { charset: 'mixed', singleByte: 'windows-1251' } as const;
  expect(decodeLines(line, mixed, ';'.charCodeAt(0))).toBe('Ромашка;Василёк;1\nЗорин;2\n');
});
