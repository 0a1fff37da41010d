import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { SourceRow, SourceTable } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import { readBlocks } from './blocks.ts';
import { readRowsAt } from './read-rows-at.ts';
import { RowOffsets } from './row-offsets.ts';
import { escapeCell, parseCanonicalLine } from './tab-separated.ts';

/** What the data file itself says of a table. */
export type WrittenTable = Pick<
  SourceTable,
  'columnCount' | 'rowCount' | 'data' | 'head' | 'sample' | 'tail'
>;

const bufferBytes = 1024 * 1024;
/** Rows looked at before the first one is written, so that all of them have the width of the widest. */
const rowsAhead = 5000;
const charsAhead = 2 * 1024 * 1024;
/** Row number, indent and outline of a text. */
const prefixBytes = 32;
const newline = 10;
const tab = 9;

/**
 * Writes the rows of one table into a canonical file. Rows are padded to the widest one: at once where it stands
 * among the first rows, in a second pass over the file where a wider one comes later.
 */
export class CanonicalWriter {
  readonly #path: string;
  readonly #limits: Reading['limits'];
  #file: number;
  #open = true;
  readonly #buffer = Buffer.allocUnsafe(bufferBytes);
  #filled = 0;
  #written = 0;
  #rows = new RowOffsets();
  #columns = 0;
  #widestRow = 0;
  #cells = 0;
  #uneven = false;
  #ahead: { text: string; cells: number }[] | null = [];
  #charsAhead = 0;

  constructor(path: string, limits: Reading['limits']) {
    this.#path = path;
    this.#limits = limits;
    this.#file = openSync(path, 'wx', 0o600);
  }

  get rowCount(): number {
    return this.#rows.count + (this.#ahead?.length ?? 0);
  }

  write(row: number, indent: number, outline: number, cells: readonly string[]): void {
    let text = `${row}\t${indent}\t${outline}`;
    for (const cell of cells) text += `\t${escapeCell(cell)}`;
    this.#add(row, text, cells.length);
  }

  /** The next row of a text, its cells escaped and joined by tabs already. */
  writeBytes(bytes: Buffer, from: number, to: number, cells: number): void {
    const row = this.rowCount + 1;
    const most = prefixBytes + to - from + Math.max(this.#columns, cells);
    if (this.#ahead !== null || most > bufferBytes) {
      this.#add(row, `${row}\t0\t0\t${bytes.toString('utf8', from, to)}`, cells);
      return;
    }
    if (cells > this.#columns) this.#widen(row, cells);
    this.#cells += cells;
    if (most > bufferBytes - this.#filled) this.#flush();
    this.#begin();
    const buffer = this.#buffer;
    let at = this.#filled + buffer.write(`${row}\t0\t0\t`, this.#filled, 'latin1');
    at += bytes.copy(buffer, at, from, to);
    for (let missing = this.#columns - cells; missing > 0; missing--) buffer[at++] = tab;
    buffer[at++] = newline;
    this.#filled = at;
  }

  #add(row: number, text: string, cells: number): void {
    if (cells > this.#columns) this.#widen(row, cells);
    this.#cells += cells;
    if (this.#ahead === null) {
      this.#emit(text, cells);
      return;
    }
    this.#ahead.push({ text, cells });
    this.#charsAhead += text.length;
    if (this.#ahead.length === rowsAhead || this.#charsAhead > charsAhead) this.#emitAhead();
  }

  finish(): WrittenTable {
    this.#emitAhead();
    this.#close();
    if (this.#uneven) this.#pad();
    const rows = (offsets: RowOffsets['head']): SourceRow[] =>
      readRowsAt(this.#path, offsets, newline, (line) => parseCanonicalLine(line.toString('utf8')));
    return {
      columnCount: this.#columns,
      rowCount: this.#rows.count,
      data: { layout: 'canonical', path: this.#path },
      head: rows(this.#rows.head),
      sample: rows(this.#rows.sample),
      tail: rows(this.#rows.tail),
    };
  }

  /** Nothing of the table is kept. */
  discard(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
    rmSync(this.#path, { force: true });
  }

  #widen(row: number, columns: number): void {
    if (columns > this.#limits.columns) {
      throw refusal('tooManyColumns', { row }, { columns, limit: this.#limits.columns });
    }
    this.#columns = columns;
    this.#widestRow = row;
    if (this.#ahead === null) this.#uneven = true;
  }

  #emitAhead(): void {
    const ahead = this.#ahead ?? [];
    this.#ahead = null;
    for (const { text, cells } of ahead) this.#emit(text, cells);
  }

  #emit(text: string, cells: number): void {
    this.#begin();
    const line = `${text}${'\t'.repeat(this.#columns - cells)}\n`;
    if (line.length * 3 > bufferBytes - this.#filled) this.#flush();
    if (line.length * 3 > bufferBytes) this.#writeOut(Buffer.from(line, 'utf8'));
    else this.#filled += this.#buffer.write(line, this.#filled, 'utf8');
  }

  #begin(): void {
    this.#rows.add(this.#written + this.#filled);
    this.#refuseStretched(this.#rows.count);
  }

  #flush(): void {
    this.#writeOut(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #close(): void {
    this.#flush();
    closeSync(this.#file);
    this.#open = false;
  }

  #writeOut(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#written += bytes.length;
  }

  /** One cell far to the right of a long table would blow up every row of it. */
  #refuseStretched(rows: number): void {
    if (rows * this.#columns - this.#cells > this.#limits.uncompressedBytes) {
      throw refusal('tableTooWide', { row: this.#widestRow }, { columns: this.#columns });
    }
  }

  #pad(): void {
    this.#refuseStretched(this.#rows.count);
    const ragged = `${this.#path}.ragged`;
    renameSync(this.#path, ragged);
    this.#file = openSync(this.#path, 'wx', 0o600);
    this.#open = true;
    this.#rows = new RowOffsets();
    this.#written = 0;
    for (const { bytes } of readBlocks(ragged, {
      lineBytes: Number.MAX_SAFE_INTEGER,
      tooLong: unreachable,
    })) {
      for (let from = 0; from < bytes.length; ) {
        const to = bytes.indexOf(newline, from);
        this.#emit(bytes.toString('utf8', from, to), countTabs(bytes, from, to) - 2);
        from = to + 1;
      }
    }
    this.#close();
    rmSync(ragged);
  }
}

function countTabs(bytes: Buffer, from: number, to: number): number {
  let tabs = 0;
  for (let at = bytes.indexOf(tab, from); at >= 0 && at < to; at = bytes.indexOf(tab, at + 1)) tabs++;
  return tabs;
}

function unreachable(): Error {
  return new Error('a canonical line without an end');
}
