import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { escapeCell } from './table/tab-separated.ts';
import { tableCells } from './table-cells.ts';

/** A table as a canonical file: what works row by row (unfolding) reads no other layout. */
export async function canonicalCopy(table: SourceTable, path: string): Promise<SourceTable> {
  return table.data.layout === 'canonical' ? table : await writeCanonical(table, path, ({ cells }) => cells);
}

/** The table as a canonical file of its own, its cells as `cellsOf` says. */
export async function writeCanonical(
  table: SourceTable,
  path: string,
  cellsOf: (row: SourceRow) => readonly string[],
): Promise<SourceTable> {
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  for await (const row of tableCells(table)) {
    const cells = cellsOf(row);
    const padded = cells.concat(new Array<string>(Math.max(0, table.columnCount - cells.length)).fill(''));
    const line = [row.row, row.indent, row.outline, ...padded.map(escapeCell)].join('\t');
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { ...table, data: { layout: 'canonical', path } };
}
