import { sql, type Transaction } from 'kysely';
import {
  type CallOutcome,
  callUnit,
  daysUntilNext,
  type NewCall,
  type RefusalReason,
} from '../../domain/calls.ts';
import { today } from '../../domain/clock.ts';
import { addDays, isIsoDate } from '../../domain/iso-date.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { rhythmBuild } from '../../services/rhythm/rhythm.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { seenClient } from './work-list.ts';

export interface RecordedCall {
  readonly id: number;
  readonly client: number;
  readonly outcome: CallOutcome;
  readonly reason: RefusalReason | null;
  readonly day: IsoDate;
  /** When he stands in the list again. */
  readonly next: IsoDate;
}

/** Calls come one after another. */
const CALLS_LOCK = 4_017;
/** The next call, from today on. */
const latestNext = 366;

/** @throws Refusal `customerUnknown`, `callReason`, `callNextWrong` */
export async function recordCall(desk: Desk, call: NewCall): Promise<RecordedCall> {
  const { stores, viewer } = desk;
  const { outcome, reason } = call;
  const day = today();
  const next = call.next ?? addDays(day, daysUntilNext[outcome]);
  if ((outcome === 'refused') !== (reason !== undefined)) throw new Refusal({ code: 'callReason' });
  if (!isIsoDate(next) || next < day || next > addDays(day, latestNext))
    throw new Refusal({ code: 'callNextWrong', params: { day: next } });
  const version = await currentVersion(stores.records);
  const client = await seenClient(desk, version, call.id);
  const rep = await repOf(stores, version, client);
  const id = await inTurn(stores, (tx) =>
    add(tx, {
      ...{ client, rep, outcome, reason: reason ?? '', called_on: day, clock: clockNow(), next_on: next },
      ...{ user_id: viewer.user, undoes: null },
    }),
  );
  return { id, client, outcome, reason: reason ?? null, day, next };
}

/** Takes a call of his own back. @throws Refusal `callUnknown`, `callOfAnother`, `callUndone` */
export async function undoCall({ stores, viewer }: Desk, id: number): Promise<RecordedCall> {
  return await inTurn(stores, async (tx) => {
    const row = await tx.selectFrom('customer_call').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.undoes !== null) throw new Refusal({ code: 'callUnknown', params: { id } });
    if (row.user_id !== viewer.user) throw new Refusal({ code: 'callOfAnother' });
    const before = await tx
      .selectFrom('customer_call')
      .select('id')
      .where('undoes', '=', id)
      .executeTakeFirst();
    if (before !== undefined) throw new Refusal({ code: 'callUndone', params: { id } });
    const { client, rep, outcome, reason, called_on: day, clock, next_on: next, user_id } = row;
    await add(tx, {
      ...{ client, rep, outcome, reason, called_on: day, clock, next_on: next, user_id, undoes: id },
    });
    return { id, client, outcome, reason: reason === '' ? null : reason, day, next };
  });
}

const inTurn = <Result>(
  { records }: Stores,
  work: (tx: Transaction<RecordsSchema>) => Promise<Result>,
): Promise<Result> =>
  records.transaction(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(CALLS_LOCK)})`.execute(tx);
    return await work(tx);
  });

async function add(
  tx: Transaction<RecordsSchema>,
  call: Omit<RecordsSchema['customer_call'], 'id' | 'stated_at'>,
): Promise<number> {
  const { last } = await tx
    .selectFrom('customer_call')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  const id = (last ?? 0) + 1;
  await tx
    .insertInto('customer_call')
    .values({ id, ...call, stated_at: new Date().toISOString() })
    .execute();
  return id;
}

/** Who is responsible on the last loaded day; 0: nobody, or the customer has never bought. */
async function repOf(stores: Stores, version: DataVersion, client: number): Promise<number> {
  const build = await rhythmBuild(stores, version, callUnit);
  const [row] = await stores.warehouse.rows<{ rep: number }>(
    `SELECT rep FROM rhythm WHERE build = ${build} AND unit = ${client}`,
  );
  return row?.rep ?? 0;
}

const clockNow = (): string => {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};
