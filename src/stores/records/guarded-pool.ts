import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { recordsTypes } from './value-types.ts';

/** A `pg` pool that knows whether the caller stands inside a transaction of this store. */
export interface GuardedPool {
  readonly pool: pg.Pool;
  /** Throws inside `asTransaction`. */
  assertOutside(): void;
  asTransaction<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Asking the pool inside a transaction throws at both ends. On the embedded engine, which serves one transaction at
 * a time, it would wait for itself for ever; on a server it would read past the transaction unnoticed.
 */
export function guardedPool(address: pg.PoolConfig, schema?: string): GuardedPool {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  const assertOutside = (): void => {
    if (!current.getStore()?.open) return;
    throw new Error('inside a transaction use its own `tx`: another connection would wait for it for ever');
  };
  const session = sessionSettings(schema);
  const pool = new pg.Pool({
    ...address,
    types: recordsTypes,
    application_name: 'akb',
    onConnect: async (client) => {
      await client.query(session);
    },
  });
  // An idle connection that breaks is dropped by the pool and replaced by the next query.
  pool.on('error', () => undefined);
  // One that breaks while it is lent out fails its next query; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  const guarded = (...args: unknown[]): unknown => {
    assertOutside();
    return connect(...args);
  };
  Object.assign(pool, { connect: guarded });

  return {
    pool,
    assertOutside,
    async asTransaction(work) {
      // Work that outlives its transaction still sees this mark, hence a mark that can be closed.
      const mark = { open: true };
      try {
        return await current.run(mark, work);
      } finally {
        mark.open = false;
      }
    },
  };
}

/** What `value-types.ts` relies on. The embedded engine has one session for all, so these must be equal everywhere. */
function sessionSettings(schema: string | undefined): string {
  const path = schema === undefined ? 'public' : `${pg.escapeIdentifier(schema)}, public`;
  return `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET search_path = ${path}`;
}
