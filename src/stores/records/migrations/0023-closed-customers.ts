import { type Kysely, sql } from 'kysely';

/** What single customers of a closed month had bought, and of whom their plan was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // null: closed before customers were kept; 0: nothing was planned of them.
  'ALTER TABLE month_close ADD COLUMN customer_plan_version integer',

  // Where lines of the month stood: members of the organisation, of each level at most one for a line; none: nobody's.
  `CREATE TABLE closed_place (
    close integer NOT NULL REFERENCES month_close,
    place integer NOT NULL,
    members integer[] NOT NULL,
    PRIMARY KEY (close, place)
  )`,

  // Everybody who had lines in the month, as columns in order of their ids, some thousands a row; a customer comes once for each
  // place: with the sales of its lines, and the documents and kinds of goods that had counted lines there. What had them at
  // several places together is counted at one that has the members of all of these, and nowhere else: so everything adds up.
  // sales: ten-thousandths; null: unknown.
  `CREATE TABLE closed_customers (
    close integer NOT NULL REFERENCES month_close,
    part integer NOT NULL,
    customers integer[] NOT NULL,
    places integer[] NOT NULL,
    sales bigint[] NOT NULL,
    documents integer[] NOT NULL,
    products integer[] NOT NULL,
    PRIMARY KEY (close, part)
  )`,

  // Planned identities that belonged to another client then, or to none (0).
  `CREATE TABLE closed_client (
    close integer NOT NULL REFERENCES month_close,
    identity integer NOT NULL,
    client integer NOT NULL,
    PRIMARY KEY (close, identity)
  )`,
];
