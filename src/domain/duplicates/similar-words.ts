/** Cyrillic letters as people write them with Latin ones. */
const latin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
  },
  ...{
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
  },
  ...{ щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

/** A folded word as it sounds, whichever alphabet it is written in: `хорс`, `Hors` and `Khors` are one. */
export const soundOf = (word: string): string =>
  word
    .replace(/[а-яё]/g, (letter) => latin[letter] ?? '')
    .replace(/kh/g, 'h')
    .replace(/sch/g, 'sh')
    .replace(/ph/g, 'f')
    .replace(/tz/g, 'ts')
    .replace(/[yj]/g, 'i')
    .replace(/[cq]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1');

/**
 * How many slips of typing (a letter more, less, another one, two swapped) lie between two words, at most `most`;
 * `most + 1` where there are more.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** Slips that leave a word recognisable: none in a short one. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** «С.» of «Семён». */
const isInitial = (a: string, b: string): boolean =>
  (a.length <= 2 && b.length > 2 && b.startsWith(a)) || (b.length <= 2 && a.length > 2 && a.startsWith(b));

export type Likeness = 'same' | 'typo' | 'part' | 'sharedWord' | 'different';

/**
 * How alike two names are, given as words (`soundOf`) without legal forms, in any order. `typo`: the same words but for
 * slips and initials; `part`: all words of one are in the other; `sharedWord`: some are.
 */
export function likenessOf(a: readonly string[], b: readonly string[]): Likeness {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  let slips = 0;
  let met = 0;
  for (const word of [...few].sort((one, other) => other.length - one.length)) {
    const most = slipsIn(word);
    let best = -1;
    let fewest = most + 1;
    for (const [at, other] of left.entries()) {
      const between = isInitial(word, other) ? 0.5 : slipsBetween(word, other, most);
      if (between < fewest) [best, fewest] = [at, between];
    }
    if (best < 0) continue;
    left.splice(best, 1);
    slips += fewest;
    met++;
  }
  if (met === few.length && left.length === 0) return slips === 0 ? 'same' : 'typo';
  // «Бело Снежка» and «Белоснежка».
  const [whole, other] = [few.toSorted().join(''), many.toSorted().join('')];
  if (whole.length >= 6 && slipsBetween(whole, other, 1) <= 1) return 'typo';
  if (met === few.length && few.some((word) => word.length > 3)) return 'part';
  return met > 0 ? 'sharedWord' : 'different';
}
