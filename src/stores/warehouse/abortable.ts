import type { Warehouse } from './contract.ts';

/** The same warehouse for one question: when `signal` aborts, its running queries end and throw the reason. */
export function abortable(warehouse: Warehouse, signal: AbortSignal): Warehouse {
  return {
    ...warehouse,
    rows: <T extends object>(sql: string, params?: Record<string, unknown>) =>
      warehouse.rows<T>(sql, params, signal),
    stream: <T extends object>(sql: string, params?: Record<string, unknown>) =>
      warehouse.stream<T>(sql, params, signal),
  };
}
