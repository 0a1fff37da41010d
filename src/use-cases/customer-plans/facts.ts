import type { CustomerMetric, Hundredths } from '../../domain/customer-plan.ts';
import { figureBehind } from '../../domain/plan.ts';
import { type CustomerMonth, customerMonth } from '../../services/activity/customer-months.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { placeOf } from './seen-customers.ts';

/** A fact of a client in a month; NaN: unknown, or without a divisor. */
export type FactOf = (client: number) => Hundredths;

/** Those of a month, by metric. */
export type Facts = (metric: CustomerMetric) => Promise<FactOf>;

/** Of lines and states that the reader's scope shows. */
export async function factsOf(
  { stores, viewer: { scope } }: Desk,
  version: DataVersion,
  month: string,
  metric: CustomerMetric,
): Promise<FactOf> {
  return factsIn(await customerMonth(stores, version, scope, month, methodBehind(metric)), metric);
}

/** By which a fact is counted. */
export const methodBehind = (metric: CustomerMetric): 'main' | 'qualified' =>
  metric === 'documents' ? 'main' : figureBehind(metric).method;

export const factsIn =
  (bought: CustomerMonth, metric: CustomerMetric): FactOf =>
  (client) => {
    const place = placeOf(bought.units, client);
    return place < 0 ? (metric === 'avgCheck' ? Number.NaN : 0) : factAt(bought, place, metric);
  };

function factAt(
  { sales, documents, products, active }: CustomerMonth,
  at: number,
  metric: CustomerMetric,
): Hundredths {
  const [sum = Number.NaN, of = Number.NaN] = [sales[at], documents[at]];
  switch (metric) {
    case 'sales':
      return sum;
    case 'activeBase':
    case 'qualifiedBase':
      return (active[at] ?? 0) * 100;
    case 'documents':
      return of * 100;
    case 'avgSkuPerClient':
      return (products[at] ?? Number.NaN) * 100;
    case 'avgCheck':
      // Half-up, away from zero.
      return of > 0 ? Math.sign(sum) * Math.round(Math.abs(sum) / of) : Number.NaN;
  }
}
