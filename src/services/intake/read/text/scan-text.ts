import { type Reading, refusal } from '../reading.ts';
import { type Block, readBlocks } from '../table/blocks.ts';
import { RowOffsets } from '../table/row-offsets.ts';
import { RowWidths } from '../table/row-widths.ts';
import { byteCounter } from './byte-words.ts';
import { CharsetEvidence, type CharsetVerdict } from './charset.ts';
import type { TextSniff } from './sniff-text.ts';

/** What a scan of every byte proves about a text. */
export interface TextScan {
  readonly charset: CharsetVerdict;
  /**
   * `split`: no field begins with a quote, fields are what stands between delimiters. `quoted`: some do, all of them
   * end properly on their line and all rows have the same number of cells. `irregular`: to be read with care.
   */
  readonly structure: 'split' | 'quoted' | 'irregular';
  /** Complete unless `irregular`. */
  readonly widths: RowWidths;
  readonly rows: RowOffsets;
  readonly nulBytes: number;
}

const lf = 10;
const cr = 13;
const quote = 0x22;
const ctrlZ = 0x1a;

/**
 * Reads every byte once. Newlines, quotes, zeros and the encoding are searched by Node's native functions, delimiters
 * are counted four bytes at a time: a loop over single bytes would take most of the time of an import.
 *
 * @throws Refusal `lineTooLong`, `tooManyColumns`.
 */
export function scanText(reading: Reading, path: string, sniff: TextSniff): TextScan {
  const { limits } = reading;
  const delimiter = sniff.delimiter.charCodeAt(0);
  const widths = new RowWidths(limits.columns);
  const rows = new RowOffsets();
  const evidence = new CharsetEvidence();
  const tooLong = () => refusal('lineTooLong', { row: rows.count + 1 }, { limit: limits.recordBytes });
  let nulBytes = 0;
  let quotedFields = 0;
  let irregular = sniff.newline === cr || sniff.separatorLine;

  /** False: the block's lines cannot simply be cut. */
  const scanLines = ({ bytes, offset }: Block): boolean => {
    const count = byteCounter(bytes, delimiter);
    let quoteAt = bytes.indexOf(quote);
    let returnAt = bytes.indexOf(cr);
    for (let from = 0; from < bytes.length; ) {
      const newlineAt = bytes.indexOf(lf, from);
      const next = newlineAt < 0 ? bytes.length : newlineAt + 1;
      let to = newlineAt < 0 ? bytes.length : newlineAt;
      if (to - from > limits.recordBytes) throw tooLong();
      if (returnAt >= 0 && returnAt < next) {
        if (returnAt !== to - 1) return false;
        to--;
        returnAt = bytes.indexOf(cr, next);
      }
      let cells: number;
      if (quoteAt < 0 || quoteAt >= to) cells = count(from, to) + 1;
      else {
        const row = cutQuoted(bytes, from, to, delimiter);
        if (row === null) return false;
        cells = row.cells;
        quotedFields += row.quotedFields;
        quoteAt = bytes.indexOf(quote, next);
      }
      widths.add(cells, from === to);
      rows.add(offset + from);
      from = next;
    }
    return true;
  };

  let lastByte = 0;
  for (const block of readBlocks(path, {
    newline: sniff.newline,
    lineBytes: limits.recordBytes,
    tooLong,
  })) {
    const { bytes, offset } = block;
    evidence.add(bytes);
    nulBytes += countNuls(bytes);
    irregular ||= nulBytes > 0 || !scanLines(block);
    lastByte = bytes.at(-1) ?? 0;
    reading.progress(offset + bytes.length);
  }
  irregular ||= lastByte === ctrlZ || (quotedFields > 0 && !widths.even);
  const structure = irregular ? 'irregular' : quotedFields > 0 ? 'quoted' : 'split';
  return { charset: evidence.verdict, structure, widths, rows, nulBytes };
}

function countNuls(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count++;
  return count;
}

const atStart = 0;
const plain = 1;
const inQuotes = 2;
const afterQuote = 3;
const blankStart = 4;

/** Cuts a line that has quotes; null when every reader might not cut it alike. */
function cutQuoted(
  bytes: Buffer,
  from: number,
  to: number,
  delimiter: number,
): { cells: number; quotedFields: number } | null {
  let cells = 1;
  let quotedFields = 0;
  let state = atStart;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (state === inQuotes) {
      if (byte === quote) state = afterQuote;
    } else if (byte === delimiter) {
      cells++;
      state = atStart;
    } else if (byte === quote) {
      if (state === blankStart) return null;
      if (state === atStart) quotedFields++;
      if (state !== plain) state = inQuotes;
    } else {
      if (state === afterQuote) return null;
      if (state !== plain) state = byte === 0x20 || byte === 9 ? blankStart : plain;
    }
  }
  return state === inQuotes ? null : { cells, quotedFields };
}
