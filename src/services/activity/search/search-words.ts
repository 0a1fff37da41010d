import { foldText } from '../../../domain/fold.ts';
import { readPhones } from '../../../domain/phone.ts';

/** What a unit is found by: words of its names and code and its ИНН as one text, phone numbers as digits as another. */
export function searchText(known: {
  readonly names: readonly (string | undefined)[];
  readonly inn: string | undefined;
  readonly phone: string | undefined;
}): { readonly words: string; readonly phones: string } {
  const names = known.names.map((name) => wordsOf(name ?? ''));
  const phones = readPhones(known.phone ?? '').map(({ e164, raw }) => (e164 ?? raw).replace(/\D/g, ''));
  return { words: oneText([...names, known.inn ?? '']), phones: oneText(phones) };
}

/** The bar stands in no word: nothing is found across two names. */
const oneText = (texts: readonly string[]): string => [...new Set(texts)].filter(Boolean).join(' | ');

/** What a text has to have for a search to find it: of each group one part. Null: no text has it. */
export function searchParts(search: string): readonly (readonly string[])[] | null {
  const digits = search.replace(/\D/g, '');
  if (digits !== '' && /^[\d\s()+.-]*$/.test(search)) return [numbersLike(digits)];
  const parts = new Set(search.split(/\s+/).map(wordsOf).filter(Boolean));
  return parts.size === 0 ? null : [...parts].map((part) => [part]);
}

/** «8 912…» is +7 912…; what begins with 8 may be an ИНН or a code too. */
const numbersLike = (digits: string): string[] =>
  /^8\d{3,10}$/.test(digits) ? [digits, `7${digits.slice(1)}`] : [digits];

/** Folded, with one blank for everything that is neither a letter nor a digit: «Ромашка-Юг» is `ромашка юг`. */
export const wordsOf = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
