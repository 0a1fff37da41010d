import { closeSync, openSync, readSync } from 'node:fs';
import type { SourceRow } from '../../source-table.ts';
import type { RowOffset } from './row-offsets.ts';

/** Rows held in memory at once; beyond it the rows that follow are left out of a head, sample or tail. */
const budgetBytes = 8 * 1024 * 1024;
const pieceBytes = 64 * 1024;

/** Reads the rows that begin at `offsets`; `parse` is given the bytes of the line without its newline. */
export function readRowsAt(
  path: string,
  offsets: readonly RowOffset[],
  newline: number,
  parse: (line: Buffer, ordinal: number) => SourceRow,
): SourceRow[] {
  const file = openSync(path, 'r');
  try {
    const rows: SourceRow[] = [];
    let spent = 0;
    for (const { ordinal, offset } of offsets) {
      const line = readLine(file, offset, newline);
      spent += line.length;
      if (spent > budgetBytes && rows.length > 0) break;
      rows.push(parse(line, ordinal));
    }
    return rows;
  } finally {
    closeSync(file);
  }
}

function readLine(file: number, offset: number, newline: number): Buffer {
  let buffer = Buffer.allocUnsafe(pieceBytes);
  let filled = 0;
  for (;;) {
    const read = readSync(file, buffer, filled, buffer.length - filled, offset + filled);
    const end = buffer.subarray(0, filled + read).indexOf(newline, filled);
    if (end >= 0) return buffer.subarray(0, end);
    filled += read;
    if (read === 0) return buffer.subarray(0, filled);
    if (filled === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  }
}
