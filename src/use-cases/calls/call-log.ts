import type { CallOutcome } from '../../domain/calls.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';

/** A call as it counts: one that was taken back is none. */
export interface LoggedCall {
  readonly id: number;
  readonly client: number;
  readonly outcome: CallOutcome;
  readonly day: IsoDate;
  readonly next: IsoDate;
}

/** The last calls of each identity that was called, the latest first. */
export type CallLog = ReadonlyMap<number, readonly LoggedCall[]>;

interface Read {
  /** The last row, with its moment: other records (a restored backup) have another one there. */
  last: { readonly id: number; readonly at: string } | null;
  readonly calls: Map<number, LoggedCall[]>;
}

const logs = new WeakMap<Stores['records'], Promise<Read>>();
/** Of one customer so many are kept: enough to take some back. */
const mostOfOne = 5;

/** All calls, of which only those are read that were added since the log was asked for last. */
export async function callLog({ records }: Pick<Stores, 'records'>): Promise<CallLog> {
  const before = logs.get(records);
  const reading = (async () => read(records, await before?.catch(() => undefined)))();
  logs.set(records, reading);
  return (await reading).calls;
}

async function read(
  records: Stores['records'],
  known: Read = { last: null, calls: new Map() },
): Promise<Read> {
  const rows = await records.db
    .selectFrom('customer_call')
    .select(['id', 'client', 'outcome', 'called_on', 'next_on', 'undoes', 'stated_at'])
    .where('id', '>=', known.last?.id ?? 0)
    .orderBy('id')
    .execute();
  const [first] = rows;
  const { last } = known;
  if (last !== null && (first?.id !== last.id || first.stated_at !== last.at)) return await read(records);
  for (const { id, client, outcome, called_on: day, next_on: next, undoes } of last === null
    ? rows
    : rows.slice(1)) {
    const own = known.calls.get(client) ?? [];
    const calls =
      undoes === null
        ? [{ id, client, outcome, day, next }, ...own].slice(0, mostOfOne)
        : own.filter((one) => one.id !== undoes);
    known.calls.set(client, calls);
  }
  const end = rows.at(-1);
  return { last: end === undefined ? last : { id: end.id, at: end.stated_at }, calls: known.calls };
}
