import { type Kysely, sql } from 'kysely';

/** Customers whom somebody has removed by hand, those whose personal data were destroyed, and whom one would like to have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE INDEX party_removed ON party (id) WHERE (stated -> 'removed') IS NOT NULL`,

  // id: of the party. digest: the first 32 bits of a salted hash of the key that it had in its source. Enough to say that
  // a file may bring him back, too little to tell who he was.
  `CREATE TABLE destroyed_identity (
    id integer PRIMARY KEY,
    salt text NOT NULL,
    digest text NOT NULL,
    destroyed_at timestamptz NOT NULL
  )`,

  // Rules of target levels of prospects, every version of them. user_id: null is the owner of the data folder.
  `CREATE TABLE target_rules (
    version integer PRIMARY KEY,
    rules jsonb NOT NULL,
    user_id integer REFERENCES app_user,
    stated_at timestamptz NOT NULL
  )`,
];
