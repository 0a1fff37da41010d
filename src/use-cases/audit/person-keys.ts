import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AuditChanges, AuditSubject } from '../../domain/audit.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { MasterKey } from './master-key.ts';

/** Values of a person as they lie in the trail. */
export interface SealedChanges {
  readonly key: string;
  readonly fields: readonly string[];
  /** Nonce, tag and ciphertext, base64. */
  readonly text: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D), a random nonce of 96 bits: nonce, tag, ciphertext. `bound` must be given again. */
function encrypt(key: Buffer, text: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** Seals values of a person under his key, which is made when he has none. `event` is its id. */
export async function sealChanges(
  db: RecordsExecutor,
  master: MasterKey,
  { of, changes }: { readonly of: AuditSubject; readonly changes: AuditChanges },
  event: string,
): Promise<SealedChanges> {
  const { id, sealed } = await personKey(db, master, of);
  const text = encrypt(decrypt(master.key, sealed, id), Buffer.from(JSON.stringify(changes)), event);
  return { key: id, fields: Object.keys(changes), text: text.toString('base64') };
}

async function personKey(
  db: RecordsExecutor,
  master: MasterKey,
  of: AuditSubject,
): Promise<{ id: string; sealed: Buffer }> {
  const find = () =>
    db
      .selectFrom('person_key')
      .select(['id', 'sealed'])
      .where('subject_kind', '=', of.kind)
      .where('subject_id', '=', of.id)
      .where('master', '=', master.name);
  const found = await find().executeTakeFirst();
  if (found !== undefined) return found;
  const id = randomUUID();
  const sealed = encrypt(master.key, randomBytes(32), id);
  await db
    .insertInto('person_key')
    .values({ id, subject_kind: of.kind, subject_id: of.id, master: master.name, sealed })
    .onConflict((conflict) => conflict.columns(['subject_kind', 'subject_id', 'master']).doNothing())
    .execute();
  return await find().executeTakeFirstOrThrow();
}

export type OpenedChanges = AuditChanges | 'destroyed' | 'unreadable';

/** Opens the values of many events, each by its id. */
export async function openChanges(
  db: RecordsExecutor,
  master: MasterKey,
  sealed: ReadonlyMap<string, SealedChanges>,
): Promise<ReadonlyMap<string, OpenedChanges>> {
  if (sealed.size === 0) return new Map();
  const rows = await db
    .selectFrom('person_key')
    .select(['id', 'sealed', 'master'])
    .where('id', 'in', [...new Set([...sealed.values()].map(({ key }) => key))])
    .execute();
  const keys = new Map(rows.map((row) => [row.id, row]));
  const opened = new Map<string, OpenedChanges>();
  for (const [event, { key, text }] of sealed) {
    const found = keys.get(key);
    opened.set(event, found === undefined ? 'destroyed' : openOne(found, master, text, event));
  }
  return opened;
}

function openOne(
  { id, sealed, master: madeUnder }: { id: string; sealed: Buffer; master: string },
  master: MasterKey,
  text: string,
  event: string,
): OpenedChanges {
  if (madeUnder !== master.name) return 'unreadable';
  try {
    const key = decrypt(master.key, sealed, id);
    return JSON.parse(decrypt(key, Buffer.from(text, 'base64'), event).toString()) as AuditChanges;
  } catch {
    // The tag does not fit: the row was tampered with, which `verifyChain` names.
    return 'unreadable';
  }
}

/** Makes every value of a person in the trail unreadable for ever; returns how many keys he had. */
export async function destroyKeys(tx: Transaction<RecordsSchema>, of: AuditSubject): Promise<number> {
  const gone = await tx
    .deleteFrom('person_key')
    .where('subject_kind', '=', of.kind)
    .where('subject_id', '=', of.id)
    .returning('id')
    .execute();
  if (gone.length > 0) await tx.insertInto('destroyed_key').values(gone).execute();
  return gone.length;
}
