import { type Kysely, sql } from 'kysely';

/** What somebody states of customers by hand, beside what imports say of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What counts now by hand, {field: {value, since}}; null: nothing. `facts` stay what imports say.
  'ALTER TABLE party ADD COLUMN stated jsonb',
  'ALTER TABLE point ADD COLUMN stated jsonb',

  // user_id: null is the owner of the data folder. undoes: the edit that it takes back.
  `CREATE TABLE customer_edit (
    id integer PRIMARY KEY,
    unit text NOT NULL CHECK (unit IN ('client', 'legalEntity', 'deliveryPoint')),
    unit_id integer NOT NULL,
    user_id integer REFERENCES app_user,
    edited_at timestamptz NOT NULL,
    undoes integer REFERENCES customer_edit
  )`,
  'CREATE INDEX customer_edit_unit ON customer_edit (unit_id, unit)',

  // before and after: {value, since} that was stated, null nothing.
  `CREATE TABLE customer_edit_field (
    edit integer NOT NULL REFERENCES customer_edit,
    level text NOT NULL CHECK (level IN ('party', 'point')),
    id integer NOT NULL,
    field text NOT NULL,
    before jsonb,
    after jsonb,
    PRIMARY KEY (edit, level, id, field)
  )`,
  'CREATE INDEX customer_edit_field_of ON customer_edit_field (id, level)',

  'ALTER TABLE commit DROP CONSTRAINT commit_kind_check',
  `ALTER TABLE commit ADD CONSTRAINT commit_kind_check
    CHECK (kind IN ('import', 'undo', 'restore', 'assignment', 'edit'))`,

  // The last edit whose names are among the words.
  'ALTER TABLE unit_text_state ADD COLUMN edit integer NOT NULL DEFAULT 0',
];
