import { canonicalRows } from '../canonical-file.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { readBlocks } from './table/blocks.ts';
import { decodeLines } from './text/charset.ts';
import { splitRecord } from './text/split-record.ts';

const longestLine = 64 * 1024 * 1024;

/** All rows of a table in constant memory, header included: for the tables beside the shipments, which the engine need not read. */
export async function* tableCells(table: SourceTable): AsyncGenerator<SourceRow> {
  if (table.data.layout === 'canonical') {
    yield* canonicalRows(table.data.path);
    return;
  }
  const { path, delimiter, encoding, quoted } = table.data;
  const tooLong = () => new Error('a line of a proven text file is longer than 64 MiB');
  const charset = {
    charset: encoding,
    singleByte: encoding === 'cp866' ? encoding : 'windows-1251',
  } as const;
  let row = 0;
  for (const { bytes } of readBlocks(path, { lineBytes: longestLine, tooLong })) {
    const lines = decodeLines(bytes, charset, delimiter.charCodeAt(0)).split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const text of lines) {
      const line = text.endsWith('\r') ? text.slice(0, -1) : text;
      yield {
        row: ++row,
        indent: 0,
        outline: 0,
        cells: quoted ? splitRecord(line, delimiter).cells : line.split(delimiter),
      };
    }
  }
}
