import { type Kysely, sql } from 'kysely';

/** Members of the organisation that somebody adds, renames or retires by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // retired: the first day on which nobody is offered it any more. A member added by hand has first_import 0.
  'ALTER TABLE member ADD COLUMN retired date',

  // Further keys under which imports find a member: its name by hand, the code that somebody gave it.
  `CREATE TABLE member_key (
    key text PRIMARY KEY,
    member integer NOT NULL REFERENCES member
  )`,
  'CREATE INDEX member_key_member ON member_key (member)',

  // before and after: {name, code, retired}; before null: it was added. user_id: null is the owner of the data folder.
  // undoes: the change that it takes back.
  `CREATE TABLE member_change (
    id integer PRIMARY KEY,
    member integer NOT NULL REFERENCES member,
    before jsonb,
    after jsonb NOT NULL,
    user_id integer REFERENCES app_user,
    changed_at timestamptz NOT NULL,
    undoes integer REFERENCES member_change
  )`,
  'CREATE INDEX member_change_member ON member_change (member)',
];
