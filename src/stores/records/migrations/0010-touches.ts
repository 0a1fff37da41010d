import { type Kysely, sql } from 'kysely';

/** What happened with customers and whom one knows there, and the words by which both are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Of the identity that it was entered on, for ever. clock: local, HH:MM, '' where nobody said. author: null is the
  // owner of the data folder; signed: whom a file names who is no user. basis and purpose: null is not stated. words: stems made in code (domain/search-words.ts).
  `CREATE TABLE entry (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('party', 'point')),
    unit_id integer NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    clock text NOT NULL CHECK (clock ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
    text text NOT NULL,
    outcome text NOT NULL,
    due date,
    done boolean NOT NULL DEFAULT false,
    author integer REFERENCES app_user,
    signed text NOT NULL DEFAULT '',
    basis text,
    purpose text,
    entered_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    removed boolean NOT NULL DEFAULT false,
    words tsvector NOT NULL
  )`,
  'CREATE INDEX entry_unit ON entry (unit_id, level, day DESC, clock DESC, id DESC)',
  'CREATE INDEX entry_newest ON entry (day DESC, clock DESC, id DESC)',
  // Without a list of pending rows, which every search would have to go through.
  'CREATE INDEX entry_words ON entry USING gin (words) WITH (fastupdate = off)',

  // source, basis, purpose, said_on: of the personal fields. special: of nobody unless the company has said what for.
  `CREATE TABLE contact (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('party', 'point')),
    unit_id integer NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    position text NOT NULL,
    phones jsonb NOT NULL,
    emails jsonb NOT NULL,
    messenger text NOT NULL,
    birthday text,
    channel text,
    note text NOT NULL,
    source text NOT NULL,
    basis text NOT NULL,
    purpose text NOT NULL,
    said_on date NOT NULL,
    family text,
    hobbies text,
    children text,
    taken_from text,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    changed_on date NOT NULL,
    removed boolean NOT NULL DEFAULT false,
    words tsvector NOT NULL
  )`,
  'CREATE INDEX contact_unit ON contact (unit_id, level, id)',
  'CREATE INDEX contact_newest ON contact (changed_on DESC, id DESC)',
  'CREATE INDEX contact_words ON contact USING gin (words) WITH (fastupdate = off)',

  // Every word that was ever among those of an entry or a contact: in how many at most, and the newest day of one. The
  // empty word is in each.
  `CREATE TABLE text_word (
    kind text NOT NULL CHECK (kind IN ('entry', 'contact')),
    word text COLLATE "C" NOT NULL,
    texts integer NOT NULL,
    last date NOT NULL,
    PRIMARY KEY (kind, word)
  )`,

  // One row where the company keeps special information of contacts, and what for.
  `CREATE TABLE special_information (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    purpose text NOT NULL
  )`,

  // On which legal basis and for what somebody has stated it; null: not stated.
  'ALTER TABLE customer_edit ADD COLUMN basis text, ADD COLUMN purpose text',

  // One row where the company says both once for whatever is written by hand.
  `CREATE TABLE usual_grounds (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    basis text,
    purpose text
  )`,
];
