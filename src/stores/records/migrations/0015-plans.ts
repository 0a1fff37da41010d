import { type Kysely, sql } from 'kysely';

/** Plans of months, every version of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // stated_by, approved_by: null is the owner of the data folder.
  `CREATE TABLE plan (
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

  // member: of the organisation, 0 for the company. product: '' with product_of '' is all goods.
  `CREATE TABLE plan_target (
    month text NOT NULL,
    version integer NOT NULL,
    level text NOT NULL,
    member integer NOT NULL,
    metric text NOT NULL,
    product_of text NOT NULL,
    product text NOT NULL,
    value numeric NOT NULL,
    PRIMARY KEY (month, version, level, member, metric, product_of, product),
    FOREIGN KEY (month, version) REFERENCES plan
  )`,
];
