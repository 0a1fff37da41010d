import { entryKinds } from '../../src/domain/entry.ts';
import { addDays } from '../../src/domain/iso-date.ts';
import { stemOf } from '../../src/domain/search-words.ts';

const common =
  'клиент звонок заказ поставка скидка отгрузка оплата договор встреча товар цена счёт склад менеджер возврат жалоба упаковка отсрочка просрочка накладная'.split(
    ' ',
  );
const syllables = 'ба во ги до жу за ку ли мо ну пе ра си ту фа хо ше'.split(' ');

/** Words by how common they are: real ones first, then invented ones. */
const vocabulary = Array.from({ length: 20_000 }, (_, at) => {
  const real = common[at];
  if (real !== undefined) return real;
  let word = '';
  for (let rest = at * 7919; word.length < 8; rest = Math.floor(rest / syllables.length) + 31)
    word += syllables[rest % syllables.length];
  return `${word}${syllables[at % syllables.length]}к`;
});
const stems = vocabulary.map(stemOf);

/** As good as random, the same in every run: 0 to 1. */
export function chance(number: number, salt: number): number {
  const first = Math.imul(number ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 15), 0xc2b2ae35);
  return ((second ^ (second >>> 16)) >>> 0) / 2 ** 32;
}

/** The rank of a word: half of all words are among the first 150. */
const rankOf = (number: number, salt: number): number =>
  Math.floor(vocabulary.length ** chance(number, salt)) - 1;

const lastDay = '2026-09-30';
const days = 1095;

export interface BenchText {
  readonly day: string;
  readonly clock: string;
  readonly kind: string;
  readonly text: string;
  readonly stems: readonly string[];
}

/** Of so many texts: what was written down later has a later day. */
export function textOf(number: number, size: number): BenchText {
  const length = 5 + Math.floor(chance(number, 1) * 8);
  const ranks = Array.from({ length }, (_, at) => rankOf(number, 10 + at));
  const minute = Math.floor(chance(number, 2) * 600);
  return {
    day: addDays(lastDay, -Math.floor((1 - Math.min(1, number / size)) * days)),
    clock: `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    kind: entryKinds[Math.floor(chance(number, 4) * entryKinds.length)] ?? 'note',
    text: ranks.map((rank) => vocabulary[rank]).join(' '),
    stems: [...new Set(ranks.map((rank) => stems[rank] ?? ''))],
  };
}

/** Words of a search, common and rare; of every third one a word that no text has. */
export function searchOf(number: number): string {
  const length = 1 + Math.floor(chance(number, 5) * 3);
  const words = Array.from({ length }, (_, at) => vocabulary[rankOf(number, 40 + at)] ?? '');
  return number % 3 === 0 ? [...words.slice(1), 'несуществующее'].join(' ') : words.join(' ');
}
