import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Transaction } from 'kysely';
import { isRunning, type ProcessIdentity, thisProcess } from '../../stores/process-identity.ts';
import type { Records } from '../../stores/records/records.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';

interface Writer extends ProcessIdentity {
  /** Tells trails of one process apart. */
  readonly trail: string;
}

export const writerName = (): string =>
  JSON.stringify({ ...thisProcess(), trail: randomUUID() } satisfies Writer);

/**
 * Settles as `interrupted` what a process began and did not live to end. The embedded engine has one process, which is
 * this one. On a server others may be at work: theirs is left while they run, and to computers that cannot be asked.
 */
export async function leftBehind(tx: Transaction<RecordsSchema>, kind: Records['kind']): Promise<void> {
  const begun = await tx
    .selectFrom('audit_outbox')
    .select(['place', 'writer'])
    .where('settled', '=', false)
    .execute();
  const places = begun
    .filter(({ writer }) => kind === 'embedded' || isGone(JSON.parse(writer) as Writer))
    .map(({ place }) => place);
  if (places.length === 0) return;
  await tx.updateTable('audit_outbox').set({ settled: true }).where('place', 'in', places).execute();
}

const isGone = (writer: Writer): boolean => writer.host === hostname() && !isRunning(writer);
