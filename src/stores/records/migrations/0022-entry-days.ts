import { type Kysely, sql } from 'kysely';

/**
 * Days of entries by blocks of the table, a few hundred kilobytes for millions: together with the index of words, only
 * the blocks of some days are read. Entries are written down about in the order of their days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('CREATE INDEX entry_days ON entry USING brin (day) WITH (pages_per_range = 32)').execute(db);
}
