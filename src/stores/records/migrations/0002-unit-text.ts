import { type Kysely, sql } from 'kysely';

/** Words by which units are found. Derived: it may be lost at any time, so it is neither logged nor backed up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE UNLOGGED TABLE unit_text (
    level text NOT NULL,
    id integer NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (level, id)
  )`,

  // Up to which version of the data the words are those of the units.
  `CREATE UNLOGGED TABLE unit_text_state (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL
  )`,

  // Parts of words are found without it too, only slower: a server may not let us have the extension. In public, so
  // that it does not go with the schema of one installation.
  `DO $$
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
    CREATE INDEX unit_text_words ON unit_text USING gin (words gin_trgm_ops);
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'no trigram index: %', SQLERRM;
  END
  $$`,
];
