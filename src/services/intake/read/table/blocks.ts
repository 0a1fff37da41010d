import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const blockBytes = 4 * 1024 * 1024;

/** Whole lines of a file: ends with a newline, except the last block. Valid until the next block is asked for. */
export interface Block {
  readonly bytes: Buffer;
  /** Position of the first byte in the file. */
  readonly offset: number;
}

export interface BlockOptions {
  readonly start?: number;
  /** Byte that ends a line. */
  readonly newline?: number;
  readonly lineBytes: number;
  readonly tooLong: () => Error;
}

/**
 * Reads a file in blocks of whole lines, in constant memory. `bytes` begins at a multiple of four in its
 * `ArrayBuffer`, so that it can be looked at as 32-bit words.
 * Throws what `tooLong` makes when a line does not end within `lineBytes` (or within one block, if that is more).
 */
export function* readBlocks(
  path: string,
  { start = 0, newline = 10, lineBytes, tooLong }: BlockOptions,
): Generator<Block> {
  const file = openSync(path, 'r');
  try {
    const step = Math.max(4, Math.min(blockBytes, fstatSync(file).size + 1));
    let buffer = wordBuffer(2 * step);
    let carry = 0;
    let offset = start;
    for (;;) {
      if (buffer.length - carry < step) {
        const larger = wordBuffer(2 * buffer.length);
        buffer.copy(larger, 0, 0, carry);
        buffer = larger;
      }
      const read = readSync(file, buffer, carry, step, offset + carry);
      const filled = carry + read;
      if (read === 0) {
        if (filled > 0) yield { bytes: buffer.subarray(0, filled), offset };
        return;
      }
      const end = buffer.lastIndexOf(newline, filled - 1) + 1;
      if (filled - end > lineBytes) throw tooLong();
      if (end > 0) yield { bytes: buffer.subarray(0, end), offset };
      buffer.copyWithin(0, end, filled);
      carry = filled - end;
      offset += end;
    }
  } finally {
    closeSync(file);
  }
}

/** Memory that can also be looked at as 32-bit words, its last bytes included. */
export function wordBuffer(bytes: number): Buffer {
  return Buffer.from(new ArrayBuffer((bytes + 3) & ~3));
}
