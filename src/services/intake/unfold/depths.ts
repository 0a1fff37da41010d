import { Refusal } from '../../../domain/problem.ts';
import type { SourceRow } from '../source-table.ts';

/** A data row of a hierarchy, its depth counted from 0. */
export interface DeepRow {
  readonly row: SourceRow;
  readonly depth: number;
}

/** A row of the hierarchy before its depth is known. */
export interface MeasuredRow {
  readonly row: SourceRow;
  /** In units of 10^-4; null: empty or unreadable. */
  readonly measures: readonly (bigint | null)[];
  /** What the row itself says of being a leaf, where it says so («…, шт»). */
  readonly leaf?: boolean;
}

/**
 * Finds the depth of rows that lost their indents (a report saved as text) from their sums: a parent is followed by rows
 * that add up to it in every measure. Throws a `Refusal` where the sums do not come out.
 */
export async function* depthsBySums(rows: AsyncIterable<MeasuredRow>, file: string): AsyncGenerator<DeepRow> {
  const open: { row: SourceRow; left: (bigint | null)[] }[] = [];
  const spent = (left: readonly (bigint | null)[]): boolean =>
    left.every((value) => value === null || value === 0n);
  const unclear = (row: SourceRow): Refusal =>
    new Refusal({ code: 'hierarchyUnclear', place: { file, row: row.row } });
  for await (const { row, measures, leaf } of rows) {
    while (open.length > 0 && spent(open.at(-1)?.left ?? [])) open.pop();
    const isLeaf = leaf ?? open.length > 0;
    if (isLeaf && open.length === 0) throw unclear(row);
    yield { row, depth: open.length };
    if (!isLeaf) {
      open.push({ row, left: [...measures] });
      continue;
    }
    for (const parent of open) {
      parent.left = parent.left.map((value, index) => {
        const part = measures[index];
        return value !== null && part != null ? value - part : value;
      });
    }
  }
  const last = open.find(({ left }) => !spent(left));
  if (last) throw unclear(last.row);
}
