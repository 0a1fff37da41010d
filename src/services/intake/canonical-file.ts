import { readBlocks } from './read/table/blocks.ts';
import { parseCanonicalLine } from './read/table/tab-separated.ts';
import type { SourceRow } from './source-table.ts';

const newline = 10;
const longestLine = 64 * 1024 * 1024;

/** Reads a canonical file row by row in constant memory. Throws when a line is longer than 64 MiB. */
export async function* canonicalRows(path: string): AsyncGenerator<SourceRow> {
  const tooLong = () => new Error('a line of a canonical file is longer than 64 MiB');
  for (const { bytes } of readBlocks(path, { lineBytes: longestLine, tooLong })) {
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(newline, from);
      const to = end < 0 ? bytes.length : end;
      yield parseCanonicalLine(bytes.toString('utf8', from, to));
      from = to + 1;
    }
  }
}
