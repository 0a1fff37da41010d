import { type Kysely, sql } from 'kysely';

/**
 * Units, imports and commits. Everything personal lives in `facts`/`patch`; ids are dense, never reused, and are the
 * only thing that goes down to the warehouse.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE source (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
  )`,

  // Mappings of columns that a person confirmed, per layout of a source's reports.
  `CREATE TABLE layout (
    source_id integer NOT NULL REFERENCES source (id),
    fingerprint text NOT NULL,
    mapping jsonb NOT NULL,
    PRIMARY KEY (source_id, fingerprint)
  )`,

  `CREATE TABLE import (
    id integer PRIMARY KEY,
    source_id integer NOT NULL REFERENCES source (id),
    status text NOT NULL CHECK (status IN ('preparing', 'prepared', 'applied', 'undone', 'cancelled')),
    files jsonb NOT NULL,
    day date NOT NULL,
    summary jsonb,
    basis text,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_at timestamptz,
    undone_at timestamptz
  )`,

  // The only commit point: which imports count, and which generation holds each month and the dimensions.
  `CREATE TABLE commit (
    version integer PRIMARY KEY,
    committed_at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL CHECK (kind IN ('import', 'undo', 'restore')),
    import_id integer REFERENCES import (id),
    applied integer[] NOT NULL,
    months jsonb NOT NULL,
    dimensions integer NOT NULL,
    history_since date,
    as_of date,
    month_totals integer[] NOT NULL,
    finished boolean NOT NULL DEFAULT false
  )`,

  // Highest number handed out so far, by space of ids. A number is never given back.
  `CREATE TABLE id_counter (
    space text PRIMARY KEY,
    last integer NOT NULL
  )`,

  // Source identities of clients and legal entities (one space of ids: a client without a group is its own entity).
  // \`born\` is what the first import said, \`facts\` what counts now where that differs. Rows of an import that was
  // not committed yet are known to nobody but it: ids come from the warehouse, which does not name them.
  // \`since_import\` is the first applied import that mentions a party, \`since_patch\` the one that said what it said;
  // null: \`first_import\`, which was not taken back.
  // No foreign keys where an import writes tens of thousands of rows: checking each takes a third of the time.
  `CREATE TABLE party (
    id integer PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('entity', 'group')),
    source_id integer NOT NULL,
    key text NOT NULL UNIQUE,
    first_import integer NOT NULL,
    patch_import integer NOT NULL,
    since_import integer,
    since_patch integer,
    canonical integer NOT NULL,
    visible boolean NOT NULL DEFAULT true,
    registered date,
    name text NOT NULL DEFAULT '',
    inn text,
    phone_key text,
    bare_name text,
    born jsonb NOT NULL,
    facts jsonb
  )`,
  // Weaker keys under which identities of other sources find this one.
  'CREATE INDEX party_inn ON party (inn) WHERE inn IS NOT NULL',
  'CREATE INDEX party_phone_key ON party (phone_key) WHERE phone_key IS NOT NULL',
  'CREATE INDEX party_bare_name ON party (bare_name) WHERE bare_name IS NOT NULL',
  'CREATE INDEX party_hidden ON party (id) WHERE NOT visible',
  'CREATE INDEX party_joined ON party (canonical) WHERE canonical <> id',

  `CREATE TABLE point (
    id integer PRIMARY KEY,
    party_id integer NOT NULL,
    key text NOT NULL UNIQUE,
    implicit boolean NOT NULL,
    first_import integer NOT NULL,
    patch_import integer NOT NULL,
    canonical integer NOT NULL,
    visible boolean NOT NULL DEFAULT true,
    registered date,
    name text NOT NULL DEFAULT '',
    born jsonb NOT NULL,
    facts jsonb
  )`,
  'CREATE INDEX point_party ON point (party_id)',
  'CREATE INDEX point_hidden ON point (id) WHERE NOT visible',

  `CREATE TABLE product (
    id integer PRIMARY KEY,
    source_id integer NOT NULL,
    key text NOT NULL UNIQUE,
    first_import integer NOT NULL,
    patch_import integer NOT NULL,
    canonical integer NOT NULL,
    visible boolean NOT NULL DEFAULT true,
    registered date,
    name text NOT NULL DEFAULT '',
    born jsonb NOT NULL,
    facts jsonb
  )`,

  'CREATE INDEX product_hidden ON product (id) WHERE NOT visible',

  // Members of the organisation and other named dimensions of a line: rep, team, department, branch…
  `CREATE TABLE member (
    id integer PRIMARY KEY,
    kind text NOT NULL,
    key text NOT NULL UNIQUE,
    code text NOT NULL,
    name text NOT NULL,
    first_import integer NOT NULL
  )`,

  // What a later import says of a unit (the first one's words are \`born\`); effective facts are what the applied
  // imports say, laid over each other in their order.
  `CREATE TABLE patch (
    level text NOT NULL,
    id integer NOT NULL,
    import_id integer NOT NULL REFERENCES import (id),
    facts jsonb NOT NULL,
    PRIMARY KEY (level, id, import_id)
  )`,

  // Units that an import mentions, in chunks; patches[i] is the import whose patch says what this one says of ids[i].
  `CREATE TABLE mention (
    import_id integer NOT NULL REFERENCES import (id),
    level text NOT NULL,
    part integer NOT NULL,
    ids integer[] NOT NULL,
    patches integer[] NOT NULL,
    PRIMARY KEY (import_id, level, part)
  )`,

  `CREATE TABLE duplicate_proposal (
    a integer NOT NULL REFERENCES party (id),
    b integer NOT NULL REFERENCES party (id),
    reason text NOT NULL,
    import_id integer NOT NULL REFERENCES import (id),
    PRIMARY KEY (a, b)
  )`,

  `CREATE TABLE method (
    id text NOT NULL,
    version integer NOT NULL,
    document jsonb NOT NULL,
    valid_from date,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, version)
  )`,

  // Methods whose answers are kept ready.
  `CREATE TABLE kept_method (id text PRIMARY KEY)`,
  `INSERT INTO kept_method (id) VALUES ('main')`,

  `CREATE TABLE named_base (
    id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    document jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  // members: of a frozen set, the ids of its units on the day as_of of the version data_version.
  `CREATE TABLE stored_set (
    id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    document jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    members integer[],
    data_version integer,
    as_of date
  )`,

  // Where this installation knows better than the built-in table: a town and its region, a region and its district.
  `CREATE TABLE place (
    name text PRIMARY KEY,
    within text NOT NULL
  )`,

  // The working days of a year as the company says them itself, for a branch (a member) or for all of it (0).
  `CREATE TABLE working_calendar (
    branch integer NOT NULL,
    year integer NOT NULL,
    document jsonb NOT NULL,
    PRIMARY KEY (branch, year)
  )`,
];
