import { availableParallelism, totalmem } from 'node:os';
import { Refusal } from '../../domain/problem.ts';

export type Role = 'reader' | 'writer';

export interface Limits {
  /** Longest time a reading query may take, in seconds. */
  readonly readSeconds: number;
  /** Longest time a statement of `run` or one batch of `insert` may take, in seconds. */
  readonly writeSeconds: number;
  /** Memory one query may take before it is refused, in bytes; from a quarter of it on, it goes to disk. */
  readonly memoryBytes: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

export function defaultLimits(): Limits {
  return {
    readSeconds: 60,
    writeSeconds: 6 * 60 * 60,
    memoryBytes: memoryFromMachine(process.env.AKB_MEMORY_MB, totalmem()),
  };
}

/**
 * `AKB_MEMORY_MB` if it is given, else a quarter of the machine's memory, at most 4 GiB. In bytes.
 * @throws Refusal `memorySetting`
 */
export function memoryFromMachine(megabytes: string | undefined, machineBytes: number): number {
  if (megabytes === undefined) return Math.floor(Math.min(4 * GIB, machineBytes / 4));
  if (!/^[1-9]\d*$/.test(megabytes)) {
    throw new Refusal({ code: 'memorySetting', params: { value: megabytes } });
  }
  return Number(megabytes) * MIB;
}

/** Everything that must hold for every query of a connection, whoever wrote the SQL. */
export function connectionSettings(role: Role, limits: Limits): Readonly<Record<string, string | number>> {
  return {
    // A total row of ROLLUP and a LEFT JOIN that finds nothing answer NULL, never 0 or ''.
    group_by_use_nulls: 1,
    join_use_nulls: 1,
    // `SELECT 2 AS gen … WHERE gen = 1` must filter by the column.
    prefer_column_name_to_alias: 1,
    count_distinct_implementation: 'uniqExact',
    // 64-bit integers and decimals arrive as strings: a JavaScript number would round them.
    output_format_json_quote_64bit_integers: 1,
    output_format_json_quote_decimals: 1,
    session_timezone: 'UTC',
    // A NULL for a column that holds none is an error, not a silent 0.
    input_format_null_as_default: 0,
    insert_null_as_default: 0,
    // `run` and `insert` answer when the thing is done.
    async_insert: 0,
    mutations_sync: 2,
    alter_sync: 2,
    // One import may touch more months than the default of 100 partitions.
    max_partitions_per_insert_block: 10_000,
    // Parameters travel inside statements; the default of 256 KiB is too small for sets of ids.
    max_query_size: 64 * MIB,
    max_execution_time: role === 'reader' ? limits.readSeconds : limits.writeSeconds,
    timeout_overflow_mode: 'throw',
  };
}

/** For the engine inside our own process; a server keeps to its administrator's limits. */
export function memorySettings(limits: Limits): Readonly<Record<string, number>> {
  const spillBytes = Math.floor(limits.memoryBytes / 4);
  return {
    max_threads: availableParallelism(),
    // Compiling an expression takes longer (up to 0.3 s, at its fourth use) than it saves on five million lines.
    compile_expressions: 0,
    compile_aggregate_expressions: 0,
    compile_sort_description: 0,
    // Looking for what follows from chains of comparisons takes half of the time in which a long statement is understood.
    optimize_and_compare_chain: 0,
    // Answers are small, and starting the threads that would format them takes longer (0.5 ms) than most of them.
    output_format_parallel_formatting: 0,
    max_memory_usage: limits.memoryBytes,
    max_memory_usage_for_user: 2 * limits.memoryBytes,
    max_bytes_before_external_group_by: spillBytes,
    max_bytes_before_external_sort: spillBytes,
    // With the default ratios chDB never sorts on disk, whatever the two sizes above say.
    max_bytes_ratio_before_external_group_by: 0,
    max_bytes_ratio_before_external_sort: 0,
    // Merging the sorted files takes a block of each at once: the default of 16 MB each is too much.
    prefer_external_sort_block_bytes: MIB,
    min_external_sort_block_bytes: 8 * MIB,
  };
}

/**
 * For statements that number the records of a file with `rowNumberInAllBlocks()`: only one thread that
 * parses alone sees the records in the file's order (`_row_number` over CSV skips values).
 */
export const recordOrderSettings = 'input_format_parallel_parsing = 0, max_threads = 1';

/** A column that a Parquet file lacks is an error, not a column of zeros. */
export const noMissingColumns = 'input_format_parquet_allow_missing_columns = 0';
