import type { Warehouse } from './contract.ts';

/** The same warehouse for one question: when `signal` aborts, its running queries end and throw the reason. */
export function abortable(warehouse: Warehouse, signal: AbortSignal): Warehouse {
  const own: Warehouse = {
    ...warehouse,
    rows: <T extends object>(sql: string, params?: Record<string, unknown>) =>
      warehouse.rows<T>(sql, params, signal),
    stream: <T extends object>(sql: string, params?: Record<string, unknown>) =>
      warehouse.stream<T>(sql, params, signal),
  };
  origins.set(own, originOf(warehouse));
  return own;
}

const origins = new WeakMap<Warehouse, Warehouse>();

/** The warehouse itself, for whoever remembers something of it. */
export const originOf = (warehouse: Warehouse): Warehouse => origins.get(warehouse) ?? warehouse;
