import { type Kysely, sql } from 'kysely';

/** Closed months: what plan-fact and bonus were counted by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // methods: JSON, `[{"id": "main", "version": 1}]`. closed_by and the others: null is the owner of the data folder.
  // months: generations of months at that time, by which is known what has been rebuilt since.
  `CREATE TABLE month_close (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month text NOT NULL,
    methods jsonb NOT NULL,
    plan_version integer,
    data_version integer NOT NULL,
    as_of date,
    closed_by integer REFERENCES app_user,
    closed_at timestamptz NOT NULL,
    reopen_reason text,
    reopen_asked_by integer REFERENCES app_user,
    reopen_asked_at timestamptz,
    reopened_by integer REFERENCES app_user,
    reopened_at timestamptz
  )`,
  `CREATE UNIQUE INDEX month_close_one ON month_close (month) WHERE reopened_at IS NULL`,

  // A figure that is not there was unknown.
  `CREATE TABLE closed_figure (
    close integer NOT NULL REFERENCES month_close,
    level text NOT NULL,
    member integer NOT NULL,
    metric text NOT NULL,
    product_of text NOT NULL,
    product text NOT NULL,
    value numeric NOT NULL,
    PRIMARY KEY (close, level, member, metric, product_of, product)
  )`,
  // Who was active: canonical ids of the count unit.
  `CREATE TABLE closed_set (
    close integer NOT NULL REFERENCES month_close,
    method text NOT NULL,
    unit text NOT NULL,
    level text NOT NULL,
    member integer NOT NULL,
    members integer[] NOT NULL,
    PRIMARY KEY (close, method, unit, level, member)
  )`,
];
