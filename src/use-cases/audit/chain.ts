import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import type { AuditBatchTable, AuditEventTable, RecordsSchema } from '../../stores/records/schema.ts';

/** An event before it has a place. */
export type AuditRow = Omit<AuditEventTable, 'batch' | 'number'>;

/** What the first batch follows. */
export const chainStart = '0'.repeat(64);
/** Bounds what is held at a time, when writing as when verifying. */
export const batchEvents = 500;
export const digestBytes = 32;

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value));

/** Of everything in an event but its place, which the batch vouches for by the order of its digests. */
export const digestOf = (row: AuditRow): Buffer =>
  sha256([
    row.id,
    row.happened_at,
    row.user_id,
    row.on_behalf_of,
    row.key_id,
    row.address,
    row.action,
    row.outcome,
    row.subject_kind,
    row.subject_id,
    row.payload,
  ]).digest();

/** SHA-256 over the hash before, the digests of the events, and what the batch says of itself. */
export const hashOf = ({ number, previous, count, digests, written_at }: Omit<AuditBatchTable, 'hash'>) =>
  sha256([number, previous, count, digests.toString('hex'), written_at]).digest('hex');

/** As the records give moments back: what is digested before it is written has to read the same afterwards. */
export const moment = (at: Date): string => at.toISOString().replace('Z', '000Z');

/** Any number that no other program on the same server uses: "akb3" in ASCII. The second key is the schema. */
const CHAIN_LOCK = 0x616b6233;

/** Until the transaction ends nobody else appends, whatever the number of processes: a chain has one end. */
export async function lockChain(tx: Transaction<RecordsSchema>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(CHAIN_LOCK)}, hashtext(current_schema()))`.execute(tx);
}

/** Appends events in their order, in batches. Under `lockChain`. */
export async function appendEvents(
  tx: Transaction<RecordsSchema>,
  rows: readonly AuditRow[],
  writtenAt: Date,
): Promise<void> {
  let end = await chainEnd(tx);
  for (let from = 0; from < rows.length; from += batchEvents) {
    const part = rows.slice(from, from + batchEvents);
    const batch = {
      number: (end?.number ?? 0) + 1,
      previous: end?.hash ?? chainStart,
      count: part.length,
      digests: Buffer.concat(part.map(digestOf)),
      written_at: moment(writtenAt),
    };
    end = { ...batch, hash: hashOf(batch) };
    await tx
      .insertInto('audit_batch')
      .values({ ...batch, hash: end.hash })
      .execute();
    const values = part.map((row, index) => [
      batch.number,
      index + 1,
      ...names.map((name) => row[name as keyof AuditRow]),
    ]);
    await insertMany(tx, 'audit_event', columns, values);
  }
}

export async function chainEnd(
  db: RecordsExecutor,
): Promise<Pick<AuditBatchTable, 'number' | 'hash'> | undefined> {
  return await db
    .selectFrom('audit_batch')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const types: Readonly<Record<keyof AuditRow, string>> = {
  id: 'uuid',
  happened_at: 'timestamptz',
  user_id: 'integer',
  on_behalf_of: 'integer',
  key_id: 'text',
  address: 'text',
  action: 'text',
  outcome: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  payload: 'text',
};
const names = Object.keys(types);
const columns = [
  { name: 'batch', pgType: 'integer' },
  { name: 'number', pgType: 'integer' },
  ...Object.entries(types).map(([name, pgType]) => ({ name, pgType })),
];
