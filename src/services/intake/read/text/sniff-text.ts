import type { DirectData } from '../../source-table.ts';

export type Delimiter = DirectData['delimiter'] | '\t';

/** What the beginning of a text tells about the whole. */
export interface TextSniff {
  readonly bom: boolean;
  readonly utf16: 'utf-16le' | 'utf-16be' | null;
  /** No text at all: an image or a program with the name of a table. */
  readonly binary: boolean;
  readonly delimiter: Delimiter;
  /** Cells of an ordinary row. */
  readonly cells: number;
  /** Byte that ends a line; 13 in texts of the classic Mac. */
  readonly newline: 10 | 13;
  /** The first line is Excel's `sep=;` and no row. */
  readonly separatorLine: boolean;
}

export const delimiters: readonly Delimiter[] = [';', '\t', '|', ','];
const linesLooked = 2000;

/** `head`: the first bytes of the file, a megabyte or all of it. */
export function sniffText(head: Buffer): TextSniff {
  const utf16 = sniffUtf16(head);
  const bom = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const newline = head.includes(10) || !head.includes(13) ? 10 : 13;
  // All delimiters are ASCII, so any single-byte reading shows the structure.
  const text = head.toString('latin1', bom ? 3 : 0);
  const lines = text.split(newline === 10 ? /\r?\n/ : '\r', linesLooked).filter((line) => line.trim() !== '');
  const stated = /^sep=([;,|\t])$/i.exec(lines[0] ?? '')?.[1] as Delimiter | undefined;
  const candidates = stated ? [stated] : delimiters;
  const shape = bestShape(stated ? lines.slice(1) : lines, candidates);
  return {
    bom,
    utf16,
    binary: utf16 === null && isBinary(head),
    delimiter: shape.delimiter,
    cells: shape.cells,
    newline,
    separatorLine: stated !== undefined,
  };
}

function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) controls++;
  }
  return controls > 16 ? controls > 0.01 * head.length : controls > 3 && controls > 0.1 * head.length;
}

/** By its mark, or by the zero (Latin) and four (Cyrillic) high bytes of every other position. */
function sniffUtf16(head: Buffer): TextSniff['utf16'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2 || !head.includes(0)) return null;
  const high: [number, number] = [0, 0];
  const zero: [number, number] = [0, 0];
  for (let at = 0; at < pairs * 2; at++) {
    const parity = (at % 2) as 0 | 1;
    const byte = head[at];
    if (byte === 0) zero[parity]++;
    if (byte === 0 || byte === 4 || byte === 0x20 || byte === 0x21) high[parity]++;
  }
  if (zero[1] > 0.02 * pairs && high[1] > 0.9 * pairs && zero[0] < 0.02 * pairs) return 'utf-16le';
  if (zero[0] > 0.02 * pairs && high[0] > 0.9 * pairs && zero[1] < 0.02 * pairs) return 'utf-16be';
  return null;
}

interface Shape {
  readonly delimiter: Delimiter;
  readonly cells: number;
  readonly score: number;
}

/**
 * The delimiter that cuts most rows into the same number of cells, rows being lines or, where that fits better, lines
 * joined as their quotes demand.
 */
function bestShape(lines: readonly string[], candidates: readonly Delimiter[]): Shape {
  let best: Shape = { delimiter: candidates[0] ?? ';', cells: 1, score: 0 };
  for (const rows of [lines, joinQuoted(lines)]) {
    for (const delimiter of candidates) {
      const shape = shapeBy(rows, delimiter);
      if (shape.score > best.score) best = shape;
    }
  }
  return best;
}

const linesJoined = 50;

/** Joins a line with an odd number of quotes to the next such line, if one is near. */
function joinQuoted(lines: readonly string[]): string[] {
  const odd = lines.map((line) => line.split('"').length % 2 === 0);
  const rows: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = odd[at] ? odd.indexOf(true, at + 1) : -1;
    const last = end >= 0 && end - at < linesJoined ? end : at;
    rows.push(lines.slice(at, last + 1).join('\n'));
    at = last;
  }
  return rows;
}

/** Commas count for less: they also stand in prose and in numbers. */
function shapeBy(lines: readonly string[], delimiter: Delimiter): Shape {
  const linesByCount = new Map<number, number>();
  for (const line of lines) {
    const count = countOutsideQuotes(line, delimiter);
    if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  let usual = 0;
  let agreeing = 0;
  for (const [count, having] of linesByCount) {
    if (having > agreeing || (having === agreeing && count > usual)) [usual, agreeing] = [count, having];
  }
  const share = agreeing / Math.max(1, lines.length);
  const score = usual === 0 ? 0 : share ** 2 * (1 + 0.25 * Math.log2(usual)) * (delimiter === ',' ? 0.6 : 1);
  return { delimiter, cells: usual + 1, score };
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) count++;
  }
  return count;
}
