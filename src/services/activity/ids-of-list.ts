import { LRUCache } from 'lru-cache';
import type { Stores } from '../../stores/stores.ts';
import { originOf } from '../../stores/warehouse/abortable.ts';
import { statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { idsInOrder, type ListParts } from './list-sql.ts';

// Whoever turns the pages of a list asks for the same ids in the same order again and again.

/** Bytes of all lists that a process remembers; 300,000 ids take 1.2 MB. */
const mostBytes = 64 * 2 ** 20;

const remembered = new WeakMap<Warehouse, LRUCache<string, Uint32Array>>();

/**
 * All ids of a list in order. They are remembered by their statement: it names everything that it reads by generation or
 * build, so that whatever changes the answer changes the statement.
 */
export async function idsOfList(
  { warehouse }: Pick<Stores, 'warehouse'>,
  list: ListParts,
): Promise<Uint32Array> {
  const { text, params } = statement(idsInOrder(list));
  const lists = listsOf(warehouse);
  const key = JSON.stringify([text, params]);
  const known = lists.get(key);
  if (known !== undefined) return known;
  const [row] = await warehouse.rows<{ units: readonly number[] }>(text, params);
  const ids = Uint32Array.from(row?.units ?? []);
  lists.set(key, ids);
  return ids;
}

function listsOf(warehouse: Warehouse): LRUCache<string, Uint32Array> {
  const origin = originOf(warehouse);
  const known =
    remembered.get(origin) ??
    new LRUCache<string, Uint32Array>({
      maxSize: mostBytes,
      sizeCalculation: (ids, key) => ids.byteLength + 2 * key.length,
    });
  remembered.set(origin, known);
  return known;
}
