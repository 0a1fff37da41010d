import { type DemoCalendar, workingDayFrom } from './calendar.ts';
import { type ClientKind, type Company, colleague } from './company.ts';
import { categories, type Product } from './products.ts';
import { at, below, type Random, runningTotal, weighted } from './random.ts';
import type { DeliveryPoint, Register } from './register.ts';
import { type DocumentLine, freeLine, returnedLine, type SalesDocument, soldLine } from './sales-document.ts';

export const shares = {
  /** Of all lines. */
  returns: 0.04,
  /** Of the shipments: signed by another rep than the assigned one. */
  otherRep: 0.1,
  /** Of the shipments: with goods free of charge. */
  bonus: 0.03,
  /** Of the shipments: the price is corrected afterwards. */
  corrections: 0.01,
  /** Of the shipments: the customer is missing. */
  noCustomer: 0.0004,
  /** Of the returns: without the goods. */
  returnsWithoutGoods: 0.08,
} as const;

const assortmentSize = 14;
const volumes: Readonly<Record<ClientKind, number>> = {
  chain: 3,
  retail: 1,
  horeca: 1,
  wholesale: 8,
  person: 0.1,
};

export interface Purchases {
  /** A shipment of the average of `meanLines` lines times the size of the point; at least one. */
  shipment(day: number, point: DeliveryPoint, meanLines: number): SalesDocument;
  /** What follows a shipment: its return or correction on a later day, if any. */
  aftermath(shipment: SalesDocument): SalesDocument[];
  /** `count` usual lines of a point. */
  usualLines(day: number, point: DeliveryPoint, count: number): DocumentLine[];
}

/** The documents of everyday life. */
export function createPurchases(
  company: Company,
  calendar: DemoCalendar,
  products: readonly Product[],
  register: Register,
  random: Random,
): Purchases {
  const assortments = drawAssortments(register, products, random);
  const seasons = products.map((product) => at(categories, product.category).season);

  const quantityOf = (product: Product, kind: ClientKind): number => {
    const few = random();
    const packs = Math.max(product.unit === 'кг' ? 0.4 : 0, (0.5 + 3 * few * few) * volumes[kind]);
    return product.unit === 'кг'
      ? Math.max(200, Math.round(product.pack * packs * (0.9 + 0.2 * random())))
      : Math.max(1000, Math.round((product.pack * packs) / 1000) * 1000);
  };

  const usualLines = (day: number, point: DeliveryPoint, count: number): DocumentLine[] => {
    const { kind } = point.entity;
    const base = point.index * assortmentSize;
    const start = below(random, assortmentSize);
    const month = at(calendar.monthOfYear, day);
    const lines: DocumentLine[] = [];
    for (let i = 0; i < assortmentSize && lines.length < count; i++) {
      const index = at(assortments, base + ((start + i) % assortmentSize));
      const lastResort = lines.length === 0 && i === assortmentSize - 1;
      if (!lastResort && random() >= at(at(seasons, index), month)) continue;
      const product = at(products, index);
      lines.push(soldLine(calendar, day, kind, product, quantityOf(product, kind)));
    }
    return lines;
  };

  return {
    usualLines,
    shipment(day, point, meanLines) {
      const { kind, slot } = point.entity;
      const mean = meanLines * (point.rhythm?.size ?? 1);
      // 1 + floor of an exponential of mean a has the mean a + 1/2, nearly.
      const count = 1 + Math.floor(-Math.log(1 - random()) * Math.max(0.1, mean - 0.5));
      const lines = usualLines(day, point, count);
      if (random() < shares.bonus) {
        const index = at(assortments, point.index * assortmentSize + below(random, assortmentSize));
        const product = at(products, index);
        lines.push(freeLine(calendar, day, product, quantityOf(product, kind)));
      }
      const signer = random() < shares.otherRep ? colleague(company, slot, random) : slot;
      return {
        kind: 'sale',
        day,
        point: random() < shares.noCustomer ? null : point,
        rep: signer.rep,
        lines,
      };
    },
    aftermath(shipment) {
      const { day, point, rep } = shipment;
      if (point === null) return [];
      const result: SalesDocument[] = [];
      const later = (days: number) =>
        workingDayFrom(calendar, day + days, point.entity.city.branch.saturdays);
      const paid = shipment.lines.filter((line) => line.gross > 0);
      const back = paid.filter(() => random() < shares.returns / (1 - shares.returns));
      if (back.length > 0) {
        const delay = random() < 0.75 ? 1 + below(random, 12) : 20 + below(random, 25);
        const whole = random() < 0.4;
        const goods = back.map((line) => returnedLine(line, whole ? 1 : 0.1 + 0.6 * random()));
        const gross = goods.reduce((sum, line) => sum + line.gross, 0);
        const noted = random() >= shares.returnsWithoutGoods;
        const vat = at(goods, 0).vat;
        const lines = noted ? goods : [{ product: null, quantity: null, price: null, gross, vat }];
        result.push({ kind: 'return', day: later(delay), point, rep, lines });
      }
      const first = paid[0];
      if (first !== undefined && random() < shares.corrections) {
        const gross = -Math.max(1, Math.round(first.gross * (0.02 + 0.08 * random())));
        const lines = [{ ...first, quantity: 0, price: null, gross }];
        result.push({ kind: 'correction', day: later(3 + below(random, 20)), point, rep, lines });
      }
      return result.filter((document) => document.day < calendar.days);
    },
  };
}

/** What each point buys at all: `assortmentSize` different products, the popular ones more often. */
function drawAssortments(register: Register, products: readonly Product[], random: Random): Uint16Array {
  const popularity = (kind: ClientKind) =>
    runningTotal(
      products.map(({ category, index }) => {
        // Places of the products in the list of favourites, spread over the categories.
        const place = 1 + ((index * 131) % products.length);
        return at(categories, category).weight[kind] / place ** 0.6;
      }),
    );
  const weights: Readonly<Record<ClientKind, readonly number[]>> = {
    chain: popularity('chain'),
    retail: popularity('retail'),
    horeca: popularity('horeca'),
    wholesale: popularity('wholesale'),
    person: popularity('person'),
  };
  const result = new Uint16Array(register.pointCount * assortmentSize);
  for (let index = 0; index < register.pointCount; index++) {
    const { kind } = register.point(index).entity;
    const own = result.subarray(index * assortmentSize, (index + 1) * assortmentSize);
    for (let i = 0; i < assortmentSize; i++) {
      let product = weighted(random, weights[kind]);
      while (own.subarray(0, i).includes(product)) product = (product + 1) % products.length;
      own[i] = product;
    }
  }
  return result;
}
