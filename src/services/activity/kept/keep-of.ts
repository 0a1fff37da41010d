import type { Method } from '../../../domain/method.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../../ledger/data-version.ts';
import { buildKept } from './build-kept.ts';
import { buildStates } from './build-states.ts';
import { keepsStates, keptOf } from './kept.ts';

/** Brings everything that is kept of a version for a method up to date; returns the months of which bitmaps were built. */
export async function keepOf(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
  signal?: AbortSignal,
): Promise<number[]> {
  const built = await buildKept(warehouse, version, method, signal);
  if (!keepsStates(method)) return built;
  const kept = await keptOf(warehouse, version, method);
  if (kept !== null && !signal?.aborted) await buildStates(warehouse, version, method, kept, signal);
  return built;
}
