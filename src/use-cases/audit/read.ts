import { sql, type Transaction } from 'kysely';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import { type AuditRow, appendEvents, chainEnd, lockChain } from './chain.ts';

export { destroyedKeysBeside, listDestroyedKeys } from './destroyed-keys.ts';
export { existingMasterKey } from './master-key.ts';
export { destroyKeys } from './person-keys.ts';
export { verifyChain } from './verify-chain.ts';

/** The tables that a backup takes over only up to here: they grow while it is read. */
export async function trailBounds(db: RecordsExecutor): Promise<Readonly<Record<string, string>>> {
  const end = (await chainEnd(db))?.number ?? 0;
  return { audit_batch: `number <= ${end}`, audit_event: `batch <= ${end}` };
}

/** Tables that an installation may have rows in before a backup is restored to it: see `makeRoom`. */
export const trailTables = ['audit_batch', 'audit_event', 'destroyed_key'];

/**
 * Makes room for the trail of a backup and returns what puts the events that were here behind it, and takes away again
 * the keys of persons that were destroyed since. The only place where rows of the trail are ever removed.
 */
export async function makeRoom(
  tx: Transaction<RecordsSchema>,
  destroyed: readonly string[],
): Promise<() => Promise<void>> {
  await lockChain(tx);
  const own: AuditRow[] = await tx
    .selectFrom('audit_event')
    .select(['id', 'happened_at', 'user_id', 'on_behalf_of', 'key_id', 'address', 'action', 'outcome'])
    .select(['subject_kind', 'subject_id', 'payload'])
    .orderBy('batch')
    .orderBy('number')
    .execute();
  const here = await tx.selectFrom('destroyed_key').select('id').execute();
  for (const table of ['audit_event', 'audit_batch']) {
    await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER USER`.execute(tx);
    await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
    await sql`ALTER TABLE ${sql.table(table)} ENABLE TRIGGER USER`.execute(tx);
  }
  await tx.deleteFrom('destroyed_key').execute();
  return async () => {
    await appendEvents(tx, own, new Date());
    for (const id of [...here.map((row) => row.id), ...destroyed]) {
      await tx
        .insertInto('destroyed_key')
        .values({ id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await sql`DELETE FROM person_key WHERE id IN (SELECT id FROM destroyed_key)`.execute(tx);
  };
}
