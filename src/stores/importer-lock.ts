import type { Records } from './records/records.ts';

/** Held by whoever changes imported data, or needs it to hold still. Releasing twice does no harm. */
export interface ImporterLock {
  release(): Promise<void>;
}

/** Any number that no other program on the same server uses: "akb2" in ASCII. The second key is the schema. */
const IMPORTER_LOCK = 0x616b6232;

/** How somebody waits for his turn. */
export interface Waiting {
  /** Told at once when others come first, and whenever one of them has gone: how many are still before him. */
  readonly onWait?: ((ahead: number) => void) | undefined;
  /** Ends the wait with its reason. */
  readonly signal?: AbortSignal | undefined;
}

interface Turn extends Waiting {
  readonly come: () => void;
}

/** Those in line; the first one has the lock. */
const queues = new WeakMap<Records, Turn[]>();

/**
 * One at a time: an import while it prepares and while it is applied, an undo, a restore, the reading of the records
 * for a backup; never while a person thinks. First come, first served. With a server other processes may work on
 * the same records, so its advisory lock is taken as well (a connection that dies gives it back); the embedded engine
 * has one process and, being one session for all, could not tell its holders apart.
 */
export async function lockImporter(records: Records, waiting: Waiting = {}): Promise<ImporterLock> {
  const leave = await takeTurn(records, waiting);
  try {
    const unlock = records.kind === 'server' ? await lockOnServer(records, waiting) : async () => undefined;
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

/** Resolves when nobody is before him; whoever calls the result lets the next one in. */
async function takeTurn(records: Records, waiting: Waiting): Promise<() => void> {
  const queue = queues.get(records) ?? [];
  queues.set(records, queue);
  const { promise, resolve: come, reject } = Promise.withResolvers<void>();
  const turn: Turn = { ...waiting, come };
  queue.push(turn);
  const leave = () => {
    queue.splice(queue.indexOf(turn), 1);
    queue[0]?.come();
    for (const [ahead, { onWait }] of queue.entries()) if (ahead > 0) onWait?.(ahead);
  };
  if (queue[0] === turn) return leave;
  const { signal, onWait } = waiting;
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  else onWait?.(queue.length - 1);
  try {
    await promise;
    return leave;
  } catch (error) {
    leave();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Runs `work` holding the lock. */
export async function withImporterLock<T>(
  records: Records,
  work: () => Promise<T>,
  waiting: Waiting = {},
): Promise<T> {
  const lock = await lockImporter(records, waiting);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function lockOnServer(records: Records, { onWait }: Waiting): Promise<() => Promise<void>> {
  const client = await records.pool.connect();
  const ask = async (what: string): Promise<boolean> => {
    const { rows } = await client.query(`SELECT ${what}($1, hashtext(current_schema())) AS done`, [
      IMPORTER_LOCK,
    ]);
    return rows[0]?.done === true;
  };
  try {
    if (!(await ask('pg_try_advisory_lock'))) {
      onWait?.(1);
      await ask('pg_advisory_lock');
    }
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
