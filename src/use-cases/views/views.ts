import { isAllowed, type Viewer } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { SavedView, ViewChange, ViewDocument } from '../../domain/saved-view.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { Records } from '../../stores/records/records.ts';

type Reader = Pick<Viewer, 'user' | 'role' | 'hidden' | 'lent'>;

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });
/** So many of one owner: more are no help to anybody. */
const mostViews = 500;

/** Screens as somebody has set them up. */
export interface Views {
  /** One's own views and those that are shared with one's role. */
  list(): Promise<readonly SavedView[]>;
  /** Refuses `nameTaken`, `tooManyViews`. */
  add(view: ViewDocument): Promise<SavedView>;
  /** Refuses `viewUnknown`, `viewOfAnother`, `nameTaken`. */
  change(id: number, change: ViewChange): Promise<SavedView>;
  /** Refuses `viewUnknown`, `viewOfAnother`. */
  remove(id: number): Promise<void>;
}

export const viewsOf = ({ stores: { records }, viewer }: Desk): Views => ({
  list: () => savedViews(records, viewer),
  add: (view) => addView(records, viewer, view),
  change: (id, change) => changeView(records, viewer, id, change),
  remove: (id) => removeView(records, viewer, id),
});

/** One's own views and those that are shared with one's role, by name. */
export async function savedViews(records: Records, reader: Reader): Promise<SavedView[]> {
  const rows = await selectViews(records).execute();
  return rows
    .filter((row) => isSeen(row, reader))
    .map((row) => viewOf(row, reader))
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

/** @throws Refusal `nameTaken`: one of his own of that screen has the name; `tooManyViews` */
export async function addView(records: Records, reader: Reader, view: ViewDocument): Promise<SavedView> {
  const own = (await selectViews(records).execute()).filter((row) => isOwn(row, reader));
  if (own.length >= mostViews) throw new Refusal({ code: 'tooManyViews', params: { most: mostViews } });
  refuseTaken(own, view.name, view.screen);
  const { name, screen, state, roles } = view;
  const now = new Date().toISOString();
  const { id } = await records.db
    .insertInto('saved_view')
    .values({
      ...{ owner: reader.user, name, screen, state: JSON.stringify(state), roles: [...roles] },
      ...{ created_at: now, changed_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return viewOf(await changeable(records, reader, id), reader);
}

/** @throws Refusal `viewUnknown`, `viewOfAnother`, `nameTaken` */
export async function changeView(
  records: Records,
  reader: Reader,
  id: number,
  change: ViewChange,
): Promise<SavedView> {
  const row = await changeable(records, reader, id);
  const { name, state, roles } = change;
  if (name !== undefined) {
    const others = await selectViews(records).where('saved_view.id', '!=', id).execute();
    refuseTaken(
      others.filter(({ owner }) => owner === row.owner),
      name,
      row.screen,
    );
  }
  await records.db
    .updateTable('saved_view')
    .set({
      ...(name !== undefined && { name }),
      ...(state !== undefined && { state: JSON.stringify(state) }),
      ...(roles !== undefined && { roles: [...roles] }),
      changed_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .execute();
  return viewOf(await changeable(records, reader, id), reader);
}

/** @throws Refusal `viewUnknown`, `viewOfAnother` */
export async function removeView(records: Records, reader: Reader, id: number): Promise<void> {
  await changeable(records, reader, id);
  await records.db.deleteFrom('saved_view').where('id', '=', id).execute();
}

const selectViews = ({ db }: Records) =>
  db
    .selectFrom('saved_view')
    .leftJoin('app_user', 'app_user.id', 'saved_view.owner')
    .select(['saved_view.id', 'owner', 'saved_view.name', 'screen', 'state', 'roles', 'changed_at'])
    .select('app_user.name as owner_name');
type ViewRow = Awaited<ReturnType<ReturnType<typeof selectViews>['execute']>>[number];

const isOwn = ({ owner }: ViewRow, { user }: Reader): boolean => owner === user;
const isSeen = (row: ViewRow, reader: Reader): boolean =>
  isOwn(row, reader) || row.roles.includes(reader.role);
const mayChange = (row: ViewRow, reader: Reader): boolean =>
  isOwn(row, reader) || isAllowed(reader, 'manageUsers');

/** Whoever manages users changes what he is not shown in his list too. */
async function changeable(records: Records, reader: Reader, id: number): Promise<ViewRow> {
  const row = await selectViews(records).where('saved_view.id', '=', id).executeTakeFirst();
  if (row === undefined || !(isSeen(row, reader) || mayChange(row, reader)))
    throw new Refusal({ code: 'viewUnknown', params: { id } });
  if (!mayChange(row, reader)) throw new Refusal({ code: 'viewOfAnother', params: { name: row.name } });
  return row;
}

function refuseTaken(others: readonly ViewRow[], name: string, screen: string): void {
  if (others.some((one) => one.screen === screen && collator.compare(one.name, name) === 0))
    throw new Refusal({ code: 'nameTaken', params: { name } });
}

const viewOf = (row: ViewRow, reader: Reader): SavedView => ({
  ...{ id: row.id, name: row.name, screen: row.screen, roles: row.roles },
  state: JSON.parse(row.state) as SavedView['state'],
  own: isOwn(row, reader),
  changeable: !reader.lent && mayChange(row, reader),
  owner: row.owner_name ?? '',
  changedAt: row.changed_at,
});
