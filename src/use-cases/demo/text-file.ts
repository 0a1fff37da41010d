import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const reserveBytes = 128 * 1024;

/**
 * A UTF-8 file with byte-order mark, written in chunks: one is filled while the other goes to disk. Texts go into
 * the chunk at once: strings that waited for a chunk to fill would outlive the young generation and pile up.
 */
export class TextFile implements AsyncDisposable {
  readonly path: string;
  readonly #handle: FileHandle;
  #chunk = Buffer.allocUnsafe(chunkBytes);
  #spare = Buffer.allocUnsafe(chunkBytes);
  #used = 0;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  static async create(path: string, header: string): Promise<TextFile> {
    const file = new TextFile(path, await open(path, 'w', 0o600));
    file.add(`\ufeff${header}\r\n`);
    return file;
  }

  /** At most 40,000 characters at once. Throws a `RangeError` when the caller overlooked that the file is `full`. */
  add(text: string): void {
    // A UTF-16 unit takes three bytes at most; `write` would cut what does not fit.
    if (this.#used + text.length * 3 > chunkBytes) throw new RangeError('chunk is full');
    this.#used += this.#chunk.write(text, this.#used);
  }

  /** Enough is pending: `await flush()` before adding more. */
  get full(): boolean {
    return this.#used > chunkBytes - reserveBytes;
  }

  /** Hands over what is pending; waits only while the chunk before is still being written. */
  async flush(): Promise<void> {
    await this.#writing;
    this.#writing = this.#handle.writeFile(this.#chunk.subarray(0, this.#used));
    // A failure is thrown by the next `flush`; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
    [this.#chunk, this.#spare] = [this.#spare, this.#chunk];
    this.#used = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
    await this.#writing;
    await this.#handle.close();
  }
}
