import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const reserveBytes = 128 * 1024;

/** Rows that begin and end alike. */
export interface RowsAlike {
  readonly head: string;
  readonly middles: readonly string[];
  readonly tail: string;
}

export interface TextFile {
  /** At most 40,000 characters at once. Throws a `RangeError` when the caller overlooked that the file is `full`. */
  add(text: string): void;
  /** The same for rows; what they share is encoded once and copied, which takes a quarter of the time. */
  addRows(rows: RowsAlike): void;
  /** Enough is pending: `await flush()` before adding more. */
  readonly full: boolean;
  flush(): Promise<void>;
}

/** Writes a UTF-8 file with byte-order mark, a header line and what `fill` adds. Lines end with CRLF. */
export async function writeTextFile(
  path: string,
  header: string,
  fill: (file: TextFile) => Promise<void> | void,
): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    const file = new ChunkedFile(handle);
    file.add(`\ufeff${header}\r\n`);
    await fill(file);
    await file.close();
  } finally {
    await handle.close();
  }
}

/**
 * Two chunks, one being filled while the other goes to disk. Texts go into the chunk at once: strings that waited for
 * a chunk to fill would outlive the young generation and pile up.
 */
class ChunkedFile implements TextFile {
  readonly #handle: FileHandle;
  #chunk = Buffer.allocUnsafe(chunkBytes);
  #spare = Buffer.allocUnsafe(chunkBytes);
  #used = 0;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  add(text: string): void {
    // A UTF-16 unit takes three bytes at most; `write` would cut what does not fit.
    if (this.#used + text.length * 3 > chunkBytes) throw new RangeError('chunk is full');
    this.#used += this.#chunk.write(text, this.#used);
  }

  addRows({ head, middles, tail }: RowsAlike): void {
    let characters = (head.length + tail.length) * middles.length;
    for (const middle of middles) characters += middle.length;
    if (this.#used + characters * 3 > chunkBytes) throw new RangeError('chunk is full');
    let first: { head: number; headEnd: number; tail: number; tailEnd: number } | undefined;
    for (const middle of middles) {
      const start = this.#used;
      if (first === undefined) this.#used += this.#chunk.write(head, this.#used);
      else this.#repeat(first.head, first.headEnd);
      const headEnd = this.#used;
      this.#used += this.#chunk.write(middle, this.#used);
      const tailStart = this.#used;
      if (first === undefined) this.#used += this.#chunk.write(tail, this.#used);
      else this.#repeat(first.tail, first.tailEnd);
      first ??= { head: start, headEnd, tail: tailStart, tailEnd: this.#used };
    }
  }

  #repeat(from: number, to: number): void {
    this.#chunk.copyWithin(this.#used, from, to);
    this.#used += to - from;
  }

  get full(): boolean {
    return this.#used > chunkBytes - reserveBytes;
  }

  // Waits only while the chunk before is still being written.
  async flush(): Promise<void> {
    await this.#writing;
    this.#writing = this.#handle.writeFile(this.#chunk.subarray(0, this.#used));
    // A failure is thrown by the next `flush`; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
    [this.#chunk, this.#spare] = [this.#spare, this.#chunk];
    this.#used = 0;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#writing;
  }
}
