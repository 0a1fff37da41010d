import type { Transaction } from 'kysely';
import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import type { MemberState } from '../../domain/member-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import { codeKey, nameKey } from '../../services/intake/resolve/member-keys.ts';
import { writeCommit } from '../../services/ledger/commit.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';

type Tx = Transaction<RecordsSchema>;

export interface MemberNow extends MemberState {
  readonly id: number;
  readonly kind: AssignmentKind;
  /** Number of the last change by hand, which the next one has to name; 0: there was none. */
  readonly version: number;
}

/** @throws Refusal `memberNotThere` */
export async function memberUnder({ records: { db } }: Stores, id: number): Promise<MemberNow> {
  const row = await db
    .selectFrom('member')
    .select(['id', 'kind', 'code', 'name', 'retired'])
    .where('id', '=', id)
    .where('kind', 'in', [...assignmentKinds])
    .executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'memberNotThere', params: { id } });
  const { last } = await db
    .selectFrom('member_change')
    .select(({ fn }) => fn.max('id').as('last'))
    .where('member', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as AssignmentKind, version: last ?? 0 };
}

/** Keys under which imports find a member; those that it had stay. */
export async function addKeys(
  tx: Tx,
  { id, kind, name, code }: { id: number; kind: AssignmentKind; name: string; code: string },
): Promise<void> {
  const keys = [nameKey(kind, name), ...(code === '' ? [] : [codeKey(kind, '', code)])];
  await tx
    .insertInto('member_key')
    .values(keys.map((key) => ({ key, member: id })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

export const writeChange =
  (change: {
    readonly id: number;
    readonly member: number;
    readonly before: MemberState | null;
    readonly after: MemberState;
    readonly user: number | null;
    readonly undoes?: number | null;
  }) =>
  async (tx: Tx): Promise<void> => {
    const { id, member, before, after, user, undoes = null } = change;
    await tx
      .insertInto('member_change')
      .values({
        ...{ id, member, user_id: user, undoes, changed_at: new Date().toISOString() },
        before: before && JSON.stringify(before),
        after: JSON.stringify(after),
      })
      .execute();
  };

/** Answers that are kept by version hold names: a name is a new version, with nothing else in it. */
export async function writeRename(
  stores: Stores,
  isRenamed: boolean,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (!isRenamed) return await stores.records.transaction(write);
  const before = await currentVersion(stores.records);
  const version = { ...before, version: before.version + 1 };
  await writeCommit(stores, { kind: 'edit', importId: null, version }, async (tx) => {
    await write(tx);
    await tx.updateTable('commit').set({ finished: true }).where('version', '=', version.version).execute();
  });
}
