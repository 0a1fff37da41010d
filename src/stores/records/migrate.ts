import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Transaction,
} from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { Migration } from './migrations/index.ts';
import type { RecordsSchema } from './schema.ts';

/** Any number that no other program on the same server uses: "akb1" in ASCII. */
const MIGRATION_LOCK = 0x616b6231;

/**
 * Brings the schema up to the last of `migrations`, all missing steps in one transaction: either all or none.
 * Several processes may start at once. Throws `Refusal` `recordsNewerThanProgram` or `recordsSchemaDiffers`.
 */
export async function migrate(db: Kysely<RecordsSchema>, migrations: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx);
    const applied = await appliedSteps(tx);
    const known = migrations.length;
    const found = applied.length;
    if (found > known) throw new Refusal({ code: 'recordsNewerThanProgram', params: { found, known } });

    for (const [index, step] of migrations.entries()) {
      const checksum = await checksumOf(step);
      const before = applied[index];
      if (before === undefined) {
        await step.up(tx as unknown as Kysely<unknown>);
        const { version, name } = step;
        await tx.insertInto('schema_version').values({ version, name, checksum }).execute();
      } else if (before.checksum !== checksum) {
        const { version, name } = step;
        throw new Refusal({ code: 'recordsSchemaDiffers', params: { version, name } });
      }
    }
  });
}

async function appliedSteps(
  tx: Transaction<RecordsSchema>,
): Promise<{ version: number; checksum: string }[]> {
  await sql`CREATE TABLE IF NOT EXISTS schema_version (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`.execute(tx);
  return await tx.selectFrom('schema_version').select(['version', 'checksum']).orderBy('version').execute();
}

/** SHA-256 of the statements a step sends, found by running it against no database: equal in source and in build. */
async function checksumOf(step: Migration): Promise<string> {
  const hash = createHash('sha256');
  const nowhere = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      hash.update(JSON.stringify([query.sql, query.parameters]));
    },
  });
  await step.up(nowhere);
  return hash.digest('hex');
}
