import { describe, expect, test } from 'vitest';
import { builtInKind, kindOfFormat } from './number-format.ts';

describe('the format of a cell', () => {
  test.each([14, 15, 16, 17, 22])('built-in %i is a date', (id) => expect(builtInKind(id)).toBe('date'));
  test.each([18, 19, 20, 21, 45, 46, 47])('built-in %i is a time', (id) =>
    expect(builtInKind(id)).toBe('time'),
  );
  test.each([0, 1, 4, 9, 11, 44, 48, 49])('built-in %i is a number', (id) =>
    expect(builtInKind(id)).toBe('number'),
  );

  test.each([
    'dd.mm.yyyy',
    'dd\\.mm\\.yyyy;@',
    '[$-419]mmmm yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'dd.mm.yy h:mm',
    'mmm.yy',
    'mm',
    '[Red]yyyy',
    'd" "mmmm" "yyyy" г."',
  ])('%s is a date', (code) => expect(kindOfFormat(code)).toBe('date'));

  test.each(['h:mm', 'hh:mm:ss', '[h]:mm:ss', 'mm:ss.0', '[mm]:ss'])('%s is a time', (code) => {
    expect(kindOfFormat(code)).toBe('time');
  });

  test.each([
    'General',
    '0.00',
    '# ##0.00\\ "руб."',
    '# ##0\\ \\d\\a\\y\\s',
    '#,##0.00_);[Red](#,##0.00)',
    '0.00E+00',
    '@',
    '0" дней (days)"',
    '[$₽-419]# ##0',
    '*d0',
    '',
  ])('%s is a number', (code) => expect(kindOfFormat(code)).toBe('number'));
});
