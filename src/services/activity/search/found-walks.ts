import { randomUUID } from 'node:crypto';
import { originOf } from '../../../stores/warehouse/abortable.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';

/** Walks through search results of several pages that are remembered; 50,000 ids of each take 0.2 MB. */
const MOST_WALKS = 100;

const walks = new WeakMap<Warehouse, Map<string, Uint32Array>>();

/** Keeps what a search has found for the next pages: names may change in between. Returns its key. */
export function rememberFound(warehouse: Warehouse, found: readonly number[]): string {
  const all = walksOf(warehouse);
  const key = randomUUID();
  all.set(key, Uint32Array.from(found));
  for (const oldest of all.keys()) {
    if (all.size <= MOST_WALKS) break;
    all.delete(oldest);
  }
  return key;
}

/** What was found, or undefined when it is forgotten. */
export function recallFound(warehouse: Warehouse, key: string): readonly number[] | undefined {
  const all = walksOf(warehouse);
  const found = all.get(key);
  if (found === undefined) return undefined;
  // Whoever goes on is remembered longest.
  all.delete(key);
  all.set(key, found);
  return [...found];
}

function walksOf(warehouse: Warehouse): Map<string, Uint32Array> {
  const origin = originOf(warehouse);
  const known = walks.get(origin) ?? new Map<string, Uint32Array>();
  walks.set(origin, known);
  return known;
}
