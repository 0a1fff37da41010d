import { foldText } from '../../../src/domain/fold.ts';

/** Letters of a word that its other forms share, as a rule. */
const stem = 4;
/** Letters before the word that was found. */
const before = 30;
const longest = 110;

/** The words of a text around the first one that looks like what was searched for. */
export function excerptOf(text: string, search: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const folded = foldText(line);
  // Folding that changes the length of a text would point at other letters.
  const places =
    folded.length === line.length
      ? foldText(search)
          .split(' ')
          .map((word) => folded.indexOf(word.slice(0, stem)))
          .filter((at) => at >= 0)
      : [];
  const found = Math.max(0, Math.min(...places, line.length) - before);
  const from = places.length === 0 || found === 0 ? 0 : line.indexOf(' ', found) + 1;
  const part = line.slice(from, from + longest);
  return `${from > 0 ? '… ' : ''}${part}${from + longest < line.length ? ' …' : ''}`;
}
