import { sql } from 'kysely';
import { learnWords, vectorOf } from '../../src/services/texts/write-words.ts';
import { type BulkColumn, insertMany, type RecordsExecutor } from '../../src/stores/records/bulk.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { chance, textOf } from './texts.ts';

export interface Sizes {
  readonly customers: number;
  readonly contacts: number;
  readonly entries: number;
}

const columns = (text: string): BulkColumn[] =>
  text.split(', ').map((column) => {
    const [name = '', pgType = ''] = column.split(' ');
    return { name, pgType };
  });
const now = '2026-10-01T00:00:00Z';

/** Contacts and entries of customers 1 to N, with the list of their words. */
export async function fill(records: Records, { customers, contacts, entries }: Sizes): Promise<void> {
  const { db } = records;
  await sql`TRUNCATE entry, contact, text_word`.execute(db);
  for (const [table, make] of [
    ['entry', () => fillEntries(records, customers, entries)],
    ['contact', () => fillContacts(records, customers, contacts)],
  ] as const) {
    await withoutIndexes(db, table, make);
  }
}

/** Indexes are made anew afterwards: of a table that is filled at once that is faster. */
export async function withoutIndexes(
  db: RecordsExecutor,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ name: string; made: string }>`
    SELECT indexname AS name, indexdef AS made FROM pg_indexes
    WHERE tablename = ${table} AND indexname NOT LIKE '%pkey'`.execute(db);
  for (const { name } of rows) await sql`DROP INDEX ${sql.ref(name)}`.execute(db);
  await work();
  for (const { made } of rows) await sql.raw(made).execute(db);
}

async function fillEntries({ db }: Records, customers: number, size: number): Promise<void> {
  const known = new Map<string, { texts: number; day: string }>();
  const rows = function* (): Generator<unknown[]> {
    for (let number = 1; number <= size; number++) {
      const { day, clock, kind, text, stems } = textOf(number, size);
      for (const word of ['', ...stems]) {
        const before = known.get(word);
        known.set(word, {
          texts: (before?.texts ?? 0) + 1,
          day: before !== undefined && before.day > day ? before.day : day,
        });
      }
      const unit = 1 + Math.floor(chance(number, 6) * customers);
      yield ['party', unit, kind, day, clock, text, '', now, vectorOf(stems)];
    }
  };
  const of = 'level text, unit_id int4, kind text, day date, clock text, text text, outcome text';
  await insertMany(db, 'entry', columns(`${of}, entered_at timestamptz, words tsvector`), rows());
  const words = [...known].map(([word, { texts, day }]) => ['entry', word, texts, day]);
  await insertMany(db, 'text_word', columns('kind text, word text, texts int4, last date'), words);
}

const names = 'Анна Борис Вера Глеб Дарья Егор Жанна Захар Ирина Кирилл'.split(' ');

async function fillContacts({ db }: Records, customers: number, size: number): Promise<void> {
  const rows = function* (): Generator<unknown[]> {
    for (let number = 1; number <= size; number++) {
      const name = `${names[number % names.length]} ${number}`;
      const unit = 1 + Math.floor(chance(number, 7) * customers);
      const digits = String(9_000_000_000 + number);
      yield [
        ...['party', unit, name, 'buyer', 'закупки', [{ raw: digits, e164: `+7${digits}` }], [], '', ''],
        ...['бенч', 'договор', 'поставка', '2026-09-30', now, '2026-09-30'],
        vectorOf([name.split(' ')[0]?.toLowerCase() ?? '', String(number), 'закупк']),
      ];
    }
  };
  const of = 'level text, unit_id int4, name text, role text, position text, phones jsonb, emails jsonb';
  const origin = 'messenger text, note text, source text, basis text, purpose text, said_on date';
  await insertMany(
    db,
    'contact',
    columns(`${of}, ${origin}, changed_at timestamptz, changed_on date, words tsvector`),
    rows(),
  );
  const words = [...names.map((name) => name.toLowerCase()), 'закупк', ''];
  await learnWords(db, 'contact', [{ words, day: '2026-09-30' }]);
}
