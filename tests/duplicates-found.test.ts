import { describe, expect, test } from 'vitest';
import { type Quality, qualityOnDemo, qualityOnResellers } from '../bench/duplicates/measure.ts';
import { featuresOf } from '../src/domain/duplicates/features.ts';
import { scoreOf } from '../src/domain/duplicates/score.ts';
import { isLongRun } from './budget.ts';

/** What `npm run bench:duplicates` prints at full size. */
const expectGood = (quality: Quality, precision: number, recall: number) => {
  expect(quality.precision).toBeGreaterThanOrEqual(precision);
  expect(quality.recall, quality.missed.join('\n')).toBeGreaterThanOrEqual(recall);
  expect(quality.wronglyCertain).toBe(0);
};

test('the duplicates that were planted in the demo company are found, and few others', async () => {
  expectGood(await qualityOnDemo(isLongRun ? 1_000_000 : 30_000), 0.98, 0.95);
});

const resellers = qualityOnResellers();
test.skipIf(resellers === null)(
  'second cards of resellers are found, whatever was done to them (../shared is beside the repository)',
  () => {
    if (resellers !== null) expectGood(resellers, 0.95, 0.85);
  },
);

describe('two cards', () => {
  const score = (a: Record<string, string>, b: Record<string, string>) => {
    const scored = scoreOf(featuresOf([a]), featuresOf([b]));
    return typeof scored === 'string' ? scored : scored.reasons.map(({ reason }) => reason);
  };
  const romashka = { name: 'ООО «Ромашка»', inn: '0001000010', kpp: '000101001', city: 'Киров' };

  test.each([
    ['of two valid ИНН', { inn: '0001000028' }, 'otherInn'],
    ['of one ИНН and two КПП', { kpp: '000101002' }, 'otherKpp'],
    [
      'of a company and a person',
      { name: 'Ромашкина Анна Петровна', inn: '', kpp: '', person: 'true' },
      'personAndCompany',
    ],
  ])('%s are two customers', (_, other, veto) => {
    expect(score(romashka, { ...romashka, ...other })).toBe(veto);
  });

  test.each([
    ['another form', 'Ромашка, АО', ['sameInn', 'sameName', 'sameCity']],
    ['Latin letters', 'Romashka', ['sameInn', 'sameName', 'sameCity']],
    ['a slip', 'ООО «Рмоашка»', ['sameInn', 'similarName', 'sameCity']],
    ['another name, which does not matter with one ИНН', 'Лютик', ['sameInn', 'sameCity']],
  ])('%s', (_, name, reasons) => {
    expect(score(romashka, { ...romashka, name })).toEqual(reasons);
  });

  test('an ИНН and a phone that lack a digit speak for them, another town against', () => {
    const phone = '+79000000123';
    expect(
      score(
        { ...romashka, phone },
        { name: 'Ромашка', innWrong: '000100010', phone: '+7900000013', city: 'Пермь' },
      ),
    ).toEqual(['innTypo', 'phoneTypo', 'sameName', 'otherCity']);
  });

  test('initials are those of a full name, in their order', () => {
    const person = (name: string) => ({ name, city: 'Киров' });
    expect(score(person('ИП Зорин С. П.'), person('Зорин Семён Павлович'))).toEqual([
      'similarName',
      'sameCity',
    ]);
    expect(score(person('Зорин С. П.'), person('Зорин П. С.'))).toEqual(['sameCity']);
  });
});
