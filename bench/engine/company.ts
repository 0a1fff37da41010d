import { addToMonth, firstDayOfMonth } from '../../src/domain/iso-date.ts';
import { calendarPeriod, type Period } from '../../src/domain/period.ts';
import type { DimensionChanges } from '../../src/services/ledger/dimensions.ts';

/** The invented company that the engine is asked about: large, and known to the last line. Ids count from 1. */
export interface Company {
  readonly lines: number;
  /** Each is its own legal entity and delivery point; ids in the order in which they first bought. */
  readonly customers: number;
  readonly reps: number;
  readonly months: readonly [Period, ...Period[]];
}

export const branches = 8;
export const products = 3000;
const categories = 40;
/** In small companies fewer, so that someone lives in each. */
const citiesOf = ({ customers }: Company): number => Math.min(100, Math.max(3, Math.ceil(customers / 300)));
const firstMonth = '2023-10';

/** At 20 million lines and more 300,000 customers and 400 reps over three years; below in proportion, in tests one year. */
export function companyOf(lines: number): Company {
  const customers = Math.min(300_000, Math.ceil(lines / 66));
  const months = lines < 100_000 ? 12 : 36;
  return {
    lines,
    customers,
    reps: Math.min(400, Math.max(2 * branches, Math.ceil(customers / 750))),
    months: [monthAt(0), ...Array.from({ length: months - 1 }, (_, index) => monthAt(index + 1))],
  };
}

const monthAt = (index: number): Period => calendarPeriod('month', addToMonth(firstMonth, index));

/** Lines of one month; together exactly those of the company. */
export const linesOfMonth = ({ lines, months }: Company, month: number): number =>
  Math.floor((lines * (month + 1)) / months.length) - Math.floor((lines * month) / months.length);

/** Branches are members of the organisation like reps: their ids follow. */
export const firstBranch = ({ reps }: Company): number => reps + 1;

export const monthNumber = ({ from }: Pick<Period, 'from'>): number =>
  Number(from.slice(0, 7).replace('-', ''));

const plants = 'Ромашка Василёк Ландыш Берёза Калина Рябина Сосна Клевер Мята Лаванда'.split(' ');
const districts =
  'Центральный Северо-Западный Южный Приволжский Уральский Сибирский Дальневосточный Северо-Кавказский'.split(
    ' ',
  );
const types = ['розница', 'HoReCa', 'опт', 'сеть', 'дистрибьютор', 'госучреждение'];
const registered = firstDayOfMonth(firstMonth);

/** The finalizer of MurmurHash3 (public domain): no attribute follows from the order of ids, none from another one. */
function scatter(id: number, salt: number, below: number): number {
  const first = id + Math.imul(salt, 0x9e3779b1);
  const second = Math.imul(first ^ (first >>> 16), 0x85ebca6b);
  const third = Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  return ((third ^ (third >>> 16)) >>> 0) % below;
}
const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? '';

export interface Customer {
  readonly id: number;
  readonly name: string;
  readonly city: string;
  readonly district: string;
  readonly type: string;
}

export function customer(company: Company, id: number): Customer {
  const city = scatter(id, 1, citiesOf(company));
  return {
    id,
    name: `${pick(plants, id)}-${id} ООО`,
    city: cityName(city),
    district: pick(districts, city),
    type: pick(types, scatter(id, 2, types.length)),
  };
}

const cityName = (index: number): string => `Город ${index + 1}`;
export const categoryOf = (product: number): string => `Категория ${(product % categories) + 1}`;

/** What the questions about a part of the company ask for. */
export const asked = { city: cityName(2), category: categoryOf(5), type: pick(types, 1), rep: '7' };

const upTo = <T>(last: number, make: (id: number) => T): T[] =>
  Array.from({ length: last }, (_, index) => make(index + 1));

/** Everything that the dimensions are built from. */
export function dimensionsOf(company: Company): DimensionChanges {
  const unit = (id: number) => ({ id, entity: id, client: id, registered });
  return {
    points: upTo(company.customers, (id) => {
      const { city, district } = customer(company, id);
      return {
        ...unit(id),
        point: id,
        implicit: false,
        city,
        region: '',
        federalDistrict: district,
        country: 'Россия',
        past: [],
        cards: [],
      };
    }),
    parties: upTo(company.customers, (id) => ({
      ...unit(id),
      clientType: customer(company, id).type,
      salesChannel: '',
      acquisitionChannel: '',
      industry: '',
      status: 'works',
      past: [],
      cards: [],
    })),
    products: upTo(products, (id) => ({ id, category: categoryOf(id), subcategory: '', brand: '' })),
    hidden: { points: [], parties: [], products: [] },
  };
}
