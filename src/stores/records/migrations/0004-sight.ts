import { type Kysely, sql } from 'kysely';

/**
 * Whose sight a stored set has; phone numbers apart from the other words that units are found by; what personal data are
 * processed for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Null: of the whole company.
  'ALTER TABLE stored_set ADD COLUMN scope jsonb',

  'ALTER TABLE import ADD COLUMN purpose text',

  'DELETE FROM unit_text_state',
  'DELETE FROM unit_text',
  "ALTER TABLE unit_text ADD COLUMN phones text NOT NULL DEFAULT ''",
  `DO $$
  BEGIN
    CREATE INDEX unit_text_phones ON unit_text USING gin (phones gin_trgm_ops);
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'no trigram index: %', SQLERRM;
  END
  $$`,
];
