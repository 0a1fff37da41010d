import { Refusal } from '../../domain/problem.ts';
import type { CustomerSort, SortOrder } from '../../domain/report-words.ts';
import { type CountUnit, countUnits } from '../../domain/units.ts';
import { textsInOrder } from '../../stores/records/text-order.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { attributeColumns, isAttributeSort, isTextSort, type ListOrder, orderOf } from './list-sql.ts';
import { unitsOfIdentities } from './search/found-units.ts';
import { refreshUnitText } from './search/unit-text.ts';
import { hasTextRanks, type RankedBy, type RankedText, textRanks } from './text-ranks.ts';

/**
 * What the warehouse has to be told to put a list in order. `begun`: the build of positions with which the list began.
 * @throws Refusal `listCursorUnfit`
 */
export async function listOrder(
  stores: Stores,
  version: DataVersion,
  unit: CountUnit,
  asked: { readonly sort?: CustomerSort; readonly order?: SortOrder },
  begun?: number,
): Promise<ListOrder> {
  const order = orderOf(asked);
  const { sort } = order;
  const by = rankedBy(sort, unit);
  if (by !== null) {
    if (begun !== undefined && !(await hasTextRanks(stores.warehouse, version, by, begun)))
      throw new Refusal({ code: 'listCursorUnfit' });
    return { ...order, build: begun ?? (await textRanks(stores, version, by)) };
  }
  if (!isAttributeSort(sort)) return order;
  const column = attributeColumns[sort];
  const rows = await stores.warehouse.rows<{ text: string }>(
    `SELECT DISTINCT toString(${column}) AS text FROM ${sort === 'city' ? 'dim_point' : 'dim_party'}
     WHERE generation = ${version.dimensions} AND ${column} != '' ORDER BY text`,
  );
  return {
    ...order,
    texts: await textsInOrder(
      stores.records.db,
      rows.map(({ text }) => text),
    ),
  };
}

/** Whose positions by which text an order needs; null: none. */
function rankedBy(sort: CustomerSort, unit: CountUnit): RankedBy | null {
  if (sort === 'manager') return { level: 'member', text: 'name' };
  if (!isTextSort(sort) || isAttributeSort(sort)) return null;
  return { level: unit === 'deliveryPoint' ? 'point' : 'party', text: sort as RankedText };
}

/** Prepares what lists by name and searches need of a version, so that the first one does not wait for it. */
export async function readyLists(stores: Stores, version: DataVersion): Promise<void> {
  await refreshUnitText(stores);
  for (const unit of ['client', 'deliveryPoint'] as const)
    await listOrder(stores, version, unit, { sort: 'name' });
  for (const unit of countUnits) await unitsOfIdentities(stores.warehouse, { unit, version });
}
