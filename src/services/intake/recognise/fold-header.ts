import { foldText } from '../../../domain/fold.ts';

const latin = 'abcehkmoptxy';
const cyrillic = 'авсенкмортху';
const toCyrillic = new Map([...latin].map((letter, index) => [letter, cyrillic[index] ?? letter]));

/**
 * Folds a header, a mark or a document type for comparison, never for display: lower case, ё→е, `CustomerID` and
 * `Country_Region` split into words, № written out, punctuation dropped, «кол-во» written out, and every Latin letter that looks like a
 * Russian one written as that (1C itself writes «Cчет» with a Latin C, and people type «TT» for «ТТ»).
 */
export function foldHeader(text: string): string {
  const words = text
    .replace(/^\ufeff/, '')
    .replace(/№/g, ' номер ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return foldText(words)
    .replace(/[abcehkmoptxy]/g, (letter) => toCyrillic.get(letter) ?? letter)
    .replace(/%/g, ' % ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .replace(/(^| )к(?:ол)? во(?= |$)/g, '$1количество');
}

/** What a header says beside its name. */
export interface HeaderText {
  /** Folded name, unit taken off; the whole folded header where nothing else is left. */
  readonly key: string;
  /** The whole header folded. */
  readonly whole: string;
  readonly unit?: 'money' | 'pieces' | 'weight' | 'percent';
  /** «тыс. руб.» 1000, «млн ₽» 1 000 000. */
  readonly multiplier?: number;
}

const unitWords: Readonly<Record<NonNullable<HeaderText['unit']>, string>> = {
  money: 'руб; рублей; рубль; р; ₽; rub; rur; usd; eur; у е; тенге; kzt; byn',
  pieces: 'шт; штук; штуки; штуках; pcs; ед; уп; упак; кор; короб; ящ; бут; в базовых единицах; ед хранения',
  weight: 'кг; kg; т; тн; тонн; л; литров; дал; гр; г',
  percent: '%; процент; проц',
};
const unitOf = new Map(
  Object.entries(unitWords).flatMap(([unit, words]) =>
    words.split(';').map((word) => [foldHeader(word) || word.trim(), unit as HeaderText['unit']] as const),
  ),
);
const multipliers = new Map(
  [
    ['тыс', 1_000],
    ['тысяч', 1_000],
    ['т', 1_000],
    ['млн', 1_000_000],
    ['миллионов', 1_000_000],
    ['thousand', 1_000],
  ].map(([word, factor]) => [foldHeader(String(word)), Number(factor)] as const),
);

/** Words that may stand between unit and VAT without a meaning of their own: «в руб.», «руб. с НДС». */
const vatWords = new Set(
  ['с', 'без', 'учета', 'учетом', 'ндс', 'vat', 'incl', 'excl', 'включая', 'в'].map(foldHeader),
);

/**
 * Takes the unit off a header: «Сумма, тыс. руб. с НДС» → «сумма с ндс», money, 1000; «Кол-во (шт)» → «кол во», pieces.
 * A header that is nothing but a unit («шт», «кг») keeps it as its name.
 */
export function readHeader(header: string): HeaderText {
  const whole = foldHeader(header);
  const bracket = /[([]([^)\]]*)[)\]]?/.exec(header);
  const comma = header.lastIndexOf(',');
  const candidates: (readonly [name: string, tail: string])[] = [];
  if (bracket) candidates.push([header.replace(bracket[0], ' '), bracket[1] ?? '']);
  for (let at = header.indexOf(','); at >= 0; at = header.indexOf(',', at + 1)) {
    candidates.push([header.slice(0, at), header.slice(at + 1)]);
  }
  if (comma < 0 && !bracket) candidates.push(...trailingWords(header));
  for (const [name, tail] of candidates) {
    const unit = readUnit(tail);
    const key = unit && foldHeader(`${name} ${unit.vat}`);
    if (unit && key && foldHeader(name)) return { key, whole, ...unit.found };
  }
  const alone = unitOf.get(whole);
  return alone ? { key: whole, whole, unit: alone } : { key: whole, whole };
}

function trailingWords(header: string): (readonly [string, string])[] {
  const words = header.trim().split(/\s+/);
  return words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
}

function readUnit(tail: string): { vat: string; found: Pick<HeaderText, 'unit' | 'multiplier'> } | undefined {
  const symbols = tail.replaceAll('₽', ' руб ');
  const folded = foldHeader(symbols);
  const whole = unitOf.get(folded);
  if (whole) return { vat: '', found: { unit: whole } };
  let unit: HeaderText['unit'];
  let multiplier: number | undefined;
  const vat: string[] = [];
  const words = folded.split(' ');
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const factor = multipliers.get(word);
    const named = unitOf.get(word);
    // «т» is a tonne, but a thousand before «руб».
    if (factor && (word.length > 1 || (next !== undefined && unitOf.get(next) === 'money')))
      multiplier = factor;
    else if (named && unit === undefined) unit = named;
    else if (vatWords.has(word)) vat.push(word);
    else if (!named) return undefined;
  }
  if (unit === undefined && multiplier === undefined) return undefined;
  if (!vat.includes('ндс') && !vat.includes(foldHeader('vat'))) vat.length = 0;
  const found = { ...(unit && { unit }), ...(multiplier && { multiplier }) };
  return { vat: vat.join(' '), found };
}
