import type { Params } from './params.ts';
import type { RowBatch } from './row-text.ts';

/** What differs between chDB in this process and a ClickHouse server. `warehouse.ts` builds the rest on it. */
export interface Engine {
  readonly kind: 'embedded' | 'server';
  readonly filesRoot: string | null;
  readonly backupsRoot: string | null;
  rows<T extends object>(sql: string, params: Params, signal?: AbortSignal): Promise<T[]>;
  stream<T extends object>(sql: string, params: Params, signal?: AbortSignal): AsyncIterable<T>;
  run(sql: string, params: Params): Promise<void>;
  /** `into` is `INSERT INTO … (…)`; each batch is one statement in JSONCompactEachRow. Returns the rows written. */
  insert(into: string, batches: AsyncIterable<RowBatch>): Promise<number>;
  /** `file` does not exist yet. */
  writeParquet(sql: string, file: string): Promise<void>;
  readParquet(table: string, columns: readonly string[], file: string): Promise<void>;
  close(): Promise<void>;
}

export const DEFAULT_DATABASE = 'akb';
