import { inn10 } from '../src/use-cases/demo/identifiers.ts';

/** How much the invented company sells. */
export interface SalesPlan {
  readonly lines: number;
  readonly months: number;
  /** First month, `YYYY-MM`. */
  readonly from: string;
  readonly clients: number;
  readonly products: number;
  readonly reps: number;
}

/** Twenty thousand clients with two delivery points each on average, over three years. */
export const sales = (lines: number): SalesPlan => ({
  lines,
  months: 36,
  from: '2023-10',
  clients: 20_000,
  products: 5_000,
  reps: 120,
});

export interface SalesDocument {
  readonly number: string;
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly isReturn: boolean;
  readonly client: Client;
  readonly point: Point;
  readonly rep: string;
  readonly lines: readonly SalesLine[];
}

interface Client {
  readonly code: string;
  readonly name: string;
  readonly inn: string;
}

interface Point {
  readonly code: string;
  readonly name: string;
}

interface Product extends Point {
  readonly article: string;
  readonly price: number;
  readonly vat: number;
}

/** Money in kopecks; figures of a return are negative. */
export interface SalesLine {
  readonly product: Product;
  readonly quantity: number;
  readonly net: number;
  readonly gross: number;
}

const linesOfDocument = 4;
const plants = 'Ромашка Василёк Ландыш Берёза Калина Рябина Сосна Клевер Мята Лаванда'.split(' ');
const streets = 'Лесной Садовой Мира Полевой Речной Школьной Зелёной Озёрной'.split(' ');
const shops = 'Магазин Кафе Киоск Буфет'.split(' ');
const goods = 'Молоко Кефир Сливки Сметана Йогурт Ряженка Творог Сырок Айран Пахта'.split(' ');
const surnames = 'Петров Сидоров Иванов Кузнецов Смирнов Попов Зорин Орлов Белов Чернов'.split(' ');
const initials = 'П. П.|А. В.|И. С.|К. Н.|С. М.|Н. Д.|В. О.|О. Л.|Р. Т.|Ю. Ф.|Д. К.|Е. Г.'.split('|');

const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? '';
const code = (prefix: string, index: number, digits: number): string =>
  `${prefix}-${String(index).padStart(digits, '0')}`;

const clientOf = remembered(
  (index): Client => ({
    code: code('ОП', index, 6),
    name: `${pick(plants, index)}-${index} ООО`,
    inn: inn10(index),
  }),
);

const pointOf = remembered(
  (index): Point => ({
    code: code('ГР', index, 5),
    name: `${pick(shops, index)} на ${pick(streets, index >> 2)}`,
  }),
);

const productOf = remembered((index): Product => {
  const [fat, tenths, volume] = [
    Math.floor(index / 10) % 10,
    Math.floor(index / 100) % 10,
    Math.floor(index / 1000),
  ];
  return {
    code: code('НМ', index, 8),
    article: code('MLK', index % 100, 2),
    name: `${pick(goods, index)} ${fat},${tenths} % 0,${10 + volume} л`,
    price: 1000 + ((index * 37) % 50_000),
    vat: index % 3 === 0 ? 22 : 10,
  };
});

function remembered<T>(make: (index: number) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => {
    known[index] ??= make(index);
    return known[index];
  };
}

/** mulberry32 of Tommy Ettinger (public domain): whole numbers 0 … below − 1. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * A document, each by its own number: any of them can be written again without those before it. `corrected`: the
 * quantity of its first line is another one.
 */
export function salesDocument(plan: SalesPlan, index: number, corrected = false): SalesDocument {
  const random = randomFrom(Math.imul(index + 1, 0x9e3779b1));
  const [year = 0, first = 1] = plan.from.split('-').map(Number);
  const at = first - 1 + monthOf(plan, index);
  const client = random(plan.clients);
  const isReturn = random(25) === 0;
  const rep = client % plan.reps;
  const lines = Array.from({ length: 1 + ((index * 3) % 7) }, (_, line): SalesLine => {
    const product = productOf(random(plan.products));
    const sold = 1 + random(24) + (corrected && line === 0 ? 1 : 0);
    const quantity = isReturn ? -sold : sold;
    const gross = quantity * product.price;
    return { product, quantity, gross, net: Math.round((gross * 100) / (100 + product.vat)) };
  });
  return {
    number: code('00БП', index, 7),
    day: 1 + random(28),
    month: (at % 12) + 1,
    year: year + Math.floor(at / 12),
    isReturn,
    client: clientOf(client),
    point: pointOf(client * 3 + random(1 + (client % 3))),
    rep: `${pick(surnames, rep)} ${pick(initials, Math.floor(rep / surnames.length))}`,
    lines,
  };
}

const documentsOf = (plan: SalesPlan): number => Math.ceil(plan.lines / linesOfDocument);

/** The documents of the plan run through its months; those with higher numbers belong to the last three of them. */
const monthOf = (plan: SalesPlan, index: number): number =>
  index < documentsOf(plan)
    ? Math.floor((index / documentsOf(plan)) * plan.months)
    : plan.months - 3 + (index % 3);

/** The documents of the first file. The last one breaks off at the number of lines. */
export function* firstDocuments(plan: SalesPlan): Generator<SalesDocument> {
  let left = plan.lines;
  for (let index = 0; left > 0; index++) {
    const document = salesDocument(plan, index);
    yield { ...document, lines: document.lines.slice(0, left) };
    left -= document.lines.length;
  }
}

/**
 * The documents of a later file over the last three months: half of them are documents of the first file, corrected,
 * half are new. `turn` 0, 1, 2 … makes files that share none.
 */
export function* laterDocuments(plan: SalesPlan, lines: number, turn: number): Generator<SalesDocument> {
  const known = documentsOf(plan);
  const from = Math.ceil((known * (plan.months - 3)) / plan.months);
  const half = Math.floor(lines / 2 / linesOfDocument);
  const step = Math.floor((known - from) / half);
  for (let one = 0; one < half; one++) yield salesDocument(plan, from + one * step + turn, true);
  // The first file may end a few documents later than planned.
  const next = known + 7 + turn * half;
  for (let one = 0; one < half; one++) yield salesDocument(plan, next + one);
}
