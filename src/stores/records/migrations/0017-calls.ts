import { type Kysely, sql } from 'kysely';

/** Calls with their results, and the rules by which customers are called. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Numbers follow one another (an advisory lock): whoever has read up to one has all before it. client: the identity that
  // was called; rep: who was responsible for him then, 0 for nobody. clock: local, HH:MM. undoes: this row takes that call
  // back, and says nothing else. user_id: null is the owner of the data folder.
  `CREATE TABLE customer_call (
    id integer PRIMARY KEY,
    client integer NOT NULL,
    rep integer NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    called_on date NOT NULL,
    clock text NOT NULL,
    next_on date NOT NULL,
    user_id integer REFERENCES app_user,
    stated_at timestamptz NOT NULL,
    undoes integer UNIQUE REFERENCES customer_call
  )`,
  'CREATE INDEX customer_call_day ON customer_call (called_on, rep)',
  'CREATE INDEX customer_call_client ON customer_call (client, id)',

  `CREATE TABLE call_rules (
    version integer PRIMARY KEY,
    rules jsonb NOT NULL,
    user_id integer REFERENCES app_user,
    stated_at timestamptz NOT NULL
  )`,
];
