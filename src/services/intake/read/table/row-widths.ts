import { refusal } from '../reading.ts';

/** Rows that have another number of cells than the rest. */
export interface RaggedRows {
  readonly rows: number;
  /** Cells of an ordinary row. */
  readonly usual: number;
  /** One of them, 1-based. */
  readonly example: number;
}

/**
 * How many cells the rows of a text have. Rows above the first ordinary one are a preamble (a report's title and
 * settings) and never count as ragged.
 */
export class RowWidths {
  rows = 0;
  blank = 0;
  max = 0;
  readonly #limit: number;
  readonly #count: Float64Array;
  readonly #filledBefore: Float64Array;
  readonly #lastRow: Float64Array;

  constructor(limit: number) {
    this.#limit = limit;
    this.#count = new Float64Array(limit + 1);
    this.#filledBefore = new Float64Array(limit + 1);
    this.#lastRow = new Float64Array(limit + 1);
  }

  /** `row`: 1-based line on which the row begins; differs from the number of rows where a field spans lines. */
  add(cells: number, blank: boolean, row = this.rows + 1): void {
    this.rows++;
    if (blank) {
      this.blank++;
      return;
    }
    if (cells > this.max) {
      if (cells > this.#limit)
        throw refusal('tooManyColumns', { row }, { columns: cells, limit: this.#limit });
      this.max = cells;
    }
    if (this.#lastRow[cells] === 0) this.#filledBefore[cells] = this.rows - this.blank - 1;
    this.#count[cells] = (this.#count[cells] ?? 0) + 1;
    this.#lastRow[cells] = row;
  }

  /** All rows have one and the same number of cells. */
  get even(): boolean {
    return this.blank === 0 && this.#count[this.max] === this.rows;
  }

  get ragged(): RaggedRows | null {
    let usual = this.max;
    for (let cells = 1; cells <= this.max; cells++) {
      if ((this.#count[cells] ?? 0) > (this.#count[usual] ?? 0)) usual = cells;
    }
    const rows = this.rows - this.blank - (this.#count[usual] ?? 0) - (this.#filledBefore[usual] ?? 0);
    if (rows <= 0) return null;
    let example = 0;
    for (let cells = 1; cells <= this.max; cells++) {
      if (cells !== usual) example = Math.max(example, this.#lastRow[cells] ?? 0);
    }
    return { rows, usual, example };
  }
}
