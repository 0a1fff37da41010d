import { type Kysely, sql } from 'kysely';

/** Who may come in. Of passwords, sessions and keys only what cannot be turned back into them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // login_key: the login in small letters, which the C collation cannot make. one_time_until: somebody else has set the
  // password; until then it lets in, and only to set another one.
  `CREATE TABLE app_user (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL,
    login_key text NOT NULL UNIQUE,
    name text NOT NULL,
    role text NOT NULL,
    scope jsonb NOT NULL,
    hidden text[] NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    password text NOT NULL,
    one_time_until timestamptz,
    created_at timestamptz NOT NULL
  )`,

  // Not logged, hence in no backup: a backup must not bring back a session that was ended.
  `CREATE UNLOGGED TABLE user_session (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL,
    digest text NOT NULL UNIQUE,
    device text NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
  )`,
  'CREATE INDEX user_session_user ON user_session (user_id)',

  // By a digest of the login: people type passwords into the field of the name.
  `CREATE UNLOGGED TABLE sign_in_failure (
    login text PRIMARY KEY,
    failures integer NOT NULL,
    until timestamptz NOT NULL
  )`,

  // user_id: null is the owner of the data folder.
  `CREATE TABLE api_key (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer REFERENCES app_user,
    prefix text NOT NULL,
    digest text NOT NULL UNIQUE,
    name text NOT NULL,
    role text NOT NULL,
    scope jsonb NOT NULL,
    hidden text[] NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_day date,
    revoked_at timestamptz
  )`,
];
