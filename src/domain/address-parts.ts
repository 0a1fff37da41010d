import { foldLookAlikes, foldText } from './fold.ts';

/** One part of an address: its kind in the shortest spelling (`ул`, `г`, `д`, `корп`; `` for bare words, `№` for bare numbers) and value. */
export interface AddressPart {
  readonly tag: string;
  readonly value: string;
}

/** Region, settlement, street: named by words, the kind stands before or after them («ул. Лесная», «Лесная ул»). */
const named = spellings({
  обл: 'обл область',
  край: 'край',
  респ: 'респ республика',
  ао: 'ао',
  'р-н': 'р-н район',
  г: 'г гор город',
  пгт: 'пгт',
  рп: 'рп',
  п: 'п пос поселок',
  с: 'с село',
  дер: 'д дер деревня',
  х: 'х хутор',
  'ст-ца': 'ст-ца станица',
  ст: 'ст станция',
  снт: 'снт',
  тер: 'тер территория',
  мкр: 'мкр мкрн мкр-н микрорайон',
  'кв-л': 'кв-л квартал',
  ул: 'ул улица',
  пер: 'пер переулок',
  'пр-кт': 'пр-кт пр-т просп проспект',
  'пр-д': 'пр-д проезд',
  пр: 'пр',
  ш: 'ш шоссе',
  'б-р': 'б-р бул бульвар',
  наб: 'наб набережная',
  пл: 'пл площадь',
  туп: 'туп тупик',
  аллея: 'аллея',
  линия: 'линия',
  тракт: 'тракт',
  км: 'км',
});

/** Parts of a plot: the kind stands before a number. «с. Бобино» is a village and «с. 1» a building: the number decides. */
const numbered = spellings({
  д: 'д дом',
  влд: 'влд вл владение',
  зд: 'зд здание',
  уч: 'уч участок',
  корп: 'корп корпус к',
  стр: 'стр строение с',
  лит: 'лит литер литера',
  под: 'под подъезд',
  эт: 'эт этаж',
  кв: 'кв квартира',
  оф: 'оф офис',
  пом: 'пом помещение',
  ком: 'ком комната',
});

/** Kinds in the order of a key. */
export const partOrder: readonly string[] = [
  '',
  ...new Set(named.values()),
  ...new Set(numbered.values()),
  '№',
];

const settlements = ['г', 'пгт', 'рп', 'п', 'с', 'дер', 'х', 'ст-ца', 'ст'];
export const isSettlement = (tag: string) => settlements.includes(tag);

function spellings(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
  );
}

// «2я», «8й» are ordinals of a street’s name, not house letters.
const house = /^\d+(?![яй])[а-яa-z]?(?:[/-]\d*[а-яa-z]?)*$/;
const startsWithDigit = /^\d/;
const letter = /^[а-яa-z]$/;

/** Takes an address apart without losing a word; only the country and a leading postal index are left out. */
export function addressParts(address: string): readonly AddressPart[] {
  const parts: AddressPart[] = [];
  for (const segment of prepare(address).split(',')) {
    const tokens = segment.split(' ').filter(Boolean);
    if (tokens.length > 0) parts.push(...segmentParts(tokens, parts));
  }
  return parts;
}

function prepare(address: string): string {
  return (
    foldText(address)
      .replace(/\S*\d\S*/g, foldLookAlikes)
      .toLowerCase()
      .replace(/[();\n]/g, ',')
      .replace(/ ?\/ ?/g, '/')
      .replace(/[^\p{L}\p{N}/,-]+/gu, ' ')
      .replace(/(?<![\p{L}\d])(?:российская федерация|россия|рф|russia)(?!\p{L})/gu, ',')
      .replace(/^[ ,]*\d{6}(?= |,|$)/, '')
      // «д5», «5к2», «12с1», «5литА»
      .replace(/(?<![\p{L}\d])(\p{L}+)(?=\d)/gu, (whole, word: string) =>
        numbered.has(word) ? `${word} ` : whole,
      )
      .replace(/(?<=\d\p{L}?)(корп|к|стр|с|лит)(?=\d|(?<=лит)\p{L}(?!\p{L}))/gu, ' $1 ')
      .replace(/(?<=\d)-(?=(?:\p{L}|[аоыи][яйе])(?![\p{L}\d]))/gu, '')
  );
}

function segmentParts(tokens: readonly string[], before: readonly AddressPart[]): readonly AddressPart[] {
  const parts: AddressPart[] = [];
  let words: string[] = [];
  const flush = (tag: string) => {
    if (words.length > 0) parts.push({ tag, value: words.join(' ') });
    words = [];
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1];
    const plotTag = plotKind(token, next);
    const namedTag = named.get(token);
    if (plotTag && next !== undefined) {
      flush('');
      const [value, used] = numberAt(tokens, at + 1);
      parts.push({ tag: plotTag, value });
      at += used;
    } else if (namedTag && words.length > 0 && endsName(tokens, at + 1)) {
      flush(namedTag);
    } else if (namedTag && next !== undefined) {
      flush('');
      const end = nameEnd(tokens, at + 1);
      parts.push({ tag: namedTag, value: tokens.slice(at + 1, end).join(' ') });
      at = end - 1;
    } else if (house.test(token) && (words.length > 0 || parts.length > 0 || isAlone(tokens))) {
      flush('');
      const [value, used] = numberAt(tokens, at);
      const known = [...before, ...parts].some((part) => part.tag === 'д');
      parts.push({ tag: known ? '№' : 'д', value });
      at += used - 1;
    } else {
      words.push(token);
    }
  }
  flush('');
  return parts;
}

function plotKind(token: string, next: string | undefined): string | undefined {
  const tag = numbered.get(token);
  if (!tag || next === undefined) return undefined;
  if (startsWithDigit.test(next)) return tag;
  // «корп. А», «лит. Б», «пом. IV»; the one-letter kinds need a digit.
  return token.length > 1 && (letter.test(next) || /^(?:кв|оф|пом|ком)$/.test(tag)) ? tag : undefined;
}

/** A number and the letter that stands apart from it: «5 А». Returns the tokens used. */
function numberAt(tokens: readonly string[], at: number): readonly [value: string, used: number] {
  const number = tokens[at] ?? '';
  const suffix = tokens[at + 1];
  const attached =
    /^\d+$/.test(number) && suffix !== undefined && letter.test(suffix) && !plotKind(suffix, tokens[at + 2]);
  return attached ? [number + suffix, 2] : [number, 1];
}

function endsName(tokens: readonly string[], at: number): boolean {
  const token = tokens[at];
  return (
    token === undefined ||
    house.test(token) ||
    named.has(token) ||
    plotKind(token, tokens[at + 1]) !== undefined
  );
}

/** «ул. 8 Марта 5»: the first word belongs to the name whatever it is, the name ends at a kind or at a house number. */
function nameEnd(tokens: readonly string[], start: number): number {
  let end = start + 1;
  while (end < tokens.length) {
    const hasWord = tokens.slice(start, end).some((token) => /^\D/.test(token));
    const token = tokens[end] ?? '';
    if (named.has(token) || plotKind(token, tokens[end + 1])) break;
    if (hasWord && house.test(token)) break;
    end += 1;
  }
  return end;
}

/** «5», «5 А»: nothing but a house number between two commas. */
function isAlone(tokens: readonly string[]): boolean {
  return numberAt(tokens, 0)[1] === tokens.length || plotKind(tokens[1] ?? '', tokens[2]) !== undefined;
}
