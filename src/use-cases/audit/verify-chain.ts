import type { AuditBreak, AuditVerification } from '../../domain/audit.ts';
import { type RecordsExecutor, streamRows } from '../../stores/records/bulk.ts';
import type { AuditBatchTable, AuditEventTable } from '../../stores/records/schema.ts';
import { chainEnd, chainStart, digestBytes, digestOf, hashOf } from './chain.ts';

/** Pages are held whole: payloads may be long. */
const pageRows = 500;

/**
 * Walks the chain from its beginning, holding one batch at a time, and says where it breaks first. What was cut off its
 * end can only be told by a hash that somebody has noted (`head`).
 */
export async function verifyChain(db: RecordsExecutor, head?: string): Promise<AuditVerification> {
  const end = await chainEnd(db);
  const counted = { batches: 0, events: 0 };
  let previous = chainStart;
  let found = false;
  const told = (broken: AuditBreak | null): AuditVerification => ({
    whole: broken === null && (head === undefined || found),
    ...counted,
    head: end?.hash ?? null,
    break: broken,
    headFound: head === undefined ? null : found,
  });

  const events = eventsUpTo(db, end?.number ?? 0);
  try {
    let next = await take(events);
    for await (const batch of batchesUpTo(db, end?.number ?? 0)) {
      const broken = brokenBatch(batch, previous, counted.batches + 1);
      if (broken !== undefined) return told(broken);
      const own: AuditEventTable[] = [];
      // One more than there should be shows that there are too many.
      for (
        ;
        next !== undefined && next.batch <= batch.number && own.length <= batch.count;
        next = await take(events)
      ) {
        if (next.batch < batch.number) return told({ ...placeOf(next), how: 'inserted' });
        own.push(next);
      }
      const brokenEvent = brokenAmong(own, batch);
      if (brokenEvent !== undefined) return told(brokenEvent);
      counted.batches++;
      counted.events += batch.count;
      previous = batch.hash;
      found ||= batch.hash === head?.toLowerCase();
    }
    return told(next === undefined ? null : { ...placeOf(next), how: 'inserted' });
  } finally {
    await events.return();
  }
}

const placeOf = ({ batch, number }: AuditEventTable) => ({ batch, number });

function brokenBatch(batch: AuditBatchTable, previous: string, expected: number): AuditBreak | undefined {
  const { number, count, digests } = batch;
  if (number > expected) return { batch: expected, number: null, how: 'missing' };
  if (number < expected) return { batch: number, number: null, how: 'inserted' };
  if (batch.hash !== hashOf(batch) || digests.length !== count * digestBytes)
    return { batch: number, number: null, how: 'changed' };
  if (batch.previous === previous) return undefined;
  // It is what it was when it was written, so the one that it follows is not.
  return { batch: Math.max(number - 1, 1), number: null, how: 'changed' };
}

/** The first event that is not what the batch says; `rows` are its events, at most one more than it counts. */
function brokenAmong(rows: readonly AuditEventTable[], batch: AuditBatchTable): AuditBreak | undefined {
  const { count, digests } = batch;
  const place = { batch: batch.number };
  const expected = Array.from({ length: count }, (_, index) =>
    digests.subarray(index * digestBytes, (index + 1) * digestBytes).toString('hex'),
  );
  for (const [index, digest] of expected.entries()) {
    const number = index + 1;
    const row = rows[index];
    if (row === undefined || row.number > number) return { ...place, number, how: 'missing' };
    if (row.number < number) return { ...place, number: row.number, how: 'inserted' };
    const found = digestOf(row).toString('hex');
    if (found === digest) continue;
    if (rows.length > count) return { ...place, number, how: 'inserted' };
    if (rows.length < count) return { ...place, number, how: 'missing' };
    return { ...place, number, how: expected.includes(found) ? 'moved' : 'changed' };
  }
  const extra = rows[count];
  return extra && { ...place, number: extra.number, how: 'inserted' };
}

const batchesUpTo = (db: RecordsExecutor, end: number) =>
  streamRows<AuditBatchTable>(db, {
    select: 'SELECT * FROM audit_batch WHERE number <= $1::integer',
    params: [end],
    key: [{ name: 'number', pgType: 'integer' }],
    pageRows,
  });

/** Those of no batch at all are seen too, wherever they say that they belong. */
const eventsUpTo = (db: RecordsExecutor, end: number) =>
  streamRows<AuditEventTable>(db, {
    select: `SELECT * FROM audit_event AS e WHERE batch <= $1::integer
      OR NOT EXISTS (SELECT 1 FROM audit_batch AS b WHERE b.number = e.batch)`,
    params: [end],
    key: [
      { name: 'batch', pgType: 'integer' },
      { name: 'number', pgType: 'integer' },
    ],
    pageRows,
  });

async function take(events: AsyncGenerator<AuditEventTable>): Promise<AuditEventTable | undefined> {
  const { value, done } = await events.next();
  return done ? undefined : value;
}
