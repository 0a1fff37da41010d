import { beforeAll, expect, test } from 'vitest';
import type { SeenIdentities } from '../../src/services/customers/seen-identities.ts';
import { findTexts } from '../../src/services/texts/find-texts.ts';
import { learnWords, vectorOf, wordsOf } from '../../src/services/texts/write-words.ts';
import { insertMany } from '../../src/stores/records/bulk.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

const everybody: SeenIdentities = { ids: null, share: 1, has: () => true };
const onlyOf = (...party: readonly number[]): SeenIdentities => ({
  ids: { party, point: [] },
  share: party.length / 40,
  has: (level, id) => level === 'party' && party.includes(id),
});
const day = (number: number): string => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

/** Texts of 40 customers, ten a day: many more than one step of a search looks at. */
const size = 2500;
const bounds = { looked: 300, found: 100, atOnce: 3 };
const textOf = (number: number): string =>
  [
    'звонок по заказу',
    number % 2 === 0 ? 'обсудили скидку' : 'обсудили отгрузку',
    number < 120 ? 'жалоба на упаковку' : '',
    number % 500 === 7 ? 'претензия' : '',
    `счёт ${number}`,
  ].join(' ');

describeOnBothRecords('texts are found', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
    const texts = Array.from({ length: size }, (_, number) => ({
      number,
      words: wordsOf(textOf(number)),
      day: day(number / 10),
    }));
    await insertMany(
      records.db,
      'entry',
      [
        ...[
          { name: 'level', pgType: 'text' },
          { name: 'unit_id', pgType: 'int4' },
        ],
        ...[
          { name: 'kind', pgType: 'text' },
          { name: 'day', pgType: 'date' },
        ],
        ...[
          { name: 'clock', pgType: 'text' },
          { name: 'text', pgType: 'text' },
        ],
        ...[
          { name: 'outcome', pgType: 'text' },
          { name: 'entered_at', pgType: 'timestamptz' },
        ],
        { name: 'words', pgType: 'tsvector' },
      ],
      texts.map((one) => [
        ...['party', 1 + (one.number % 40), 'call', one.day, '', textOf(one.number), ''],
        ...['2026-01-01T00:00:00Z', vectorOf(one.words)],
      ]),
    );
    await learnWords(records.db, 'entry', texts);
  });
  const found = async (search: string, seen = everybody) =>
    (await findTexts(records, 'entry', search, { seen, limit: 50, bounds })).map(({ id }) => id - 1);
  /** The newest 50 that a condition holds of. */
  const newest = (holds: (number: number) => boolean): number[] =>
    Array.from({ length: size }, (_, at) => size - 1 - at)
      .filter(holds)
      .slice(0, 50);

  test('by common words, the newest first', async () => {
    expect(await found('звонки скидок')).toEqual(newest((one) => one % 2 === 0));
    expect(await found('скидка скидок скидкой')).toEqual(newest((one) => one % 2 === 0));
    expect(await found('отгрузок заказ')).toEqual(newest((one) => one % 2 === 1));
  });

  test('by common words that stand together in old texts only, however far back', async () => {
    expect(await found('звонок жалоб')).toEqual(newest((one) => one < 120));
    expect(await found('скидки упаковок')).toEqual(newest((one) => one < 120 && one % 2 === 0));
  });

  test('by rare words, by numbers, and by the beginning of the last word', async () => {
    expect(await found('претензии')).toEqual(newest((one) => one % 500 === 7));
    expect(await found('счета 1234')).toEqual([1234]);
    expect(await found('звонок прете')).toEqual(newest((one) => one % 500 === 7));
    expect(await found('прете звонок')).toEqual([]);
  });

  test('by no word that is in no text, nor by words that never stand together', async () => {
    expect(await found('звонок скидка рекламация')).toEqual([]);
    expect(await found('скидка отгрузка')).toEqual([]);
    expect(await found(' … ')).toEqual([]);
  });

  test('of whom somebody may be told only, common words or rare', async () => {
    expect(await found('звонок', onlyOf(3))).toEqual(newest((one) => one % 40 === 2));
    expect(await found('скидка жалоба', onlyOf(3, 4))).toEqual([82, 42, 2]);
    expect(await found('претензия', onlyOf(1))).toEqual([]);
    expect(await found('звонок', onlyOf())).toEqual([]);
  });

  test('never when they were removed', async () => {
    await records.db.updateTable('entry').set({ removed: true }).where('id', '=', 1235).execute();
    expect(await found('1234')).toEqual([]);
  });
});
