import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isValidInn, readInn, readInnKpp } from './inn.ts';
import { readKpp } from './kpp.ts';
import { isValidOgrn, readOgrn } from './ogrn.ts';

describe('an ИНН', () => {
  test.each([
    '7707083893',
    '0001000010',
    '0001000028',
    '0001000035',
    '0001000042',
    '0001000050',
    '0001000067',
    '0001000074',
    '0001000081',
  ])('%s of an organisation is valid', (inn) => {
    expect(readInn(inn)).toEqual({ inn, kind: 'legal', finding: null });
  });

  test.each(['500100732259', '000100001128', '000100001209', '000100001375'])(
    '%s of a person is valid',
    (inn) => {
      expect(readInn(inn)).toEqual({ inn, kind: 'person', finding: null });
    },
  );

  test.each([
    ['7707083894', 'innChecksum'],
    ['500100732258', 'innChecksum'],
    ['500100732269', 'innChecksum'],
    ['0000000000', 'innZeros'],
    ['000000000000', 'innZeros'],
    ['770708389', 'innLength'],
    ['77070838931', 'innLength'],
    ['7,70708E+09', 'innScientific'],
    ['7.70708389E+9', 'innScientific'],
    ['нет', 'innUnreadable'],
  ])('«%s» is refused with %s', (cell, code) => {
    expect(readInn(cell)).toEqual({ inn: null, kind: null, finding: { code, params: { value: cell } } });
  });

  test('that lost its zero in Excel gets it back only when the checksum then fits, and it is said', () => {
    // 0100000008: a zero in front and a fitting sum.
    const inn = Array.from({ length: 10 }, (_, digit) => `010000000${digit}`).find(isValidInn) ?? '';
    expect(readInn(inn.slice(1))).toEqual({
      inn,
      kind: 'legal',
      finding: { code: 'innLeadingZero', params: { value: inn.slice(1), inn } },
    });
    expect(readInn('500100732')).toMatchObject({ inn: null, finding: { code: 'innLength' } });
  });

  test.each([
    ['7707083893.0', '7707083893'],
    ['7707083893,00', '7707083893'],
    ['7.707083893E+09', '7707083893'],
    ["'7707083893", '7707083893'],
    [' 7707 083 893 ', '7707083893'],
    ['ИНН: 7707083893', '7707083893'],
  ])('«%s» is mended', (cell, inn) => {
    expect(readInn(cell)).toEqual({ inn, kind: 'legal', finding: null });
  });

  test('may be missing', () => {
    expect(readInn('  ')).toEqual({ inn: null, kind: null, finding: null });
  });

  test('with one wrong digit passes only where the formula of the law cannot tell', () => {
    const digits = fc.stringMatching(/^[0-9]{9}$/);
    fc.assert(
      fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, place, shift) => {
        const inn = Array.from({ length: 10 }, (_, check) => `${nine}${check}`).find(isValidInn);
        fc.pre(inn !== undefined && place < 9);
        const digit = (Number(inn?.[place]) + shift) % 10;
        const wrong = `${inn?.slice(0, place)}${digit}${inn?.slice(place + 1)}`;
        // The remainder 10 shares its check digit with 0: the one slip that the law's formula lets through.
        const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        const rest = (text: string) =>
          weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11;
        expect(isValidInn(wrong)).toBe(rest(wrong) % 10 === rest(inn ?? '') % 10 && !/^0+$/.test(wrong));
      }),
    );
  });
});

describe('ИНН and КПП in one cell', () => {
  test.each([
    '7707083893/770701001',
    '7707083893 / 770701001',
    'ИНН 7707083893 КПП 770701001',
    '7707083893 770701001',
  ])('%s', (cell) => {
    const { inn, kpp } = readInnKpp(cell);
    expect([inn.inn, kpp.kpp]).toEqual(['7707083893', '770701001']);
  });

  test('or an ИНН alone, also with the blanks of a form', () => {
    expect(readInnKpp('7707 083 893')).toMatchObject({
      inn: { inn: '7707083893' },
      kpp: { kpp: null, finding: null },
    });
    expect(readInnKpp('500100732259/')).toMatchObject({
      inn: { inn: '500100732259' },
      kpp: { finding: null },
    });
  });

  test('a sole trader has no КПП', () => {
    expect(readInnKpp('500100732259/770701001').kpp).toEqual({
      kpp: null,
      finding: { code: 'kppOfPerson', params: { value: '770701001' } },
    });
  });
});

describe('a КПП', () => {
  test('is nine characters, letters allowed in the middle', () => {
    expect(readKpp('000101001').kpp).toBe('000101001');
    expect(readKpp('7707ab001').kpp).toBe('7707AB001');
    expect(readKpp('770701001.0').kpp).toBe('770701001');
  });

  test('of zeros, or one short of a digit, is none and says so', () => {
    for (const cell of ['000000000', '10101001', '77070100A']) {
      expect(readKpp(cell)).toMatchObject({ kpp: null, finding: { code: 'kppFormat' } });
    }
  });

  test('may be missing or a dash', () => {
    expect(readKpp('')).toEqual({ kpp: null, finding: null });
    expect(readKpp('-')).toEqual({ kpp: null, finding: null });
  });
});

describe('an ОГРН', () => {
  test.each([
    ['1027700132195', 'legal'],
    ['1000000000010', 'legal'],
    ['1000000000021', 'legal'],
    ['5000000000039', 'legal'],
    ['304500116000157', 'person'],
    ['300000000000015', 'person'],
    ['300000000000026', 'person'],
  ])('%s is valid', (ogrn, kind) => {
    expect(readOgrn(ogrn)).toEqual({ ogrn, kind, finding: null });
  });

  test.each([
    ['1027700132196', 'ogrnChecksum'],
    ['304500116000158', 'ogrnChecksum'],
    ['0000000000000', 'ogrnChecksum'],
    ['102770013219', 'ogrnLength'],
    ['1,0277E+12', 'ogrnScientific'],
  ])('«%s» is refused with %s', (cell, code) => {
    expect(readOgrn(cell)).toMatchObject({ ogrn: null, finding: { code } });
  });

  test('of fifteen digits is summed without a float', () => {
    expect(isValidOgrn('304500116000157')).toBe(true);
  });
});
