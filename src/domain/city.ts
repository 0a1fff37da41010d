import { type AddressPart, addressParts, isSettlement } from './address-parts.ts';
import { townAliases, townsByRegion } from './city-seed.ts';
import { foldText } from './fold.ts';

const spaced = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();

/** Key → the name as it is written. */
const names = new Map(
  Object.values(townsByRegion)
    .flatMap((list) => list.split(', '))
    .map((name) => [spaced(name), name]),
);

/**
 * A settlement as a key: «г.Слободской», «СЛОБОДСКОЙ», «Слободской г» → `слободской`; «СПб» → `санкт петербург`. The kind
 * of settlement and a region beside it are left out. Trap: keys of identities are built of it, so it rests on nothing
 * that a user can edit. Empty when the text has no letters or digits.
 */
export function cityKey(city: string): string {
  // The whole text first: the «Ст.» of «Ст. Оскол» is no station.
  const whole = spaced(city);
  if (whole === '' || names.has(whole)) return whole;
  const key = spaced(settlementOf(city)?.value ?? city);
  const alias = townAliases[whole] ?? townAliases[key];
  return alias === undefined ? key : spaced(alias);
}

/** The name for showing: that of the list («киров» → «Киров», «Н.Новгород» → «Нижний Новгород»), else as typed, in decent case. */
export function normaliseCity(city: string): string {
  const key = cityKey(city);
  return names.get(key) ?? properCase(asTyped(city, key) ?? key);
}

/** The settlement that an address names, as `normaliseCity` writes it; null when it names none for sure. */
export function cityFromAddress(address: string): string | null {
  const parts = addressParts(address);
  const stated = statedSettlement(parts);
  if (stated) return normaliseCity(stated.value);
  const known = parts.find((part) => part.tag === '' && names.has(cityKey(part.value)));
  return known ? normaliseCity(known.value) : null;
}

/** A town before a village: «г. Слободской, д. Шихово» is counted in the town that the address names. */
function statedSettlement(parts: readonly AddressPart[]): AddressPart | undefined {
  return parts.find((part) => part.tag === 'г') ?? parts.find((part) => isSettlement(part.tag));
}

function settlementOf(city: string): AddressPart | undefined {
  const parts = addressParts(city.replace(/^\s*г\.?\s*о\.\s*/i, ''));
  return statedSettlement(parts) ?? parts.find((part) => part.tag === '');
}

/** The piece of the text that the key was made of, with its own case and ё. */
function asTyped(city: string, key: string): string | undefined {
  const words = city.normalize('NFC').match(/[\p{L}\p{N}/-]+/gu) ?? [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const piece = words.slice(from, to).join(' ');
      if (spaced(piece) === key) return piece;
    }
  }
  return undefined;
}

const small = new Set(['на', 'под', 'над', 'в', 'во', 'за', 'и', 'при']);

/** Text that is all small or all capital gets capitals, but for «на», «под»…; mixed case is left as typed. */
function properCase(text: string): string {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return text;
  return text.toLowerCase().replace(/\p{L}+/gu, (word, at: number) => {
    return at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}
