/** Where a row begins in a file of lines. */
export interface RowOffset {
  /** 0-based number of the row in the file. */
  readonly ordinal: number;
  readonly offset: number;
}

export const headRows = 300;
export const sampleRows = 300;
export const tailRows = 20;

/**
 * Remembers where the head, an even sample and the tail of a file of lines begin, in constant memory and one pass:
 * every k-th row is kept; when the sample is full, every other one is dropped and k doubles.
 */
export class RowOffsets {
  count = 0;
  readonly #head: RowOffset[] = [];
  #sample: RowOffset[] = [];
  #step = 1;
  #next = headRows;
  readonly #tail = new Float64Array(tailRows);

  add(offset: number): void {
    const ordinal = this.count++;
    this.#tail[ordinal % tailRows] = offset;
    if (ordinal < headRows) this.#head.push({ ordinal, offset });
    else if (ordinal === this.#next) this.#keep(ordinal, offset);
  }

  get head(): readonly RowOffset[] {
    return this.#head;
  }

  get sample(): readonly RowOffset[] {
    return this.#sample;
  }

  get tail(): readonly RowOffset[] {
    const length = Math.min(this.count, tailRows);
    return Array.from({ length }, (_, index) => {
      const ordinal = this.count - length + index;
      return { ordinal, offset: this.#tail[ordinal % tailRows] ?? 0 };
    });
  }

  #keep(ordinal: number, offset: number): void {
    if (this.#sample.length === sampleRows) {
      this.#sample = this.#sample.filter((_, index) => index % 2 === 0);
      this.#step *= 2;
    }
    if ((ordinal - headRows) % this.#step === 0) this.#sample.push({ ordinal, offset });
    this.#next = ordinal + this.#step - ((ordinal - headRows) % this.#step);
  }
}
