import type { Method } from '../../../domain/method.ts';
import { originOf } from '../../../stores/warehouse/abortable.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../../ledger/data-version.ts';
import { keptKey, keptMonths } from './build-kept.ts';

/** What is kept of a version for a method: the build of every month that has lines. */
export interface Kept {
  readonly key: string;
  readonly builds: ReadonlyMap<number, number>;
}

/** Builds never change once they are written down, so a complete answer holds for the life of the process. */
const known = new WeakMap<Warehouse, Map<string, Kept>>();

/** Null where some month is not built yet. */
export async function keptOf(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
): Promise<Kept | null> {
  if (!isKeepable(method)) return null;
  const key = keptKey(method);
  const origin = originOf(warehouse);
  const ofWarehouse = known.get(origin) ?? new Map<string, Kept>();
  known.set(origin, ofWarehouse);
  const name = `${version.dimensions} ${key}`;
  const found = ofWarehouse.get(name);
  if (found !== undefined) return found;
  const builds = await keptMonths(warehouse, version, key);
  if (!Object.keys(version.months).every((ym) => builds.has(Number(ym)))) return null;
  if (ofWarehouse.size > 100) ofWarehouse.clear();
  ofWarehouse.set(name, { key, builds });
  return { key, builds };
}

/** Returns of later months, and thresholds over several months, cannot be kept month by month. */
export const isKeepable = ({ returns, thresholds }: Method): boolean =>
  returns.mode !== 'days' && Object.keys(thresholds).length === 0;
