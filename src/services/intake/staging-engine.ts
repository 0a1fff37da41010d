/** What a staging table may hold in memory, where making and dropping it takes a fraction of the time that it takes on disk. */
const [fewRows, fewBytes] = [100_000, 64 * 1024 ** 2];

/** SQL: the engine of a staging table that gets at most so many rows, out of so many bytes. It is read once or twice and dropped. */
export const stagingEngine = (rows: number, order = 'tuple()', bytes = 0): string =>
  rows <= fewRows && bytes <= fewBytes
    ? 'ENGINE = Memory'
    : // Merging its parts would be work for nothing.
      `ENGINE = MergeTree ORDER BY ${order} SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1`;
