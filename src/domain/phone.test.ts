import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, personalPhone, readPhones } from './phone.ts';

const numbers = (cell: string) =>
  readPhones(cell).map((phone) => phone.e164 ?? `${phone.kind}: ${phone.raw}`);

describe('a Russian number is one number however it is written', () => {
  test.each([
    '8 (900) 000-00-02',
    '+7 900 000-00-02',
    '79000000002',
    '9000000002',
    "'+79000000002",
    '8-900-000-00-02',
    '79000000002.0',
    '7.9000000002E+10',
    'тел.: 8(900)0000002 Ольга',
    '+8 900 000 00 02',
    '+7(900)000.00.02',
  ])('%s', (cell) => {
    expect(readPhones(cell)).toMatchObject([
      { e164: '+79000000002', kind: 'mobile', country: 'RU', extension: null },
    ]);
  });

  test('of a city with a code of four digits', () => {
    expect(readPhones('8 (8332) 00-00-01')).toMatchObject([
      { e164: '+78332000001', kind: 'fixed', country: 'RU' },
    ]);
    expect(readPhones('8332 00-00-01')).toMatchObject([{ e164: '+78332000001' }]);
  });

  test('is shown in one way', () => {
    expect(formatPhone('+79000000002')).toBe('+7 (900) 000-00-02');
    expect(formatPhone('+375291234567')).toBe('+375291234567');
  });

  test('whatever blanks, brackets and dashes stand in it', () => {
    const national = fc.stringMatching(/^9[0-9]{9}$/);
    const gap = fc.constantFrom('', ' ', '-', '\u00a0', ') ');
    fc.assert(
      fc.property(
        national,
        fc.constantFrom('8', '7', '+7'),
        fc.array(gap, { minLength: 11, maxLength: 11 }),
        (d, p, g) => {
          const written = p + [...d].map((digit, index) => g[index] + digit).join('');
          expect(numbers(written)).toEqual([`+7${d}`]);
        },
      ),
    );
  });
});

describe('several numbers in a cell', () => {
  test.each([
    '+7 900 000-00-02, +7 900 000-00-03',
    '89000000002; 89000000003',
    '8 900 000-00-02 / 8 900 000-00-03',
    '+79000000002 +79000000003',
    '89000000002 89000000003',
    '8 900 000 00 02 8 900 000 00 03',
    '9000000002 9000000003',
    '8(900)000-00-02 и 8(900)000-00-03',
    '89000000002\n89000000003',
  ])('%s', (cell) => {
    expect(numbers(cell)).toEqual(['+79000000002', '+79000000003']);
  });

  test('a remainder that is no number is kept, not dropped', () => {
    expect(numbers('89000000002/03')).toEqual(['+79000000002', 'unreadable: 03']);
  });
});

describe('an extension is kept apart', () => {
  test.each([
    ['8 (8332) 00-00-01 доб. 123', '123'],
    ['8 (8332) 00-00-01, доб. 123', '123'],
    ['8 (8332) 00-00-01 (доб.123)', '123'],
    ['8 (8332) 00-00-01 вн. 12', '12'],
    ['8 (8332) 00-00-01 внутренний 12', '12'],
    ['+7 8332 00-00-01 ext 7', '7'],
    ['88332000001#45', '45'],
    ['88332000001*45', '45'],
    ['8 8332 00-00-01 x45', '45'],
  ])('%s', (cell, extension) => {
    expect(readPhones(cell)).toMatchObject([{ e164: '+78332000001', extension }]);
  });

  test('and a word that only looks like one is no extension', () => {
    expect(readPhones('главный бухгалтер 89000000002')).toMatchObject([
      { e164: '+79000000002', extension: null },
    ]);
    expect(readPhones('доб 89000000002')).toMatchObject([{ e164: '+79000000002', extension: null }]);
  });
});

describe('other numbers', () => {
  test('toll-free is nobody’s own', () => {
    const phones = readPhones('8 800 000-00-05');
    expect(phones).toMatchObject([{ e164: '+78000000005', kind: 'tollFree' }]);
    expect(personalPhone(phones)).toBeNull();
    expect(personalPhone(readPhones('8 800 000-00-05, 8 900 000-00-02'))).toBe('+79000000002');
  });

  test('+7 6… and +7 7… are Kazakhstan', () => {
    expect(readPhones('+7 701 000 00 01')).toMatchObject([
      { e164: '+77010000001', country: 'KZ', kind: 'mobile' },
    ]);
    expect(readPhones('8 7172 00 00 01')).toMatchObject([
      { e164: '+77172000001', country: 'KZ', kind: 'fixed' },
    ]);
    expect(readPhones('7010000001')).toMatchObject([{ e164: '+77010000001', country: 'KZ' }]);
  });

  test('of other countries keep their code', () => {
    expect(readPhones('+375 29 000-00-01')).toMatchObject([
      { e164: '+375290000001', kind: 'foreign', country: null },
    ]);
    expect(numbers('375290000001')).toEqual(['+375290000001']);
    expect(numbers('8 10 375 29 000-00-01')).toEqual(['+375290000001']);
  });

  test('five to seven digits are local: kept as written, with a flag', () => {
    expect(readPhones('00-00-01')).toEqual([
      { e164: null, kind: 'local', country: null, extension: null, raw: '00-00-01' },
    ]);
    expect(readPhones('4-00-01 доб. 2')).toMatchObject([{ kind: 'local', extension: '2' }]);
  });

  test.each(['7,9E+10', '8900000000', '123', '+8 (8332) 00-00-01', '0000000000', '890000000023'])(
    '«%s» is no number and is not guessed at',
    (cell) => {
      expect(readPhones(cell)).toMatchObject([{ e164: null, kind: 'unreadable', raw: cell }]);
    },
  );

  test('no digits, no phone', () => {
    expect(readPhones(' нет ')).toEqual([]);
    expect(readPhones('')).toEqual([]);
  });
});

test('every digit of a cell is in some number’s text', () => {
  const cell = fc.stringMatching(/^[0-9+ ,;/()доб.-]{0,40}$/);
  fc.assert(
    fc.property(cell, (text) => {
      const kept = readPhones(text)
        .map((phone) => phone.raw)
        .join('');
      expect(kept.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
    }),
  );
});
