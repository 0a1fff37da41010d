import type { Records } from './records/records.ts';

/** Held by whoever changes imported data, or needs it to hold still. Releasing twice does no harm. */
export interface ImporterLock {
  release(): Promise<void>;
}

/** Any number that no other program on the same server uses: "akb2" in ASCII. The second key is the schema. */
const IMPORTER_LOCK = 0x616b6232;

const queues = new WeakMap<Records, Promise<void>>();

/**
 * One at a time: an import while it prepares and while it is applied, an undo, a restore, the reading of the records
 * for a backup; never while a person thinks. First come, first served. With a server other processes may work on
 * the same records, so its advisory lock is taken as well (a connection that dies gives it back); the embedded engine
 * has one process and, being one session for all, could not tell its holders apart.
 */
export async function lockImporter(records: Records): Promise<ImporterLock> {
  const before = queues.get(records);
  let leave = (): void => undefined;
  queues.set(
    records,
    new Promise((resolve) => {
      leave = resolve;
    }),
  );
  await before;
  try {
    const unlock = records.kind === 'server' ? await lockOnServer(records) : async () => undefined;
    let held = true;
    return {
      async release() {
        if (!held) return;
        held = false;
        await unlock();
        leave();
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/** Runs `work` holding the lock. */
export async function withImporterLock<T>(records: Records, work: () => Promise<T>): Promise<T> {
  const lock = await lockImporter(records);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function lockOnServer(records: Records): Promise<() => Promise<void>> {
  const client = await records.pool.connect();
  const ask = (what: string): Promise<unknown> =>
    client.query(`SELECT ${what}($1, hashtext(current_schema()))`, [IMPORTER_LOCK]);
  try {
    await ask('pg_advisory_lock');
  } catch (error) {
    client.release(true);
    throw error;
  }
  return async () => {
    // A connection that is gone has given the lock back already: no reason to fail what has been done.
    const gone = await ask('pg_advisory_unlock').then(
      () => false,
      () => true,
    );
    client.release(gone);
  };
}
