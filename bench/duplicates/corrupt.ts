import { createRandom, pick, type Random } from '../../src/use-cases/demo/random.ts';

/** What a card says of a company; empty: nothing. */
export interface Card {
  readonly name: string;
  readonly city: string;
  readonly inn: string;
  readonly phone: string;
}

/**
 * What happens to the name on a second card. Besides, its ИНН and its phone are each, one time in three, left out, and one
 * time in three short of a digit.
 */
export const corruptions = ['typo', 'wordOrder', 'legalForm', 'transliteration', 'none'] as const;
export type Corruption = (typeof corruptions)[number];

const cyrillic: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
  },
  ...{
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'в',
    x: 'кс',
    y: 'и',
    z: 'з',
  },
};

export function secondCard(card: Card, corruption: Corruption, random: Random): Card {
  const mishap = (value: string): string => {
    const chance = random();
    return chance < 1 / 3 ? '' : chance < 2 / 3 ? withoutLetter(value, random) : value;
  };
  return {
    ...card,
    name: corruptedName(card.name, corruption, random),
    inn: mishap(card.inn),
    phone: mishap(card.phone),
  };
}

function corruptedName(name: string, corruption: Corruption, random: Random): string {
  const words = name.split(' ');
  switch (corruption) {
    case 'typo':
      return mistyped(name, random);
    case 'wordOrder':
      return [...words.slice(1), ...words.slice(0, 1)].join(' ');
    case 'legalForm':
      return pick(random, [`ООО «${name}»`, `${name}, Ltd`, `${name} LLC`, `АО ${name}`]);
    case 'transliteration':
      return name.replace(/[a-z]/gi, (letter) => {
        const small = cyrillic[letter.toLowerCase()] ?? letter;
        return letter === letter.toLowerCase() ? small : small.toUpperCase();
      });
    case 'none':
      return name;
  }
}

/** One letter of a word of four and more is lost, doubled, swapped with the next or another one. */
function mistyped(name: string, random: Random): string {
  const long = [...name.matchAll(/\p{L}{4,}/gu)];
  const word = long.length === 0 ? undefined : pick(random, long);
  if (word === undefined) return name;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = name[at] ?? '';
  const instead = pick(random, ['', letter + letter, (name[at + 1] ?? '') + letter, 'о']);
  const cut = instead.length === 2 && instead[0] !== letter ? 2 : 1;
  return name.slice(0, at) + instead + name.slice(at + cut);
}

function withoutLetter(digits: string, random: Random): string {
  const at = 1 + Math.floor(random() * (digits.length - 1));
  return digits.slice(0, at) + digits.slice(at + 1);
}

/** Cards of companies that have a name and a town only, and second cards of every fifth: place of the second → of the first. */
export function withSecondCards(
  companies: readonly Pick<Card, 'name' | 'city'>[],
  innOf: (place: number) => string,
  seed = 1,
): {
  readonly cards: readonly Card[];
  readonly truth: ReadonlyMap<number, number>;
  readonly how: ReadonlyMap<number, Corruption>;
} {
  const random = createRandom(seed, 'second cards');
  const cards = companies.map((company, place) => ({
    ...company,
    inn: random() < 0.7 ? innOf(place) : '',
    phone: random() < 0.8 ? `+7900000${String(place * 13).padStart(4, '0')}` : '',
  }));
  const truth = new Map<number, number>();
  const how = new Map<number, Corruption>();
  for (let place = 0; place < companies.length; place += 5) {
    const card = cards[place];
    if (card === undefined) continue;
    const corruption = pick(random, corruptions);
    how.set(cards.length, corruption);
    truth.set(cards.length, place);
    cards.push(secondCard(card, corruption, random));
  }
  return { cards, truth, how };
}
