import { type Kysely, sql } from 'kysely';

/** Plans of quarters, half-years and years beside those of months: `2026-Q4`, `2026-H2`, `2026` beside `2026-11`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `ALTER TABLE plan RENAME COLUMN month TO period`,
  `ALTER TABLE plan_target RENAME COLUMN month TO period`,
];
