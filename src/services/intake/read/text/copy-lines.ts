import { type Reading, refusal } from '../reading.ts';
import { readBlocks, wordBuffer } from '../table/blocks.ts';
import { CanonicalWriter, type WrittenTable } from '../table/canonical-writer.ts';
import { byteCounter, replaceByte } from './byte-words.ts';
import { decodeLines } from './charset.ts';
import type { TextScan } from './scan-text.ts';
import type { TextSniff } from './sniff-text.ts';

const lf = 10;
const cr = 13;
const tab = 9;
const backslash = 0x5c;

/** Copies a text of `split` structure into a canonical file: a block of bytes at a time, delimiters become tabs. */
export function copyLines(reading: Reading, path: string, sniff: TextSniff, scan: TextScan): WrittenTable {
  const { limits } = reading;
  const delimiter = sniff.delimiter.charCodeAt(0);
  const tooLong = () => refusal('lineTooLong', { row: writer.rowCount + 1 }, { limit: limits.recordBytes });
  const writer = new CanonicalWriter(reading.newPath(), limits);
  try {
    for (const { bytes, offset } of readBlocks(path, { lineBytes: limits.recordBytes, tooLong })) {
      const utf8 =
        scan.charset.charset === 'utf-8' ? bytes : encoded(decodeLines(bytes, scan.charset, delimiter));
      copyBlock(utf8, delimiter, writer);
      reading.progress(offset + bytes.length);
    }
    return writer.finish();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function encoded(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const buffer = wordBuffer(size);
  buffer.write(text);
  return buffer.subarray(0, size);
}

function copyBlock(bytes: Buffer, delimiter: number, writer: CanonicalWriter): void {
  const escaping = bytes.includes(backslash) || (delimiter !== tab && bytes.includes(tab));
  if (delimiter !== tab && !escaping) replaceByte(bytes, delimiter, tab);
  const separator = escaping ? delimiter : tab;
  const count = byteCounter(bytes, separator);
  for (let from = 0; from < bytes.length; ) {
    const newlineAt = bytes.indexOf(lf, from);
    const next = newlineAt < 0 ? bytes.length : newlineAt + 1;
    let to = newlineAt < 0 ? bytes.length : newlineAt;
    if (to > from && bytes[to - 1] === cr) to--;
    if (escaping) {
      writer.write(
        writer.rowCount + 1,
        0,
        0,
        bytes.toString('utf8', from, to).split(String.fromCharCode(separator)),
      );
    } else writer.writeBytes(bytes, from, to, count(from, to) + 1);
    from = next;
  }
}
