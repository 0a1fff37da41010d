import type { Slice } from '../../domain/dimensions.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { ListQuery } from '../../domain/report-words.ts';
import type { Scope } from '../../domain/scope.ts';
import type { CustomerSet } from '../../domain/sets/customer-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { currentVersion, type DataVersion, keptVersion } from '../ledger/data-version.ts';
import { type CustomerList, frameOfList, rowsOfMembers } from './customers.ts';
import { listOrder } from './list-order.ts';
import { idsInOrder, type ListParts, orderOf } from './list-sql.ts';
import { listHash, type PageCursor, readCursor, writeCursor } from './page-cursor.ts';
import { remembered } from './remembered.ts';
import type { CustomerPage } from './report.ts';
import { findUnits } from './search/find-units.ts';
import { foundUnits } from './search/found-units.ts';
import { recallFound, rememberFound } from './search/found-walks.ts';
import type { SetContext } from './set-sql.ts';
import { shownAmong } from './shown-sql.ts';

export interface PageQuestion extends ListQuery {
  readonly set: CustomerSet;
  readonly period: Period;
  readonly slice: Slice;
  /** Rows of a page. */
  readonly limit: number;
  /** Where the page before ended; the rest of the question has to be the same. */
  readonly cursor?: string;
  /** The place of the first row, from 0, instead of where the page before ended: the cursor says only of which walk. */
  readonly from?: number;
  readonly scope: Scope;
  /** What the set is compiled in, for a version of the data. */
  readonly contextOf: (set: CustomerSet, version: DataVersion) => Promise<SetContext>;
}

/**
 * A page of the members of a set. All pages of a walk are of the version of the data with which it began, whatever is
 * imported meanwhile; who may be named is asked of that version and of today's.
 * @throws Refusal `listCursorUnreadable`, `listCursorUnfit`, `listVersionGone`, `searchForgotten`, `searchTooWide`,
 * problems of the set
 */
export async function customerPage(stores: Stores, question: PageQuestion): Promise<CustomerPage> {
  const { set, period, slice, limit, search, from } = question;
  const cursor = question.cursor === undefined ? null : readCursor(question.cursor);
  const asked = orderOf(question);
  const hash = listHash([set, period.label, slice, asked.sort, asked.order, search ?? '']);
  if (cursor !== null && cursor.list !== hash) throw new Refusal({ code: 'listCursorUnfit' });
  const version = await versionOfWalk(stores, cursor);
  const asBegun = cursor === null ? set : { ...set, method: { ...set.method, version: cursor.method } };
  const context = await question.contextOf(asBegun, version);
  const list: CustomerList = { ...context, set: set.set, period, slice };
  const { method } = context;
  const order = await listOrder(stores, version, set.unit, asked, cursor?.ranks);
  const ids = await foundIds(stores, question, cursor);
  const parts: ListParts = { frame: frameOfList(list), set: list.set, context: list, order, found: null };
  const everybody = await idsOfList(stores.warehouse, parts);
  const found = ids && (await foundUnits(stores, parts.frame, ids));
  const all = found === null ? everybody : everybody.filter((unit) => found.has(unit));
  const total = all.length;
  const shown = cursor === null ? 0 : all.indexOf(cursor.after) + 1;
  if (cursor !== null && shown === 0) throw new Refusal({ code: 'listCursorUnfit' });
  const begin = from ?? shown;
  const members = [...all.subarray(begin, begin + limit)];
  const rows = await rowsOfMembers(stores, parts, members, await hiddenByNow(stores, parts, members));
  const after = begin + limit < total ? members.at(-1) : undefined;
  if (after === undefined) return { total, dataVersion: version.version, rows };
  const next: Omit<PageCursor, 'format'> = {
    ...{ version: version.version, method: method.version, after, list: hash },
    ...(order.build !== undefined && { ranks: order.build }),
    ...(ids !== null && { found: cursor?.found ?? rememberFound(stores.warehouse, ids) }),
  };
  return { total, dataVersion: version.version, rows, next: writeCursor(next) };
}

/** All ids in order: whoever turns pages, or searches as he types, asks for the same ones again and again. */
const idsOfList = (warehouse: Warehouse, list: ListParts): Promise<Uint32Array> =>
  remembered<{ units: readonly number[] }, Uint32Array>(
    warehouse,
    idsInOrder(list),
    ([row]) => Uint32Array.from(row?.units ?? []),
    (ids) => ids.byteLength,
  );

/** @throws Refusal `listVersionGone` */
export async function versionOfWalk(
  { records }: Stores,
  cursor: Pick<PageCursor, 'version'> | null,
): Promise<DataVersion> {
  if (cursor === null) return await currentVersion(records);
  const version = await keptVersion(records, cursor.version);
  if (version === null) throw new Refusal({ code: 'listVersionGone', params: { version: cursor.version } });
  return version;
}

async function foundIds(
  stores: Stores,
  question: PageQuestion,
  cursor: PageCursor | null,
): Promise<readonly number[] | null> {
  const { set, search } = question;
  if (cursor === null) return await findUnits(stores, set.unit, question);
  const searched = search !== undefined && search.trim() !== '';
  if (searched !== (cursor.found !== undefined)) throw new Refusal({ code: 'listCursorUnfit' });
  if (cursor.found === undefined) return null;
  const found = recallFound(stores.warehouse, cursor.found);
  if (found === undefined) throw new Refusal({ code: 'searchForgotten' });
  return found;
}

/** Who was handed over since the walk began keeps his place in it, but is not named any more. */
async function hiddenByNow(
  stores: Stores,
  { frame }: ListParts,
  members: readonly number[],
): Promise<(unit: number) => boolean> {
  const now = await currentVersion(stores.records);
  if (frame.scope.nodes === null || now.version === frame.version.version || members.length === 0)
    return () => false;
  const { text, params } = statement(shownAmong({ ...frame, version: now }, members));
  const shown = new Set(
    (await stores.warehouse.rows<{ unit: number }>(text, params)).map(({ unit }) => unit),
  );
  return (unit) => !shown.has(unit);
}
