import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import type { AuditActor, AuditEvent, AuditSubject, AuditTrail } from '../../domain/audit.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Records } from '../../stores/records/records.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import { type AuditRow, appendEvents, batchEvents, lockChain, moment } from './chain.ts';
import { listDestroyedKeys } from './destroyed-keys.ts';
import { type MasterKey, masterKey } from './master-key.ts';
import { leftBehind, writerName } from './outbox.ts';
import { destroyKeys, sealChanges } from './person-keys.ts';

type Tx = Transaction<RecordsSchema>;

export interface OpenTrail extends AuditTrail {
  /**
   * Writes an event with what it tells of: both are there or neither. It reaches the chain with the next batch, at the
   * latest when somebody reads.
   */
  recordWith(tx: Tx, actor: AuditActor, event: AuditEvent): Promise<void>;
  /**
   * Destroys the key of a person: what the trail knows of him can be read by nobody any more, here and after a restore.
   * What is recorded of him later gets a new key. Returns whether there was anything.
   */
  erasePerson(actor: AuditActor, of: AuditSubject): Promise<boolean>;
  readonly masterKey: () => Promise<MasterKey>;
  /** Writes what is left. A second time does nothing. */
  close(): Promise<void>;
}

interface Waiting {
  readonly row: (tx: Tx) => Promise<AuditRow>;
  /** Of the outbox: gone when the event is in the chain. */
  readonly place?: string;
  readonly written: PromiseWithResolvers<void>;
}

/** Opens the trail and takes into it what a process that died has left behind. */
export async function openTrail(
  records: Records,
  { dataDir, now = () => new Date() }: { readonly dataDir: string; readonly now?: () => Date },
): Promise<OpenTrail> {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let closed: Promise<void> | undefined;
  let master: Promise<MasterKey> | undefined;
  // Who records inside a transaction must not make the writer think that it is inside too.
  const outside = AsyncLocalStorage.snapshot();
  const writer = writerName();
  const key = () => {
    master ??= masterKey(dataDir).catch((error: unknown) => {
      master = undefined;
      throw error;
    });
    return master;
  };

  const rowOf = async (
    db: Tx,
    actor: AuditActor,
    event: AuditEvent,
    { id, at }: { readonly id: string; readonly at: string },
  ): Promise<AuditRow> => {
    const { action, outcome = 'done', subject, details = {}, changes = {}, personal } = event;
    const sealed = personal && (await sealChanges(db, await key(), personal, id));
    return {
      ...{ id, happened_at: at, action, outcome },
      user_id: actor.user,
      on_behalf_of: actor.onBehalfOf,
      key_id: actor.key,
      address: actor.address,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      payload: JSON.stringify({ details, changes, ...(sealed && { sealed }) }),
    };
  };
  const identity = () => ({ id: randomUUID(), at: moment(now()) });

  /** One transaction: what lies in the outbox with its changes, then what waits here, in the order it came. */
  const writeBatch = async (): Promise<boolean> => {
    const taken = waiting.splice(0, batchEvents);
    try {
      const more = await records.transaction(async (tx) => {
        await lockChain(tx);
        const settled = await tx
          .selectFrom('audit_outbox')
          .select(['place', 'event'])
          .where('settled', '=', true)
          .orderBy('place')
          .limit(batchEvents)
          .execute();
        const rows = settled.map(({ event }) => JSON.parse(event) as AuditRow);
        for (const { row, written } of taken) {
          try {
            rows.push(await row(tx));
          } catch (error) {
            // Of this event alone: there is no key for its values. Whatever else fails, fails the transaction.
            if (!(error instanceof Refusal)) throw error;
            written.reject(error);
          }
        }
        await appendEvents(tx, rows, now());
        const places = [...settled.map(({ place }) => place), ...taken.flatMap(({ place }) => place ?? [])];
        if (places.length > 0) await tx.deleteFrom('audit_outbox').where('place', 'in', places).execute();
        return settled.length === batchEvents;
      });
      for (const { written } of taken) written.resolve();
      return more;
    } catch (error) {
      for (const { written } of taken) written.reject(error);
      throw error;
    }
  };
  const write = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let more = true; more || waiting.length > 0; ) {
      more = await writeBatch().catch((error: unknown) => {
        failures.push(error);
        return false;
      });
    }
    if (failures.length > 0) throw failures[0];
  };
  const wake = (): Promise<void> => {
    writing ??= outside(write).finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const queue = (one: Omit<Waiting, 'written'>): Promise<void> => {
    const written = Promise.withResolvers<void>();
    waiting.push({ ...one, written });
    // Whoever waits for the event hears of a failure by it.
    wake().catch(() => undefined);
    return written.promise;
  };
  const flush = async (): Promise<void> => {
    await writing?.catch(() => undefined);
    await wake();
  };

  const toOutbox = async (tx: Tx, row: AuditRow, settled: boolean): Promise<string> => {
    const { place } = await tx
      .insertInto('audit_outbox')
      .values({ event: JSON.stringify(row), settled, writer })
      .returning('place')
      .executeTakeFirstOrThrow();
    return place;
  };

  const trail: OpenTrail = {
    masterKey: key,
    record: (actor, event) => {
      const of = identity();
      return queue({ row: (tx) => rowOf(tx, actor, event, of) });
    },
    recordWith: async (tx, actor, event) => {
      await toOutbox(tx, await rowOf(tx, actor, event, identity()), true);
    },
    begin: async (actor, event) => {
      const of = identity();
      const place = await outside(() =>
        records.transaction(async (tx) =>
          toOutbox(tx, await rowOf(tx, actor, { ...event, outcome: 'interrupted' }, of), false),
        ),
      );
      return {
        end: (ended) => queue({ place, row: (tx) => rowOf(tx, actor, { ...event, ...ended }, of) }),
      };
    },
    erasePerson: async (actor, of) => {
      const keys = await records.transaction(async (tx) => {
        const event = await rowOf(tx, actor, { action: 'personErased', subject: of }, identity());
        await toOutbox(tx, event, true);
        return await destroyKeys(tx, of);
      });
      await listDestroyedKeys(records.db, join(dataDir, 'backups'));
      await flush();
      return keys > 0;
    },
    flush,
    close: () => {
      closed ??= flush();
      return closed;
    },
  };
  await records.transaction((tx) => leftBehind(tx, records.kind));
  await flush();
  return trail;
}
