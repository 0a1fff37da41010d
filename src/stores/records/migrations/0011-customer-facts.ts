import { type Kysely, sql } from 'kysely';

/** What is agreed with customers, who was handed over to whom, and what is theirs beside what imports say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // party: a client or a legal entity. user_id: null is the owner of the data folder. undoes: the change that it takes back.
  `CREATE TABLE terms_change (
    id integer PRIMARY KEY,
    party integer NOT NULL,
    since date NOT NULL,
    reason text NOT NULL,
    user_id integer REFERENCES app_user,
    stated_at timestamptz NOT NULL,
    undoes integer REFERENCES terms_change
  )`,
  'CREATE INDEX terms_change_party ON terms_change (party)',
  // value: null is what imports say, '' none.
  `CREATE TABLE customer_term (
    change integer NOT NULL REFERENCES terms_change,
    kind text NOT NULL,
    value text,
    PRIMARY KEY (change, kind)
  )`,

  // Written with the commit of its statements. until: the last day, null for good.
  `CREATE TABLE hand_over (
    id integer PRIMARY KEY,
    giver integer NOT NULL,
    since date NOT NULL,
    until date,
    statements integer[] NOT NULL,
    user_id integer REFERENCES app_user,
    made_at timestamptz NOT NULL,
    undone_at timestamptz
  )`,
  // Written first; without its hand-over a row counts for nothing.
  `CREATE TABLE hand_over_client (
    hand_over integer NOT NULL,
    client integer NOT NULL,
    receiver integer NOT NULL,
    PRIMARY KEY (hand_over, client)
  )`,

  // Clients by hand: id is a party of the kind group.
  `CREATE TABLE customer_group (
    id integer PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('holding', 'chain', 'dealer')),
    made_at timestamptz NOT NULL,
    dissolved_at timestamptz
  )`,

  // Whose sub-dealer a client is from a day on; dealer: null is nobody's.
  `CREATE TABLE dealer_tie (
    id integer PRIMARY KEY,
    client integer NOT NULL,
    dealer integer,
    since date NOT NULL,
    user_id integer REFERENCES app_user,
    stated_at timestamptz NOT NULL
  )`,
];
