import { searchWords } from '../../domain/search-words.ts';
import type { IsoDate } from '../../domain/units.ts';
import { insertMany, type RecordsExecutor } from '../../stores/records/bulk.ts';

export type TextKind = 'entry' | 'contact';

/** Words as a `tsvector` is written: letters and digits need no quotes. */
export const vectorOf = (words: readonly string[]): string => words.join(' ');

/** Words that a `tsvector` keeps of one text; longer ones than any text of ours. */
export const wordsOf = (...texts: readonly string[]): readonly string[] => searchWords(texts.join(' \n '));

/** Adds words to the list of all; the empty one is in each text. In one transaction with their texts; words in order, so writers wait for each other in turn. */
export async function learnWords(
  tx: RecordsExecutor,
  kind: TextKind,
  texts: readonly { readonly words: readonly string[]; readonly day: IsoDate }[],
): Promise<void> {
  const known = new Map<string, { texts: number; last: IsoDate }>();
  for (const { words, day } of texts)
    for (const word of ['', ...words]) {
      const before = known.get(word);
      const isNewest = before === undefined || before.last < day;
      known.set(word, { texts: (before?.texts ?? 0) + 1, last: isNewest ? day : before.last });
    }
  const rows = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  await insertMany(
    tx,
    'text_word',
    [
      { name: 'kind', pgType: 'text' },
      { name: 'word', pgType: 'text' },
      { name: 'texts', pgType: 'int4' },
      { name: 'last', pgType: 'date' },
    ],
    rows.map(([word, { texts: count, last }]) => [kind, word, count, last]),
    {
      onConflict: `ON CONFLICT (kind, word) DO UPDATE
        SET texts = text_word.texts + excluded.texts, last = greatest(text_word.last, excluded.last)`,
    },
  );
}
