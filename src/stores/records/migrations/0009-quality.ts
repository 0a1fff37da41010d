import { type Kysely, sql } from 'kysely';

/** How good the data were on which day, and up to what the marks of cards are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Derived: marks are made anew where this is lost. contacts: the latest change of a contact that
  // they know. generation: that of card_mark in the warehouse.
  `CREATE UNLOGGED TABLE card_mark_state (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL,
    edit integer NOT NULL,
    contacts timestamptz NOT NULL,
    generation integer NOT NULL
  )`,

  // branch: a member, or 0 for customers whom no branch has. One row for a day: the last look of it.
  `CREATE TABLE quality_day (
    day date NOT NULL,
    branch integer NOT NULL,
    units integer NOT NULL,
    flawed jsonb NOT NULL,
    PRIMARY KEY (day, branch)
  )`,
];
