import { type Kysely, sql } from 'kysely';

/** Screens as somebody has set them up, under a name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // owner: null is the owner of the data folder. state: JSON as the screen wrote it. roles: with whom it is shared.
  `CREATE TABLE saved_view (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner integer REFERENCES app_user,
    name text NOT NULL,
    screen text NOT NULL,
    state text NOT NULL,
    roles text[] NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
  )`,
];
