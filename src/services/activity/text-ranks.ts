import { randomInt } from 'node:crypto';
import { breather } from '../../stores/breathe.ts';
import { textsInOrder } from '../../stores/records/text-order.ts';
import type { Stores } from '../../stores/stores.ts';
import { originOf } from '../../stores/warehouse/abortable.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { allIds } from './all-ids.ts';
import { type Dress, dressUnits } from './dress-units.ts';
import { memberNames } from './member-names.ts';

// The warehouse puts lists in order and must not know names: it has positions of units by them, built from the records
// for a version of the data, in the background or when they are asked for first.

/** Of whom a text is: legal entities and clients are one space of ids. */
export type TextLevel = 'party' | 'point' | 'member';
export type RankedText = Exclude<keyof Dress, 'id'>;

export interface RankedBy {
  readonly level: TextLevel;
  readonly text: RankedText;
}

/** `kept`: under which name the positions are written down. */
interface Named extends RankedBy {
  readonly kept: string;
}

/** A name that somebody changes by hand makes no new dimensions: `name@17` is the order after edit 17. */
async function keptAs({ records: { db } }: Stores, { level, text }: RankedBy): Promise<string> {
  if (text !== 'name') return text;
  const row = await (level === 'member'
    ? db.selectFrom('member_change').select(({ fn }) => fn.max('id').as('last'))
    : db
        .selectFrom('customer_edit_field')
        .select(({ fn }) => fn.max('edit').as('last'))
        .where('field', '=', 'name')
  ).executeTakeFirst();
  return row?.last ? `${text}@${row.last}` : text;
}

const underWay = new WeakMap<Warehouse, Map<string, Promise<number>>>();

/** The build of positions by a text for a version: one at hand, or a new one. */
export async function textRanks(stores: Stores, version: DataVersion, asked: RankedBy): Promise<number> {
  const { dimensions } = version;
  const by: Named = { ...asked, kept: await keptAs(stores, asked) };
  const [found] = await stores.warehouse.rows<{ build: number }>(
    `SELECT build FROM text_rank_build
     WHERE dimensions = ${dimensions} AND level = {level:String} AND text = {text:String} AND settled
     ORDER BY build LIMIT 1`,
    { level: by.level, text: by.kept },
  );
  if (found !== undefined) return found.build;
  const origin = originOf(stores.warehouse);
  const ofWarehouse = underWay.get(origin) ?? new Map<string, Promise<number>>();
  underWay.set(origin, ofWarehouse);
  const key = `${dimensions} ${by.level} ${by.kept}`;
  const begun = ofWarehouse.get(key);
  if (begun !== undefined) return await begun;
  // Whoever asked may leave; what is being built serves the next one.
  const build = buildRanks({ ...stores, warehouse: origin }, version, by);
  ofWarehouse.set(key, build);
  try {
    return await build;
  } finally {
    ofWarehouse.delete(key);
  }
}

/** Whether a build was made for a version. */
export async function hasTextRanks(
  warehouse: Warehouse,
  { dimensions }: DataVersion,
  { level, text }: RankedBy,
  build: number,
): Promise<boolean> {
  const rows = await warehouse.rows(
    `SELECT 1 FROM text_rank_build WHERE dimensions = ${dimensions} AND build = {build:UInt32}
     AND level = {level:String} AND splitByChar('@', toString(text))[1] = {text:String} LIMIT 1`,
    { build, level, text },
  );
  return rows.length > 0;
}

async function buildRanks(stores: Stores, version: DataVersion, by: Named): Promise<number> {
  const settled = await isFinished(stores, version);
  const build = randomInt(1, 2 ** 32);
  const units = await unitsByText(stores, by);
  const order = await textsInOrder(stores.records.db, [...units.keys()]);
  await stores.warehouse.insert('text_rank', ['build', 'id', 'rank'], ranked(build, order, units));
  await stores.warehouse.insert(
    'text_rank_build',
    ['dimensions', 'level', 'text', 'build', 'settled'],
    [[version.dimensions, by.level, by.kept, build, settled]],
  );
  return build;
}

function* ranked(
  build: number,
  order: readonly string[],
  units: ReadonlyMap<string, readonly number[]>,
): Generator<[number, number, number]> {
  for (const [index, text] of order.entries())
    for (const id of units.get(text) ?? []) yield [build, id, index + 1];
}

/** Right after a commit the records still take over what the import says. */
async function isFinished({ records }: Stores, { version }: DataVersion): Promise<boolean> {
  const row = await records.db
    .selectFrom('commit')
    .select('finished')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.finished ?? true;
}

/** Ids by text; nobody whose text is not known. */
async function unitsByText(stores: Stores, { level, text }: RankedBy): Promise<Map<string, number[]>> {
  const units = new Map<string, number[]>();
  const breathe = breather();
  for await (const ids of allIds(stores, level)) {
    const textOf = await textsOf(stores, level, text, ids);
    for (const id of ids) {
      const one = textOf(id);
      const others = units.get(one);
      if (others !== undefined) others.push(id);
      else if (one !== '') units.set(one, [id]);
    }
    await breathe();
  }
  return units;
}

async function textsOf(
  stores: Stores,
  level: TextLevel,
  text: RankedText,
  ids: readonly number[],
): Promise<(id: number) => string> {
  if (level === 'member') {
    const names = await memberNames(stores, ids);
    return (id) => names.get(id) ?? '';
  }
  const dressed = await dressUnits(stores, level === 'party' ? 'client' : 'deliveryPoint', ids);
  return (id) => dressed(id)[text];
}
