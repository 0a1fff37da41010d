import type { Features } from './features.ts';

/** So many customers with one key are compared with one another; more have nothing in common by it. */
const mostInBlock = 60;
/** With one word of a name in one town. */
const mostWithWord = 25;

type Keys = (features: Features) => Iterable<string>;

/** Two customers are compared if they share a key of any of these kinds. */
const kinds: readonly Keys[] = [
  ({ inns, kpps }) => inns.flatMap((inn) => (kpps.length === 0 ? [inn] : kpps.map((kpp) => `${inn} ${kpp}`))),
  // Of one ИНН those without КПП meet all others.
  ({ inns }) => inns,
  ({ ogrns }) => ogrns,
  ({ phones }) => phones.map((phone) => phone.slice(-10)),
  ({ emails }) => emails,
  ({ addresses }) => addresses,
  ({ names }) => names.map(({ words }) => words.join(' ')),
];
const kindsOfWords: readonly Keys[] = [
  // Of two words one is mistyped, seldom both.
  ({ names, cities }) =>
    places(cities).flatMap((city) =>
      names.flatMap(({ words }) => words.filter((word) => word.length > 3).map((word) => `${city} ${word}`)),
    ),
  // A word that is mistyped begins or ends as it should.
  ({ names, cities }) =>
    places(cities).flatMap((city) =>
      names.flatMap(({ words }) => {
        const whole = words.join('');
        return whole.length < 5 ? [] : [`${city} ${whole.slice(0, 4)}-`, `${city} -${whole.slice(-4)}`];
      }),
    ),
];

const places = (cities: readonly string[]): readonly string[] => (cities.length === 0 ? [''] : cities);

export interface Pairs {
  /** Of places in the list given, the lower one first. */
  readonly pairs: ReadonlySet<number>;
  /** Keys that too many shared to compare them by it. */
  readonly crowded: number;
}

/** One number for two places. */
export const pairOf = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b);
export const placesOf = (pair: number): readonly [number, number] => [
  Math.floor(pair / 2 ** 26),
  pair % 2 ** 26,
];

/** Who is to be compared with whom: nearly linear in the number of customers. Gives way after each of them. */
export function* candidatePairs(all: readonly Features[]): Generator<void, Pairs> {
  const pairs = new Set<number>();
  let crowded = 0;
  for (const keysOf of [...kinds, ...kindsOfWords]) {
    const most = kindsOfWords.includes(keysOf) ? mostWithWord : mostInBlock;
    // One kind at a time: all keys of all customers would not fit.
    const blocks = new Map<string, number[]>();
    for (const [place, features] of all.entries()) {
      for (const key of new Set(keysOf(features))) {
        const block = blocks.get(key);
        if (block === undefined) blocks.set(key, [place]);
        else if (block.length <= most) block.push(place);
      }
      yield;
    }
    for (const block of blocks.values()) {
      if (block.length > most) crowded++;
      else
        for (let i = 0; i < block.length; i++)
          for (let j = i + 1; j < block.length; j++) pairs.add(pairOf(block[i] ?? 0, block[j] ?? 0));
      yield;
    }
  }
  return { pairs, crowded };
}
