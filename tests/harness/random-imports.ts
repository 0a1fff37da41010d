import fc from 'fast-check';
import { type Mention, pointKey } from '../oracle/identities.ts';
import type { Kind, Line } from '../oracle/terms.ts';

/** A line of a file as 1C would write it; money in kopecks, '' is a blank cell. */
interface Row {
  readonly customer: number;
  readonly point: string;
  readonly product: string;
  readonly rep: string;
  readonly quantity: number | null;
  readonly kopecks: number;
}

/** Several rows under one number and date, of one type; '' is a document without a number. */
interface Document {
  readonly number: string;
  readonly date: string;
  readonly type: keyof typeof types;
  readonly rows: readonly Row[];
}

/** Which columns say who the customer is. */
export type Shape = 'codes' | 'bareCodes' | 'inn' | 'names';

export interface File {
  readonly shape: Shape;
  /** What the column «Холдинг» says of the customers that have one; '' is a file without the column. */
  readonly holding: string;
  readonly documents: readonly Document[];
}

const types = {
  sale: { name: 'Реализация (акт, накладная, УПД)', kind: 'shipment' },
  return: { name: 'Возврат товаров от покупателя', kind: 'return' },
  correction: { name: 'Корректировка реализации', kind: 'correction' },
} as const satisfies Record<string, { name: string; kind: Kind }>;

/** Two codes of one ИНН, a namesake with another ИНН, one without any: identities meet, and must not meet too much. */
const customers = [
  { code: 'К-1', inn: '0001000010', name: 'ромашка', grouped: false },
  { code: 'К-2', inn: '0001000028', name: 'ромашка', grouped: false },
  { code: 'К-3', inn: '0001000035', name: 'василек', grouped: true },
  { code: 'К-4', inn: '0001000010', name: 'ромашка', grouped: false },
  { code: 'К-5', inn: '', name: 'зорька', grouped: true },
] as const;

const some = <T>(...values: T[]) => fc.constantFrom(...values);

const row: fc.Arbitrary<Row> = fc.record({
  customer: fc.nat({ max: customers.length - 1 }),
  point: some('', '', 'склад', 'кафе'),
  product: some('молоко', 'молоко', 'сыр', ''),
  rep: some('петров', 'сидорова'),
  quantity: some(1, 2, 3, null),
  kopecks: some(10_000, 10_000, 5_050, 1, 0),
});

const document: fc.Arbitrary<Document> = fc
  .record({
    number: some('1', '2', '3', '4', ''),
    date: some('2026-08-31', '2026-09-01', '2026-09-15', '2026-10-01', '2026-10-31'),
    type: some<keyof typeof types>('sale', 'sale', 'sale', 'return', 'correction'),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  })
  .map((one) => ({ ...one, rows: one.rows.map((line) => signed(line, one.type)) }));

/** Returns are negative figures, corrections may be. */
function signed(line: Row, type: keyof typeof types): Row {
  const negative = type === 'return' || (type === 'correction' && line.kopecks === 5_050);
  if (!negative) return line;
  return {
    ...line,
    quantity: line.quantity === null ? null : -line.quantity,
    kopecks: line.kopecks === 0 ? -10_000 : -line.kopecks,
  };
}

export const file: fc.Arbitrary<File> = fc.record({
  shape: some<Shape>('codes', 'codes', 'bareCodes', 'inn', 'names'),
  holding: some('', '', 'север', 'юг'),
  documents: fc.uniqueArray(document, { minLength: 1, maxLength: 4, selector: documentKey }),
});

/** What happens in one step; numbers pick among what is there. */
export type Step =
  | { readonly what: 'import'; readonly file: File }
  | { readonly what: 'again'; readonly which: number }
  | { readonly what: 'corrected'; readonly which: number; readonly at: number; readonly by: Document }
  | { readonly what: 'undo'; readonly which: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('import' as const), file }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('again' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('corrected' as const),
      which: fc.nat(),
      at: fc.nat(),
      by: document,
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo' as const), which: fc.nat() }) },
);

/** The file with one of its documents changed: other rows, perhaps another date. */
export function correct(given: File, at: number, by: Document): File {
  const index = at % given.documents.length;
  const documents = given.documents.map((one, place) =>
    place === index
      ? { ...one, date: by.date, rows: by.rows.map((line) => signed(positive(line), one.type)) }
      : one,
  );
  return {
    ...given,
    documents: documents.filter(
      (one, place) => documents.findIndex((other) => documentKey(other) === documentKey(one)) === place,
    ),
  };
}

const positive = (line: Row): Row => ({
  ...line,
  quantity: line.quantity === null ? null : Math.abs(line.quantity),
  kopecks: Math.abs(line.kopecks),
});

/** Identity of a document (docs: counting): class, number and year; without a number the day. All are of one source. */
function documentKey({ number, date, type }: Document): string {
  return number === '' ? `day ${date}` : `${type} ${number} ${date.slice(0, 4)}`;
}

const money = (kopecks: number): string =>
  `${kopecks < 0 ? '-' : ''}${Math.trunc(Math.abs(kopecks) / 100)},${String(Math.abs(kopecks) % 100).padStart(2, '0')}`;

export function asCsv({ shape, holding, documents }: File): string {
  const who = {
    codes: ['Контрагент.Код', 'Контрагент', 'Контрагент.ИНН'],
    bareCodes: ['Контрагент.Код', 'Контрагент'],
    inn: ['Контрагент', 'Контрагент.ИНН'],
    names: ['Контрагент'],
  }[shape];
  const header = [
    'Номер документа',
    'Дата',
    'Вид документа',
    ...who,
    ...(holding === '' ? [] : ['Холдинг']),
    'Грузополучатель',
    'Номенклатура',
    'Количество',
    'Сумма включая НДС',
    'Основной менеджер',
  ];
  const lines = documents.flatMap(({ number, date, type, rows }) =>
    rows.map(({ customer, point, product, rep, quantity, kopecks }) => {
      const { code = '', inn = '', name = '', grouped = false } = customers[customer] ?? {};
      const cells = { codes: [code, name, inn], bareCodes: [code, name], inn: [name, inn], names: [name] }[
        shape
      ];
      return [
        number,
        date.split('-').reverse().join('.'),
        types[type].name,
        ...cells,
        ...(holding === '' ? [] : [grouped ? holding : '']),
        point,
        product,
        quantity === null ? '' : String(quantity),
        money(kopecks),
        rep,
      ];
    }),
  );
  return [header, ...lines].map((cells) => `${cells.join(';')}\n`).join('');
}

function mentionOf({ shape, holding }: File, { customer, point }: Row): Mention {
  const { code = '', inn = '', name = '', grouped = false } = customers[customer] ?? {};
  return {
    code: shape === 'codes' || shape === 'bareCodes' ? code.toLowerCase() : '',
    inn: shape === 'codes' || shape === 'inn' ? inn : '',
    name,
    group: grouped ? holding : '',
    point,
  };
}

export const mentionsOf = (given: File): Mention[] =>
  given.documents.flatMap(({ rows }) => rows.map((one) => mentionOf(given, one)));

/** The documents of a file for the oracle, by their identity; points by the identity on their rows. */
export const documentsOf = (given: File): Map<string, Line[]> =>
  new Map(
    given.documents.map((one) => [
      documentKey(one),
      one.rows.map(
        (line): Line => ({
          document: documentKey(one),
          numbered: one.number !== '',
          date: one.date,
          kind: types[one.type].kind,
          point: pointKey(mentionOf(given, line)),
          product: line.product,
          rep: line.rep,
          quantity: line.quantity === null ? null : line.quantity * 10_000,
          amount: line.kopecks * 100,
          amountNet: null,
        }),
      ),
    ]),
  );
