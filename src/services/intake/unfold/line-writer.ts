import type { Field } from '../../../domain/fields.ts';
import { isEmptyCell, trimBlanks } from '../format/lexicon.ts';
import { defaultLimits } from '../read/limits.ts';
import { CanonicalWriter, type WrittenTable } from '../read/table/canonical-writer.ts';
import type { SourceRow } from '../source-table.ts';
import type { FlatLayout } from './flat-columns.ts';

/** Fields whose empty cells mean "nothing sold". */
const measured: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'amountGross',
  'amountNet',
  'costAmount',
  'grossProfit',
  'price',
]);
const zero = /^[-+]?0+(?:[.,]0*)?$/;

/** Writes the lines of one unfolded table. */
export class LineWriter {
  readonly #layout: FlatLayout;
  readonly #file: CanonicalWriter;

  constructor(path: string, layout: FlatLayout) {
    this.#layout = layout;
    this.#file = new CanonicalWriter(path, defaultLimits);
  }

  /**
   * Writes a source row as one line a group that has a value; `filled` are the values that the row itself has not.
   * `always`: also without a value. Returns the number of lines.
   */
  write(row: SourceRow, filled: ReadonlyMap<Field, string>, always = false): number {
    let lines = 0;
    for (const { values, measures } of this.#layout.groups) {
      const grouped = measures.size > 0;
      const cells = this.#layout.columns.map(({ field, source }) => {
        const measure = measures.get(field);
        if (measure !== undefined) return plain(row.cells[measure]);
        if (grouped && source === undefined && measured.has(field)) return '';
        return (
          values.get(field) ??
          (source === undefined
            ? (filled.get(field) ?? '')
            : plain(row.cells[source]) || (filled.get(field) ?? ''))
        );
      });
      if (always || this.#says(cells, grouped)) {
        this.#file.write(row.row, 0, 0, cells);
        lines++;
      }
    }
    return lines;
  }

  finish(): WrittenTable {
    return this.#file.finish();
  }

  discard(): void {
    this.#file.discard();
  }

  /** In a matrix 0 says what an empty cell says: nothing sold in this month. */
  #says(cells: readonly string[], grouped: boolean): boolean {
    return this.#layout.columns.some(({ field }, index) => {
      const cell = cells[index] ?? '';
      return measured.has(field) && cell !== '' && !(grouped && zero.test(cell));
    });
  }
}

function plain(cell: string | undefined): string {
  return cell === undefined || isEmptyCell(cell) ? '' : trimBlanks(cell);
}
