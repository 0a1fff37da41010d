import { type Kysely, sql } from 'kysely';

/** Customers that somebody says are one, and those that he says are not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // absorbed and survivor: identities (of parties; of points for delivery points). The row is laid over the links of
  // imports while it is not withdrawn. edit: what the merge has stated of the survivor.
  `CREATE TABLE unit_merge (
    id integer PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('client', 'legalEntity', 'deliveryPoint')),
    absorbed integer NOT NULL,
    survivor integer NOT NULL CHECK (survivor <> absorbed),
    user_id integer REFERENCES app_user,
    merged_at timestamptz NOT NULL,
    edit integer NOT NULL REFERENCES customer_edit,
    withdrawn_at timestamptz,
    withdrawn_by integer REFERENCES app_user
  )`,
  'CREATE INDEX unit_merge_standing ON unit_merge (id) WHERE withdrawn_at IS NULL',

  // Identities of which somebody says that they are two customers.
  `CREATE TABLE not_duplicate (
    level text NOT NULL CHECK (level IN ('client', 'legalEntity', 'deliveryPoint')),
    a integer NOT NULL,
    b integer NOT NULL CHECK (a < b),
    user_id integer REFERENCES app_user,
    said_at timestamptz NOT NULL,
    PRIMARY KEY (level, a, b)
  )`,

  // Derived: it may be lost at any time. score: per cent. reasons: [{reason, weight}].
  `CREATE UNLOGGED TABLE duplicate_candidate (
    level text NOT NULL,
    a integer NOT NULL,
    b integer NOT NULL,
    score smallint NOT NULL,
    certain boolean NOT NULL,
    reasons jsonb NOT NULL,
    PRIMARY KEY (level, a, b)
  )`,
  'CREATE INDEX duplicate_candidate_by_score ON duplicate_candidate (score DESC, level, a, b)',
  // Up to which version of the data and which edit the candidates are told.
  `CREATE UNLOGGED TABLE duplicate_candidate_state (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL,
    edit integer NOT NULL
  )`,

  'ALTER TABLE commit DROP CONSTRAINT commit_kind_check',
  `ALTER TABLE commit ADD CONSTRAINT commit_kind_check
    CHECK (kind IN ('import', 'undo', 'restore', 'assignment', 'edit', 'merge', 'unmerge'))`,
];
