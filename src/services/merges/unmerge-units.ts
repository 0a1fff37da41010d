import { isDeepStrictEqual } from 'node:util';
import type { Selectable, Transaction } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MonthEffect } from '../activity/month-bases.ts';
import { editUnder } from '../customers/edits.ts';
import { unitPlace } from '../customers/place.ts';
import { mergeMark, type StatedChange, write } from '../customers/write-edit.ts';
import { standingMerges } from '../intake/resolve/standing-merges.ts';
import { dropGeneration, dropOldGenerations, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import { marksOf } from './plan-merges.ts';
import { withMerges } from './with-merges.ts';

type MergeRow = Selectable<RecordsSchema['unit_merge']>;

/**
 * Withdraws a merge: its identities are the units again that imports and the other merges make of them, and what it has
 * stated of the survivor is as it was, unless something else has been stated since. A new version of the data, one commit.
 * @throws Refusal `mergeUnknown`, `mergeWithdrawn`, `customerEditChanged`; then nothing has changed
 */
export const unmergeUnits = (
  stores: Stores,
  number: number,
  user: number | null,
): Promise<{ readonly dataVersion: number; readonly effect: readonly MonthEffect[] }> =>
  withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const row = await standing(stores, number);
    const withdrawn = await withdrawal(stores, row);
    const { after, effect } = await withoutMerge(stores, before, row, withdrawn.changes);
    const marks = marksOf(row.level, [row.absorbed, row.survivor, ...(await unitsNow(stores, before, row))]);
    await writeCommit(stores, { kind: 'unmerge', importId: null, version: after }, async (tx) => {
      const unit = row.level;
      const changes = [...marks, ...withdrawn.changes];
      await write(tx, { unit, id: row.survivor, user, undoes: row.edit, changes });
      await forget(tx, row.edit, withdrawn.overruled);
      await tx
        .updateTable('unit_merge')
        .set({ withdrawn_at: new Date().toISOString(), withdrawn_by: user })
        .where('id', '=', number)
        .execute();
      await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
    });
    await dropOldGenerations(stores);
    return { dataVersion: after.version, effect };
  });

/** АКБ of the months that withdrawing a merge would change; nothing is changed. @throws Refusal as `unmergeUnits` */
export const previewUnmerge = (
  stores: Stores,
  number: number,
  signal?: AbortSignal,
): Promise<readonly MonthEffect[]> =>
  withImporterLock(
    stores.records,
    async () => {
      const row = await standing(stores, number);
      const { changes } = await withdrawal(stores, row);
      const { after, effect } = await withoutMerge(
        stores,
        await currentVersion(stores.records),
        row,
        changes,
      );
      await dropGeneration(stores, after.dimensions);
      return effect;
    },
    { signal },
  );

async function standing({ records }: Stores, number: number): Promise<MergeRow> {
  const row = await records.db
    .selectFrom('unit_merge')
    .selectAll()
    .where('id', '=', number)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'mergeUnknown', params: { id: number } });
  if (row.withdrawn_at !== null) throw new Refusal({ code: 'mergeWithdrawn', params: { id: number } });
  return row;
}

const withoutMerge = async (
  stores: Stores,
  before: DataVersion,
  { id }: MergeRow,
  stated: readonly StatedChange[],
) => {
  const merges = (await standingMerges(stores)).filter((merge) => merge.id !== id);
  return await withMerges(stores, before, merges, stated);
};

/** Whoever has looked at the card of what they are now has looked at somebody else. */
async function unitsNow(
  stores: Stores,
  version: DataVersion,
  { level, absorbed, survivor }: MergeRow,
): Promise<number[]> {
  const found: number[] = [];
  for (const identity of [absorbed, survivor]) {
    const place = await unitPlace(stores.warehouse, version, level, identity).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (place !== undefined) found.push(place.id);
  }
  return found;
}

interface Withdrawal {
  /** What is stated again in place of the merge's words. */
  readonly changes: readonly StatedChange[];
  /** Later words about the same: they stay, and came after what there was before the merge. */
  readonly overruled: readonly { readonly edit: number; readonly of: StatedChange }[];
}

async function withdrawal(stores: Stores, { edit }: MergeRow): Promise<Withdrawal> {
  const changes: StatedChange[] = [];
  const overruled: { readonly edit: number; readonly of: StatedChange }[] = [];
  for (const said of (await editUnder(stores, edit)).changes) {
    if (said.fact === mergeMark) continue;
    const next = await stores.records.db
      .selectFrom('customer_edit_field')
      .select('edit')
      .where('level', '=', said.level)
      .where('id', '=', said.id)
      .where('field', '=', said.fact)
      .where('edit', '>', edit)
      .orderBy('edit')
      .limit(1)
      .executeTakeFirst();
    if (next === undefined) changes.push({ ...said, before: said.after, after: said.before });
    else overruled.push({ edit: next.edit, of: said });
  }
  return { changes, overruled };
}

/** Taking the later words back leads to what there was before the merge. */
async function forget(
  tx: Transaction<RecordsSchema>,
  merge: number,
  overruled: Withdrawal['overruled'],
): Promise<void> {
  for (const { edit, of } of overruled) {
    const row = await tx
      .selectFrom('customer_edit_field')
      .select('before')
      .where('edit', '=', edit)
      .where('level', '=', of.level)
      .where('id', '=', of.id)
      .where('field', '=', of.fact)
      .executeTakeFirst();
    if (!isDeepStrictEqual(row?.before ?? null, of.after))
      throw new Error(`edit ${edit} does not follow the one of the merge, ${merge}`);
    await tx
      .updateTable('customer_edit_field')
      .set({ before: of.before === null ? null : JSON.stringify(of.before) })
      .where('edit', '=', edit)
      .where('level', '=', of.level)
      .where('id', '=', of.id)
      .where('field', '=', of.fact)
      .execute();
  }
}
