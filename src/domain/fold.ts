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
  const whole = text.normalize('NFC');
  const mixed = latinLetter.test(whole) && cyrillicLetter.test(whole);
  return (mixed ? whole.replace(/\p{L}+/gu, unmix) : whole)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .trim();
}

const latinLetter = /[a-z]/i;
const cyrillicLetter = /[а-яё]/i;

function unmix(word: string): string {
  if (!latinLetter.test(word) || !cyrillicLetter.test(word)) return word;
  const letters = [...word];
  if (letters.every((letter) => !latinLetter.test(letter) || toCyrillic.has(letter))) {
    return letters.map((letter) => toCyrillic.get(letter) ?? letter).join('');
  }
  if (letters.every((letter) => !cyrillicLetter.test(letter) || toLatin.has(letter))) {
    return letters.map((letter) => toLatin.get(letter) ?? letter).join('');
  }
  return word;
}

/** Folds Latin look-alikes of upper or lower case wherever they stand: `5A` typed with a Latin letter is house 5А. */
export function foldLookAlikes(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => toCyrillic.get(letter) ?? letter);
}
