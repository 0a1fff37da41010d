import { type Kysely, sql } from 'kysely';

/** What somebody states of who is responsible for whom, and of who belongs to whom in the organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One word about many units, in the order of ids. member: 0 is nobody, null whom cards and lines show.
  // until: the last day, null until further notice.
  `CREATE TABLE assignment (
    id integer PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('member', 'client', 'legalEntity', 'deliveryPoint')),
    kind text NOT NULL CHECK (kind IN ('rep', 'team', 'department', 'branch')),
    member integer,
    since date NOT NULL,
    until date CHECK (until >= since),
    stated_at timestamptz NOT NULL DEFAULT now()
  )`,

  // Written first; without its assignment, which is written with the commit, a row counts for nothing.
  `CREATE TABLE assignment_unit (
    assignment integer NOT NULL,
    unit integer NOT NULL,
    PRIMARY KEY (assignment, unit)
  )`,

  'ALTER TABLE commit DROP CONSTRAINT commit_kind_check',
  `ALTER TABLE commit ADD CONSTRAINT commit_kind_check
    CHECK (kind IN ('import', 'undo', 'restore', 'assignment'))`,
];
