/** The cells of one line, or of the part of a record that stands on it. */
export interface SplitRecord {
  readonly cells: string[];
  /** Position of the quote whose field does not end on this line; then it is missing in `cells`. */
  readonly openAt: number | null;
}

/**
 * Splits one line at the delimiter outside of quotes. A quote opens a field only as its first character and closes it
 * only before a delimiter, blanks and a delimiter, or the end; a quote elsewhere is a quote. `literal` holds positions
 * of opening quotes that turned out to be plain characters.
 */
export function splitRecord(line: string, delimiter: string, literal?: ReadonlySet<number>): SplitRecord {
  if (!line.includes('"')) return { cells: line.split(delimiter), openAt: null };
  const cells: string[] = [];
  for (let from = 0; ; ) {
    if (line[from] === '"' && !literal?.has(from)) {
      const end = endOfQuoted(line, from + 1, delimiter);
      if (end === null) return { cells, openAt: from };
      cells.push(end.text);
      if (end.next > line.length) return { cells, openAt: null };
      from = end.next;
      continue;
    }
    const to = line.indexOf(delimiter, from);
    if (to < 0) {
      cells.push(line.slice(from));
      return { cells, openAt: null };
    }
    cells.push(line.slice(from, to));
    from = to + 1;
  }
}

export interface QuotedEnd {
  /** The field's text as far as this line goes. */
  readonly text: string;
  /** Where the next field begins; behind the line's end when there is none. */
  readonly next: number;
  /** A quote that was neither doubled nor closing stood in the field. */
  readonly loose: boolean;
}

/** Finds the end of a quoted field whose content begins (or goes on) at `from`; null when it is not on this line. */
export function endOfQuoted(line: string, from: number, delimiter: string): QuotedEnd | null {
  let text = '';
  let loose = false;
  for (let at = from; ; ) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return null;
    text += line.slice(at, quote);
    const doubled = line[quote + 1] === '"';
    // After a loose quote the writer does not double them: `"ООО "Ромашка"";` ends here.
    const closing = doubled && !loose ? null : closes(line, quote + 1, delimiter);
    if (closing !== null) return { text, next: closing, loose };
    if (doubled && loose) {
      const outer = closes(line, quote + 2, delimiter);
      if (outer !== null) return { text: `${text}"`, next: outer, loose };
    }
    text += '"';
    loose ||= !doubled;
    at = quote + (doubled ? 2 : 1);
  }
}

/** Begin of the next field when nothing but blanks stands between `from` and a delimiter or the end. */
function closes(line: string, from: number, delimiter: string): number | null {
  let at = from;
  while (line[at] === ' ') at++;
  return at >= line.length || line[at] === delimiter ? at + 1 : null;
}
