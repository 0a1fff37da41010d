import type { DemoCalendar } from './calendar.ts';
import type { ClientKind, Rep } from './company.ts';
import type { Product } from './products.ts';
import { at } from './random.ts';
import type { DeliveryPoint } from './register.ts';

export type DocumentKind = 'sale' | 'return' | 'correction';

export interface SalesDocument {
  readonly kind: DocumentKind;
  readonly day: number;
  /** null: the program lost the customer. */
  readonly point: DeliveryPoint | null;
  /** The rep as he was on the day of the document. */
  readonly rep: Rep;
  readonly lines: readonly DocumentLine[];
}

export interface DocumentLine {
  /** null: a return for which nobody noted the goods. */
  readonly product: Product | null;
  /** Thousandths of the unit, negative in returns; null: unknown. */
  readonly quantity: number | null;
  /** Kopecks with VAT; null: unknown. */
  readonly price: number | null;
  /** Kopecks with VAT. */
  readonly gross: number;
  readonly vat: number;
}

const kindFactors: Readonly<Record<ClientKind, number>> = {
  chain: 0.93,
  retail: 1,
  horeca: 1.02,
  wholesale: 0.9,
  person: 1.15,
};
const dearerPerMonth = 0.006;

/** Kopecks with VAT that a kind of customer pays on a day. */
export function priceOn(calendar: DemoCalendar, day: number, product: Product, kind: ClientKind): number {
  const rise = 1 + dearerPerMonth * at(calendar.month, day);
  return Math.max(1, Math.round(product.price * rise * kindFactors[kind]));
}

export function vatOn(calendar: DemoCalendar, day: number, product: Product): number {
  return product.reducedVat ? 10 : at(calendar.vat, day);
}

export function soldLine(
  calendar: DemoCalendar,
  day: number,
  kind: ClientKind,
  product: Product,
  quantity: number,
): DocumentLine {
  const price = priceOn(calendar, day, product, kind);
  const gross = Math.round((quantity * price) / 1000);
  return { product, quantity, price, gross, vat: vatOn(calendar, day, product) };
}

export function freeLine(
  calendar: DemoCalendar,
  day: number,
  product: Product,
  quantity: number,
): DocumentLine {
  return { product, quantity, price: 0, gross: 0, vat: vatOn(calendar, day, product) };
}

/** `part` of a line taken back, in whole packs where the goods are packed; the price and VAT of the sale hold. */
export function returnedLine(line: DocumentLine, part: number): DocumentLine {
  const { product, quantity, price } = line;
  if (product === null || quantity === null || price === null) return { ...line, gross: -line.gross };
  const step = product.unit === 'кг' ? 1 : 1000;
  const returned = Math.min(quantity, Math.max(step, Math.round((quantity * part) / step) * step));
  return { ...line, quantity: -returned, gross: -Math.round((returned * price) / 1000) };
}

/** Kopecks without VAT, rounded half away from zero. */
export function withoutVat(gross: number, vat: number): number {
  return Math.sign(gross) * Math.round((Math.abs(gross) * 100) / (100 + vat));
}
