const latin = 'ABCEHKMOPTXYaceopxyk';
const cyrillic = 'АВСЕНКМОРТХУасеорхук';

/** Latin letters that look like Cyrillic ones → these. */
const toCyrillic = new Map([...latin].map((letter, index) => [letter, cyrillic[index] ?? letter]));
const toLatin = new Map([...cyrillic].map((letter, index) => [letter, latin[index] ?? letter]));

/**
 * Folds text for comparison, never for display: NFC, lower case, ё→е, blanks collapsed, and letters of the other
 * alphabet that stand in a word by mistake (Latin `C` in `Cчет`). A word of one alphabet is left alone.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{L}+/gu, unmix)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .trim();
}

function unmix(word: string): string {
  if (!/[a-z]/i.test(word) || !/[а-яё]/i.test(word)) return word;
  const letters = [...word];
  if (letters.every((letter) => !/[a-z]/i.test(letter) || toCyrillic.has(letter))) {
    return letters.map((letter) => toCyrillic.get(letter) ?? letter).join('');
  }
  if (letters.every((letter) => !/[а-яё]/i.test(letter) || toLatin.has(letter))) {
    return letters.map((letter) => toLatin.get(letter) ?? letter).join('');
  }
  return word;
}

/** Folds Latin look-alikes of upper or lower case wherever they stand: `5A` typed with a Latin letter is house 5А. */
export function foldLookAlikes(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => toCyrillic.get(letter) ?? letter);
}
