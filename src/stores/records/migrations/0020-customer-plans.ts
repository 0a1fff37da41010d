import { type Kysely, sql } from 'kysely';

/** Plans of single customers, beside those of the organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // stated_by, approved_by: null is the owner of the data folder.
  `CREATE TABLE customer_plan (
    month text NOT NULL,
    version integer NOT NULL,
    comment text NOT NULL,
    stated_by integer REFERENCES app_user,
    stated_at timestamptz NOT NULL,
    stated_on date NOT NULL,
    approved_by integer REFERENCES app_user,
    approved_at timestamptz,
    PRIMARY KEY (month, version)
  )`,

  // What a version changes; null: nothing is planned any more. customer: an identity, whatever client it belongs to by now.
  `CREATE TABLE customer_plan_target (
    month text NOT NULL,
    version integer NOT NULL,
    customer integer NOT NULL,
    metric text NOT NULL,
    value numeric,
    PRIMARY KEY (month, customer, metric, version),
    FOREIGN KEY (month, version) REFERENCES customer_plan
  )`,
];
