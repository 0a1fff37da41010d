import type { Merge } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import type { CanonicalWriter } from './canonical-writer.ts';

export interface Span {
  readonly width: number;
  readonly height: number;
}

/** Lays cells that reach over columns and rows into a table: the text stands in the first place, the others are empty. */
export class SpanGrid {
  readonly writer: CanonicalWriter;
  readonly merges: Merge[] = [];
  readonly #limits: Reading['limits'];
  /** Last row that a cell from above covers, by column. */
  readonly #covered = new Map<number, number>();
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #indent: number | null = null;

  constructor(writer: CanonicalWriter, limits: Reading['limits']) {
    this.writer = writer;
    this.#limits = limits;
  }

  get row(): number {
    return this.#row;
  }

  /** Where the next cell comes to stand. */
  get column(): number {
    while ((this.#covered.get(this.#column) ?? 0) >= this.#row) this.#column++;
    return this.#column;
  }

  /** Begins a row: the next one or, where the format says so, a later one. */
  beginRow(row = this.#row + 1): void {
    this.endRow();
    this.#row = Math.max(row, this.#row + 1);
    this.#column = 0;
  }

  moveTo(column: number): void {
    this.#column = Math.max(this.#column, column);
  }

  add(text: string, { width, height }: Span, indent = 0): void {
    const column = this.column;
    const end = column + width;
    if (end > this.#limits.columns) {
      throw refusal('tooManyColumns', { row: this.#row }, { columns: end, limit: this.#limits.columns });
    }
    if (text !== '') {
      while (this.#cells.length < column) this.#cells.push('');
      this.#cells[column] = text;
      this.#indent ??= indent;
    }
    const toRow = this.#row + height - 1;
    if (height > 1) for (let at = column; at < end; at++) this.#covered.set(at, toRow);
    if (width > 1 || height > 1) {
      this.merges.push({ fromRow: this.#row, toRow, fromColumn: column, toColumn: end - 1 });
    }
    this.#column = end;
  }

  /** Writes the row, if it has any text. */
  endRow(): void {
    if (this.#cells.length > 0) this.writer.write(this.#row, this.#indent ?? 0, 0, this.#cells);
    this.#cells = [];
    this.#indent = null;
  }
}
