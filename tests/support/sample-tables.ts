import type { Merge, SourceRow, SourceTable } from '../../src/services/intake/source-table.ts';

export interface TableOptions {
  readonly file?: string;
  readonly sheet?: string;
  readonly format?: SourceTable['format'];
  readonly merges?: readonly Merge[];
  readonly path?: string;
}

/** A table in memory as the readers leave it; a text is split at `separator`, a leading «··» becomes an indent of 2. */
export function tableOf(text: string, separator = ';', options: TableOptions = {}): SourceTable {
  return tableOfRows(
    text
      .replace(/^\n/, '')
      .replace(/\n *$/, '')
      .split('\n')
      .map((line) => line.split(separator)),
    options,
  );
}

export function tableOfRows(lines: readonly (readonly string[])[], options: TableOptions = {}): SourceTable {
  const columnCount = Math.max(...lines.map((cells) => cells.length));
  const all = lines.map((cells, index): SourceRow => {
    const indent = /^·*/.exec(cells[0] ?? '')?.[0].length ?? 0;
    const padded = [...cells, ...Array<string>(columnCount - cells.length).fill('')];
    return {
      row: index + 1,
      indent,
      outline: 0,
      cells: [(cells[0] ?? '').slice(indent), ...padded.slice(1)],
    };
  });
  const rest = all.slice(300);
  return {
    file: options.file ?? 'file.csv',
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    format: options.format ?? 'csv',
    columnCount,
    rowCount: all.length,
    data: { layout: 'canonical', path: options.path ?? '/nowhere' },
    head: all.slice(0, 300),
    sample: rest.slice(0, 300),
    tail: all.slice(-20),
    merges: options.merges ?? [],
    bytes: 0,
  };
}
