import { type Reading, refusal } from '../reading.ts';
import { type Block, readBlocks } from '../table/blocks.ts';
import { CanonicalWriter, type WrittenTable } from '../table/canonical-writer.ts';
import { RowWidths } from '../table/row-widths.ts';
import { decodeLines } from './charset.ts';
import { RecordParser } from './record-parser.ts';
import type { TextScan } from './scan-text.ts';
import type { TextSniff } from './sniff-text.ts';

/** Reads a text that cannot simply be cut at delimiters, record by record, into a canonical file. */
export function readCarefully(
  reading: Reading,
  path: string,
  sniff: TextSniff,
  scan: TextScan,
): { table: WrittenTable; widths: RowWidths } {
  const { limits } = reading;
  const widths = new RowWidths(limits.columns);
  const writer = new CanonicalWriter(reading.newPath(), limits);
  const parser = new RecordParser({
    delimiter: sniff.delimiter,
    cells: sniff.cells,
    quotedFieldChars: limits.quotedFieldChars,
    quotedFieldLines: limits.quotedFieldLines,
    onRecord: (row, cells) => {
      if (sniff.separatorLine && row === 1) return;
      widths.add(cells.length, cells.length === 1 && cells[0] === '', row);
      writer.write(row, 0, 0, cells);
    },
  });
  const tooLong = () => refusal('lineTooLong', { row: parser.row + 1 }, { limit: limits.recordBytes });
  const options = { newline: sniff.newline, lineBytes: limits.recordBytes, tooLong };
  const delimiter = sniff.delimiter.charCodeAt(0);
  const newline = String.fromCharCode(sniff.newline);
  try {
    for (const block of readBlocks(path, options)) {
      const text = decodeLines(cleaned(block, scan.nulBytes > 0), scan.charset, delimiter);
      for (let from = 0; from < text.length; ) {
        const newlineAt = text.indexOf(newline, from);
        const to = newlineAt < 0 ? text.length : newlineAt;
        if (to - from > limits.recordBytes) throw tooLong();
        const crlf = newline === '\n' && text[to - 1] === '\r' && to > from;
        parser.line(text.slice(from, crlf ? to - 1 : to), crlf ? '\r\n' : newline);
        from = to + 1;
      }
      reading.progress(block.offset + block.bytes.length);
    }
    parser.end();
    if (scan.nulBytes > 0) reading.report('nulBytesRemoved', {}, { bytes: scan.nulBytes });
    const { rows, first } = parser.literalQuotes;
    if (rows > 0) reading.report('quotesReadLiterally', { row: first }, { rows });
    return { table: writer.finish(), widths };
  } catch (error) {
    writer.discard();
    throw error;
  }
}

/** Without zero bytes and the Ctrl-Z with which DOS programs end a text. */
function cleaned({ bytes }: Block, hasNuls: boolean): Buffer {
  let clean = bytes;
  if (hasNuls && bytes.includes(0)) clean = Buffer.from(bytes.filter((byte) => byte !== 0));
  while (clean.at(-1) === 0x1a) clean = clean.subarray(0, -1);
  return clean;
}
