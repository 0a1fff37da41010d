import { type Kysely, sql } from 'kysely';

/** Signals of integrity and what was found of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // scheme: its number in the catalogue. rows: ids, dates and money, no personal data.
  `CREATE UNLOGGED TABLE integrity_signal (
    scheme smallint NOT NULL,
    rep integer NOT NULL,
    month text NOT NULL,
    told jsonb NOT NULL,
    rows jsonb NOT NULL,
    PRIMARY KEY (scheme, rep, month)
  )`,
  // Up to which version of the data they are told.
  `CREATE UNLOGGED TABLE integrity_signal_state (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL
  )`,

  // Every verdict, the last one counts. told: what the signal said then. stated_by, agreed_by: null is the owner of the
  // data folder; agreed_at null: another person has not agreed.
  `CREATE TABLE signal_review (
    scheme smallint NOT NULL,
    rep integer NOT NULL,
    month text NOT NULL,
    version integer NOT NULL,
    told jsonb NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('confirmed', 'explained', 'dismissed')),
    comment text NOT NULL,
    stated_by integer REFERENCES app_user,
    stated_at timestamptz NOT NULL,
    agreed_by integer REFERENCES app_user,
    agreed_at timestamptz,
    PRIMARY KEY (scheme, rep, month, version),
    CHECK (agreed_at IS NULL OR agreed_by IS DISTINCT FROM stated_by)
  )`,
];
