import { type Kysely, sql } from 'kysely';

/** The trail of who did what: a chain of batches that can only grow, and the keys of the persons in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // previous, hash: SHA-256 in hex. digests: 32 bytes for each event, in order.
  `CREATE TABLE audit_batch (
    number integer PRIMARY KEY,
    previous text NOT NULL,
    hash text NOT NULL,
    count integer NOT NULL,
    digests bytea NOT NULL,
    written_at timestamptz NOT NULL
  )`,

  // payload: JSON as text, for its bytes are part of the digest.
  `CREATE TABLE audit_event (
    batch integer NOT NULL REFERENCES audit_batch (number),
    number integer NOT NULL,
    id uuid NOT NULL UNIQUE,
    happened_at timestamptz NOT NULL,
    user_id integer,
    on_behalf_of integer,
    key_id text,
    address text,
    action text NOT NULL,
    outcome text NOT NULL,
    subject_kind text,
    subject_id text,
    payload text NOT NULL,
    PRIMARY KEY (batch, number)
  )`,
  'CREATE INDEX audit_event_at ON audit_event (happened_at)',
  'CREATE INDEX audit_event_user ON audit_event (user_id, batch, number)',
  'CREATE INDEX audit_event_action ON audit_event (action, batch, number)',
  'CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_id, batch, number)',

  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% may only grow', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END
  $$`,
  `CREATE TRIGGER audit_batch_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_batch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
  `CREATE TRIGGER audit_event_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,

  // On its way into the chain: written with what it tells of (settled), or before it (to be settled). writer: the
  // process, so that the next one knows what was left behind.
  `CREATE TABLE audit_outbox (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL,
    settled boolean NOT NULL,
    writer text NOT NULL
  )`,

  // sealed: the person's key under the master key, which the records do not have; master says which one it was.
  `CREATE TABLE person_key (
    id uuid PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    master text NOT NULL,
    sealed bytea NOT NULL,
    UNIQUE (subject_kind, subject_id, master)
  )`,

  // So that a backup of an earlier day does not bring them back.
  `CREATE TABLE destroyed_key (
    id uuid PRIMARY KEY,
    destroyed_at timestamptz NOT NULL DEFAULT now()
  )`,
];
