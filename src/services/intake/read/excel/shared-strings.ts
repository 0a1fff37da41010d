import { refusal } from '../reading.ts';

const blockBytes = 1024 * 1024;

/**
 * The texts of a workbook by number, as UTF-8 outside of the JavaScript heap: a million of them cost little more than
 * their bytes.
 */
export class SharedStrings {
  #count = 0;
  readonly #limit: number;
  readonly #blocks: Buffer[] = [];
  #free = 0;
  #total = 0;
  /** Block and place of every text: number of the block, begin, end. */
  #index = new Uint32Array(3 * 4096);

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(text: string): void {
    const size = Buffer.byteLength(text);
    this.#total += size;
    if (this.#total > this.#limit) throw refusal('xlsxTooBig', {}, { limit: this.#limit });
    let block = this.#blocks.at(-1);
    if (block === undefined || block.length - this.#free < size) {
      block = Buffer.allocUnsafeSlow(Math.max(blockBytes, size));
      this.#blocks.push(block);
      this.#free = 0;
    }
    block.write(text, this.#free);
    const at = 3 * this.#count++;
    if (at === this.#index.length) this.#index = grown(this.#index);
    this.#index.set([this.#blocks.length - 1, this.#free, this.#free + size], at);
    this.#free += size;
  }

  /** undefined: the workbook has no such text. */
  get(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.#count) return undefined;
    const at = 3 * number;
    const block = this.#blocks[this.#index[at] ?? 0];
    return block?.toString('utf8', this.#index[at + 1], this.#index[at + 2]);
  }
}

function grown(index: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * index.length);
  larger.set(index);
  return larger;
}
