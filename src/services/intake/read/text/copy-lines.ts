import { type Reading, refusal } from '../reading.ts';
import { readBlocks } from '../table/blocks.ts';
import { CanonicalWriter, type WrittenTable } from '../table/canonical-writer.ts';
import { escapeCell } from '../table/tab-separated.ts';
import { byteCounter } from './byte-counter.ts';
import { decodeLines } from './charset.ts';
import type { TextScan } from './scan-text.ts';
import type { TextSniff } from './sniff-text.ts';

const lf = 10;

/**
 * Copies a text of `split` structure into a canonical file, a block at a time: delimiters become tabs wherever they
 * stand, and nearly no block has a character that needs more.
 */
export function copyLines(reading: Reading, path: string, sniff: TextSniff, scan: TextScan): WrittenTable {
  const { limits } = reading;
  const { delimiter } = sniff;
  const tooLong = () => refusal('lineTooLong', {}, { limit: limits.recordBytes });
  const writer = new CanonicalWriter(reading.newPath(), limits);
  const options = { start: sniff.bom ? 3 : 0, lineBytes: limits.recordBytes, tooLong };
  let row = 0;
  try {
    for (const { bytes, offset } of readBlocks(path, options)) {
      const count = byteCounter(bytes, delimiter.charCodeAt(0));
      const decoded = decodeLines(bytes, scan.charset, delimiter.charCodeAt(0));
      const text = delimitedByTabs(decoded.replaceAll('\r\n', '\n'), delimiter);
      let byteAt = 0;
      for (let at = 0; at < text.length; ) {
        const newlineAt = text.indexOf('\n', at);
        const end = newlineAt < 0 ? text.length : newlineAt;
        const byteNewline = bytes.indexOf(lf, byteAt);
        const byteEnd = byteNewline < 0 ? bytes.length : byteNewline;
        writer.writeEscaped(++row, text.slice(at, end), count(byteAt, byteEnd) + 1);
        at = end + 1;
        byteAt = byteEnd + 1;
      }
      reading.progress(offset + bytes.length);
    }
    return writer.finish();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

/** Lines whose cells are escaped and joined by tabs. */
function delimitedByTabs(text: string, delimiter: string): string {
  const backslashes = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
  if (delimiter === '\t') return backslashes;
  const tabs = backslashes.includes('\t') ? backslashes.replaceAll('\t', escapeCell('\t')) : backslashes;
  return tabs.replaceAll(delimiter, '\t');
}
