import truncatedWidth from 'fast-string-truncated-width';

/** Cells that the text takes in a terminal. */
export function displayWidth(text: string): number {
  return truncatedWidth(text).width;
}

/**
 * Text from users' files, made harmless for a terminal: control characters could move the cursor or hide what follows,
 * marks of writing direction could show a name backwards.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** At most `width` cells; what was cut shows as `…`. */
export function truncate(text: string, width: number): string {
  const fit = truncatedWidth(text, { limit: width, ellipsis: '…', ellipsisWidth: 1 });
  return fit.truncated ? text.slice(0, fit.index) + (fit.ellipsed ? '…' : '') : text;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Breaks at blanks, not at no-break spaces; a longer word keeps its line. */
export function wrap(text: string, width: number | undefined, indent = ''): string[] {
  if (width === undefined) return text.split('\n').map((line) => indent + line);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line === '') line = indent + word;
      else if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`;
      else {
        lines.push(line);
        line = indent + word;
      }
    }
    lines.push(line);
  }
  return lines;
}
