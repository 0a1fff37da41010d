import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardMarks, marksOf } from './card-marks.ts';
import { cardScore, flaws } from './flaws.ts';
import { suddenJumps } from './sudden-jumps.ts';

test('a card is marked by what stands on it and by what is wrong with it', () => {
  expect(marksOf({})).toEqual([]);
  expect(marksOf({ inn: '7707083893', kpp: '770701001', phone: '+79001234567, 12-34-56' })).toEqual([
    'inn',
    'innOfOrganisation',
    'kpp',
    'phone',
  ]);
  expect(marksOf({ innWrong: '7707083894', phone: '12-34-56', email: 'a@b.example', ogrn: '1' })).toEqual([
    'innWrong',
    'ogrnWrong',
    'phoneWrong',
    'email',
  ]);
});

test('no text of a card gets into its marks', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('inn', 'kpp', 'ogrn', 'phone', 'email', 'address'), fc.string()),
      (facts) => {
        expect(cardMarks).toEqual(expect.arrayContaining([...marksOf(facts)]));
      },
    ),
  );
});

const none = Object.fromEntries(flaws.map((flaw) => [flaw, 0])) as Record<(typeof flaws)[number], number>;

test('the score is 100 without a flaw, 0 with all that there can be, and of nobody there is none', () => {
  expect(cardScore(0, none)).toBeNull();
  expect(cardScore(7, none)).toBe(100);
  // One of each place: nobody has a missing ИНН and a wrong one.
  const all = { ...none };
  for (const flaw of flaws)
    if (!['innWrong', 'kppWrong', 'phoneWrong', 'emailWrong'].includes(flaw)) all[flaw] = 7;
  expect(cardScore(7, all)).toBe(0);
  expect(cardScore(1000, { ...none, emailMissing: 1 })).toBe(99.9);
});

const year = (values: readonly number[]) => values.map((value, at) => ({ month: 202601 + at, value }));

test('a month far from those before it is a jump; a swinging season is none', () => {
  expect(suddenJumps(year([10, 11, 9, 10, 10, 11, 30]))).toEqual([{ month: 202607, value: 30, usual: 10 }]);
  expect(suddenJumps(year([10, 11, 9, 10, 10, 11, 5]))).toMatchObject([{ value: 5 }]);
  expect(suddenJumps(year([10, 30, 9, 28, 10, 31, 30]))).toEqual([]);
  expect(suddenJumps(year([10, 10, 10, 10, 10, 40]))).toEqual([]);
  expect(suddenJumps(year([0, 0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
});
