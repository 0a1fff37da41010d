import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { DirectData, SourceRow, SourceTable } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import { readBlocks } from '../table/blocks.ts';
import { readRowsAt } from '../table/read-rows-at.ts';
import { decodeLines } from './charset.ts';
import { copyLines } from './copy-lines.ts';
import { readCarefully } from './read-carefully.ts';
import { scanText, type TextScan } from './scan-text.ts';
import { sniffText, type TextSniff } from './sniff-text.ts';
import { splitRecord } from './split-record.ts';

const headBytes = 1024 * 1024;
/** Length of the byte-order mark. */
const utf8Mark = 3;
const lf = 10;
const cr = 13;

/**
 * A text table: CSV, TSV and their relatives, in any encoding that Russian programs write.
 *
 * @throws Refusal `notATable`, `emptyFile`, `lineTooLong`, `tooManyColumns`, `tableTooWide`.
 */
export function readText(reading: Reading): SourceTable {
  const sniff = sniffText(readHead(reading.path));
  if (sniff.binary) throw refusal('notATable');
  if (!sniff.bom && sniff.utf16 === null) return readBytes(reading, reading.path, sniff, null);
  const path = reading.newPath();
  toPlainUtf8(reading, path, sniff.utf16);
  const table = readBytes(reading, path, sniffText(readHead(path)), sniff.utf16);
  if (table.data.path !== path) rmSync(path);
  return table;
}

function readBytes(
  reading: Reading,
  path: string,
  sniff: TextSniff,
  written: TextSniff['utf16'],
): SourceTable {
  const scan = scanText(reading, path, sniff);
  const { charset, doubtful } = scan.charset;
  if (doubtful) reading.report('encodingDoubtful', {}, { encoding: charset });
  if (charset === 'mixed') reading.report('mixedEncodings');
  const { structure } = scan;
  const { delimiter } = sniff;
  // ClickHouse's CSV refuses the tab; the contract of `mixed` knows windows-1251 only.
  const engineReads = delimiter !== '\t' && !(charset === 'mixed' && scan.charset.singleByte === 'cp866');
  const { table, widths } =
    structure !== 'irregular' && engineReads && !reading.canonical
      ? { table: directTable(path, { ...sniff, delimiter }, scan), widths: scan.widths }
      : structure === 'split'
        ? { table: copyLines(reading, path, sniff, scan), widths: scan.widths }
        : readCarefully(reading, path, sniff, scan);
  if (widths.rows === widths.blank) throw refusal('emptyFile');
  const { ragged } = widths;
  if (ragged)
    reading.report('raggedRows', { row: ragged.example }, { rows: ragged.rows, usual: ragged.usual });
  return {
    file: reading.file,
    format: 'csv',
    encoding: written ?? charset,
    merges: [],
    bytes: reading.bytes,
    ...table,
  };
}

function directTable(path: string, { delimiter }: { delimiter: DirectData['delimiter'] }, scan: TextScan) {
  const { charset, singleByte } = scan.charset;
  const quoted = scan.structure === 'quoted';
  const parse = (line: Buffer, ordinal: number): SourceRow => {
    const content = line.at(-1) === cr ? line.subarray(0, -1) : line;
    const text = decodeLines(content, { charset, singleByte }, delimiter.charCodeAt(0));
    const cells = quoted ? splitRecord(text, delimiter).cells : text.split(delimiter);
    const missing = Math.max(0, scan.widths.max - cells.length);
    return {
      row: ordinal + 1,
      indent: 0,
      outline: 0,
      cells: cells.concat(new Array<string>(missing).fill('')),
    };
  };
  return {
    columnCount: scan.widths.max,
    rowCount: scan.rows.count,
    data: { layout: 'direct', path, delimiter, encoding: charset, quoted },
    head: readRowsAt(path, scan.rows.head, lf, parse),
    sample: readRowsAt(path, scan.rows.sample, lf, parse),
    tail: readRowsAt(path, scan.rows.tail, lf, parse),
  } as const;
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(headBytes, fstatSync(file).size));
    return buffer.subarray(0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** The engine reads no UTF-16 and leaves a byte-order mark in the first field, so such a text is rewritten first. */
function toPlainUtf8(reading: Reading, path: string, utf16: TextSniff['utf16']): void {
  const decoder = utf16 === null ? null : new TextDecoder(utf16);
  const { recordBytes } = reading.limits;
  const tooLong = () => refusal('lineTooLong', {}, { limit: recordBytes });
  const file = openSync(path, 'wx', 0o600);
  try {
    const start = decoder ? 0 : utf8Mark;
    for (const { bytes } of readBlocks(reading.path, { start, lineBytes: recordBytes, tooLong })) {
      writeAll(file, decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes);
    }
    if (decoder) writeAll(file, Buffer.from(decoder.decode()));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
