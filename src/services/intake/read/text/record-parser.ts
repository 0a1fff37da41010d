import { endOfQuoted, splitRecord } from './split-record.ts';

export interface RecordParserOptions {
  readonly delimiter: string;
  /** Cells of an ordinary record. */
  readonly cells: number;
  readonly quotedFieldChars: number;
  readonly quotedFieldLines: number;
  /** `row`: 1-based line on which the record begins. */
  readonly onRecord: (row: number, cells: readonly string[]) => void;
}

interface Line {
  readonly text: string;
  /** Newline as written: it belongs to a quoted field that goes on. */
  readonly ending: string;
}

/** A record one of whose quoted fields goes on over the end of the line. */
interface OpenRecord {
  readonly lines: Line[];
  /** Position of the first open quote on the first line: the one that is doubted when the record does not end. */
  readonly openAt: number;
  readonly cells: string[];
  /** Text of the open field so far. */
  field: string;
  size: number;
}

/**
 * Lines in, records out, forgiving about quotes. A field in quotes may span lines; one that grows too long, holds a
 * quote that no writer would leave there, or leaves the record with the wrong number of cells where the plain reading
 * gives the right one, is read again with its opening quote taken literally, so a stray quote spoils one line only.
 */
export class RecordParser {
  /** Lines on which a quote was taken literally, and the first of them. */
  literalQuotes = { rows: 0, first: 0 };
  readonly #options: RecordParserOptions;
  #row = 0;
  #open: OpenRecord | null = null;

  constructor(options: RecordParserOptions) {
    this.#options = options;
  }

  get row(): number {
    return this.#row;
  }

  line(text: string, ending = '\n'): void {
    this.#row++;
    if (this.#open === null) this.#begin({ text, ending });
    else this.#goOn(this.#open, { text, ending });
  }

  end(): void {
    while (this.#open !== null) this.#reread(this.#open);
  }

  #begin(line: Line): void {
    const { delimiter, onRecord } = this.#options;
    const { cells, openAt } = splitRecord(line.text, delimiter);
    if (openAt === null) {
      onRecord(this.#row, cells);
      return;
    }
    const begun = line.text.slice(openAt + 1);
    const open = { lines: [line], openAt, cells, field: undouble(begun) + line.ending, size: begun.length };
    this.#open = open;
    if (hasLooseQuote(begun)) this.#reread(open);
  }

  #goOn(open: OpenRecord, line: Line): void {
    const { delimiter, cells: usual, onRecord, quotedFieldChars, quotedFieldLines } = this.#options;
    const { text, ending } = line;
    open.lines.push(line);
    open.size += text.length + 1;
    if (open.lines.length > quotedFieldLines || open.size > quotedFieldChars) {
      this.#reread(open);
      return;
    }
    const end = endOfQuoted(text, 0, delimiter);
    if (end === null ? hasLooseQuote(text) : end.loose) {
      this.#reread(open);
      return;
    }
    if (end === null) {
      open.field += undouble(text) + ending;
      return;
    }
    open.cells.push(open.field + end.text);
    if (end.next <= text.length) {
      const rest = text.slice(end.next);
      const { cells, openAt } = splitRecord(rest, delimiter);
      open.cells.push(...cells);
      if (openAt !== null) {
        open.field = undouble(rest.slice(openAt + 1)) + ending;
        return;
      }
    }
    if (open.cells.length !== usual && this.#literally(open).length === usual) {
      this.#reread(open);
      return;
    }
    this.#open = null;
    onRecord(this.#row - open.lines.length + 1, open.cells);
  }

  /** The first line as a record of its own, its open quotes taken as plain characters. */
  #literally({ lines, openAt }: OpenRecord): readonly string[] {
    const text = lines[0]?.text ?? '';
    const literal = new Set([openAt]);
    for (;;) {
      const { cells, openAt: another } = splitRecord(text, this.#options.delimiter, literal);
      if (another === null) return cells;
      literal.add(another);
    }
  }

  #reread(open: OpenRecord): void {
    this.#open = null;
    this.#row -= open.lines.length - 1;
    this.literalQuotes.rows++;
    this.literalQuotes.first ||= this.#row;
    this.#options.onRecord(this.#row, this.#literally(open));
    for (const { text, ending } of open.lines.slice(1)) this.line(text, ending);
  }
}

/** A stretch of a quoted field in which no closing quote stands: every quote is one of a pair. */
function undouble(text: string): string {
  return text.replaceAll('""', '"');
}

function hasLooseQuote(text: string): boolean {
  return text.replaceAll('""', '').includes('"');
}
