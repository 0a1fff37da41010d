import { type Kysely, sql } from 'kysely';

/** How people are paid, in versions, and what was paid of months that are kept as they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // stated_by, kept_by: null is the owner of the data folder.
  `CREATE TABLE bonus_scheme (
    id integer NOT NULL,
    version integer NOT NULL,
    document jsonb NOT NULL,
    stated_by integer REFERENCES app_user,
    stated_at timestamptz NOT NULL,
    PRIMARY KEY (id, version)
  )`,

  // statements: as they were worked out that day, by ids of members.
  `CREATE TABLE bonus_month (
    month text PRIMARY KEY,
    statements jsonb NOT NULL,
    data_version integer NOT NULL,
    kept_by integer REFERENCES app_user,
    kept_at timestamptz NOT NULL
  )`,
];
