import fastStringWidth from 'fast-string-width';

/** Cells that the text takes in a terminal. */
export function displayWidth(text: string): number {
  return fastStringWidth(text);
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

const graphemes = new Intl.Segmenter();

/** At most `width` cells; what was cut shows as `…`. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept}…`;
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
