import { isAllowed, type Viewer } from '../../domain/access.ts';
import type { Entry } from '../../domain/entry.ts';
import { Refusal } from '../../domain/problem.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';

/** His own, or he may edit customers. */
export const mayChangeEntry = (viewer: Viewer, author: number | null): boolean =>
  isAllowed(viewer, 'recordTouches') && (author === viewer.user || isAllowed(viewer, 'editCustomers'));

const select = (db: RecordsExecutor) =>
  db
    .selectFrom('entry')
    .leftJoin('app_user', 'app_user.id', 'entry.author')
    .select(['entry.id', 'level', 'unit_id', 'kind', 'day', 'clock', 'text', 'outcome', 'due', 'done'])
    .select(['author', 'signed', 'entered_at', 'version', 'removed', 'app_user.name']);
export type EntryRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

/** Entries of whom the reader may be told, in no order; removed ones on demand. */
export async function entriesNumbered(
  desk: Desk,
  ids: readonly number[],
  removed = false,
): Promise<EntryRow[]> {
  const rows = await select(desk.stores.records.db)
    .where('entry.id', 'in', [0, ...ids])
    .where('removed', '=', removed)
    .execute();
  return await seenOf(desk, rows);
}

/** Tasks of whom the reader may be told that are not done: the first due first, then those due at no time. */
export async function openTasks(desk: Desk): Promise<EntryRow[]> {
  const rows = await select(desk.stores.records.db)
    .where('kind', '=', 'task')
    .where('done', '=', false)
    .where('removed', '=', false)
    .orderBy('due')
    .orderBy('entry.id')
    .execute();
  return await seenOf(desk, rows);
}

async function seenOf({ stores, viewer }: Desk, rows: readonly EntryRow[]): Promise<EntryRow[]> {
  const version = await currentVersion(stores.records);
  const seen = await seenIdentities(stores, { scope: viewer.scope, version });
  return rows.filter(({ level, unit_id }) => seen.has(level, unit_id));
}

/** @throws Refusal `entryUnknown`: outside of what he sees as if there were none */
export async function entryRow(desk: Desk, id: number, removed = false): Promise<EntryRow> {
  const [row] = await entriesNumbered(desk, [id], removed);
  if (row === undefined) throw new Refusal({ code: 'entryUnknown', params: { id } });
  return row;
}

/** @throws Refusal `entryUnknown`, `entryOfAnother` */
export async function changeableRow(desk: Desk, id: number, removed = false): Promise<EntryRow> {
  const row = await entryRow(desk, id, removed);
  if (!mayChangeEntry(desk.viewer, row.author)) throw new Refusal({ code: 'entryOfAnother' });
  return row;
}

export const entryOf = ({ viewer }: Desk, row: EntryRow): Entry => ({
  ...{ id: row.id, version: row.version, level: row.level, unitId: row.unit_id },
  ...{ kind: row.kind, day: row.day, time: row.clock || null, text: row.text, outcome: row.outcome },
  ...{ due: row.due, done: row.done, author: row.name ?? row.signed, enteredAt: row.entered_at },
  changeable: mayChangeEntry(viewer, row.author),
});
