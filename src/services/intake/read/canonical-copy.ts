import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { SourceTable } from '../source-table.ts';
import { escapeCell } from './table/tab-separated.ts';
import { tableCells } from './table-cells.ts';

/** A table as a canonical file: what works row by row (unfolding) reads no other layout. */
export async function canonicalCopy(table: SourceTable, path: string): Promise<SourceTable> {
  if (table.data.layout === 'canonical') return table;
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  for await (const { row, indent, outline, cells } of tableCells(table)) {
    const padded = cells.concat(new Array<string>(Math.max(0, table.columnCount - cells.length)).fill(''));
    if (!out.write(`${[row, indent, outline, ...padded.map(escapeCell)].join('\t')}\n`))
      await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { ...table, data: { layout: 'canonical', path } };
}
