import { foldText } from './fold.ts';

// The standard stemmer of Russian (Snowball) leaves «звонок» and «звонки», «скидка» and «скидок» apart: it knows no
// fleeting vowels. Here a word loses its endings until none is left, then the vowel that comes and goes, so all forms
// of a noun meet in one stem. Forms of a verb meet by tense only («позвонил», «позвонила»), and related words may
// («парта», «партия»): a search finds rather too much than too little.

/** Longest first. */
const endings = [
  ...['иями', 'ями', 'ами', 'ыми', 'ими', 'ого', 'его', 'ому', 'ему', 'иях', 'иям', 'ием', 'ией'],
  ...['ая', 'яя', 'ое', 'ее', 'ую', 'юю', 'ые', 'ие', 'ый', 'ий', 'ой', 'ей', 'ою', 'ею', 'ия', 'ию', 'ии'],
  ...['ам', 'ям', 'ом', 'ем', 'ым', 'им', 'ах', 'ях', 'ых', 'их', 'ов', 'ев', 'ья', 'ье', 'ью', 'ьи'],
  ...['а', 'я', 'о', 'е', 'ы', 'и', 'у', 'ю', 'ь', 'й'],
];
/** Whose stem is not what their endings say. */
const irregular = new Map(
  Object.entries({
    письмо: 'писем',
    день: 'дня дню днем дни дней дням днями днях',
    окно: 'окон',
    заем: 'займ займа займу займом займы займов займам займами займах',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);
/** Whose end looks like an ending. */
const whole = /(?:^|[^аеиоуыэюя])(?:ъем|прием|заем|наем|подъем)$/;
const vowel = /[аеиоуыэюя]/;
const shortestStem = 3;

/** Longer runs of letters are no words: they are found by their beginning. */
const longestWord = 40;

/**
 * The words of a text as a search compares them, each once: folded (ё is е), without endings. Single letters are left
 * out. Nothing in them but letters and digits.
 */
export function searchWords(text: string): readonly string[] {
  return [...new Set(plainWords(text).map(stemOf))];
}

/** The words of a text as they stand, folded. */
export function plainWords(text: string): readonly string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.length < 2
      ? []
      : [
          word
            .slice(0, longestWord)
            .toWellFormed()
            .replace(/\uFFFD$/, ''),
        ],
  );
}

export function stemOf(word: string): string {
  if (/^[а-я]+$/.test(word)) return withoutFleetingVowel(withoutEndings(irregular.get(word) ?? word));
  if (/^[a-z]+$/.test(word)) return englishStem(word);
  return word;
}

function withoutEndings(word: string): string {
  // «обратился», «обратилась»; not «запись».
  let stem = word.replace(/(?<=[а-я]{3}(?:[лтшмй]|ть))ся$|(?<=[а-я]{2}л[аио])сь$/, '');
  for (;;) {
    if (whole.test(stem)) return stem;
    const ending = endings.find(
      (one) =>
        stem.endsWith(one) &&
        stem.length - one.length >= shortestStem &&
        vowel.test(stem.slice(0, -one.length)),
    );
    if (ending === undefined) return stem;
    stem = stem.slice(0, -ending.length);
  }
}

/** «звонок» and «звонк-и», «скидок» and «скидк-а», «линеек» and «линейк-а», «денег» and «деньг-и». */
function withoutFleetingVowel(stem: string): string {
  const hard = stem.replace(/[ьъ](?=[^аеиоуыэюя]$)/, '');
  const parts = /^(.+)([ое])([кц])$/.exec(hard) ?? /^(.+)(е)([лмнг])$/.exec(hard);
  const [, head = '', , last = ''] = parts ?? [];
  if (!vowel.test(head)) return hard;
  return vowel.test(head.at(-1) ?? '') ? `${head}й${last}` : `${head}${last}`;
}

function englishStem(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
