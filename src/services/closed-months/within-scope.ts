import { type Attribution, isJudged, type Method } from '../../domain/method.ts';
import type { Scope } from '../../domain/scope.ts';
import { placeOf } from '../../domain/sorted-ids.ts';
import { type CustomerMonth, kopecks } from '../activity/customer-months.ts';
import type { CustomerPlaces } from '../activity/customer-places.ts';

/** What customers bought within a scope: everything adds up over the places that it shows. */
export interface Seen {
  readonly bought: Omit<CustomerMonth, 'active'>;
  /** Of each of them, where his rows of all places begin. */
  readonly rows: Uint32Array;
  /** Of each place: the nodes of the scope that it has; null: the whole company is seen. */
  readonly nodes: readonly (readonly number[])[] | null;
  /** Several nodes are seen together. */
  readonly isOfSeveral: boolean;
}

export function seenWithin(all: CustomerPlaces, scope: Scope): Seen {
  const own = scope.nodes && new Set(scope.nodes.map(({ member }) => member));
  const nodes = own && all.members.map((members) => members.filter((one) => own.has(one)));
  const units: number[] = [];
  const rows: number[] = [];
  const sums = { sales: [] as number[], documents: [] as number[], products: [] as number[] };
  const { length } = all.units;
  for (let from = 0, to = 0; from < length; from = to) {
    const unit = all.units[from] ?? 0;
    let [sales, documents, products, isSeen] = [Number.NaN, 0, 0, false];
    for (to = from; to < length && all.units[to] === unit; to++) {
      if (nodes !== null && nodes[all.places[to] ?? 0]?.length === 0) continue;
      isSeen = true;
      const sum = all.sales[to] ?? Number.NaN;
      // Of what is unknown in part the rest is said, as in every sum of money.
      if (!Number.isNaN(sum)) sales = (Number.isNaN(sales) ? 0 : sales) + sum;
      documents += all.documents[to] ?? 0;
      products += all.products[to] ?? 0;
    }
    if (!isSeen) continue;
    units.push(unit);
    rows.push(from);
    sums.sales.push(kopecks(sales));
    sums.documents.push(documents);
    sums.products.push(products);
  }
  return {
    bought: {
      units: Uint32Array.from(units),
      sales: Float64Array.from(sums.sales),
      documents: Float64Array.from(sums.documents),
      products: Float64Array.from(sums.products),
    },
    rows: Uint32Array.from(rows),
    ...{ nodes, isOfSeveral: own !== null && own.size > 1 },
  };
}

/** Clients that were active, in order: by all their lines, and by those of one node of the scope or another. */
export interface ActiveSets {
  readonly company: Uint32Array;
  readonly ofNodes: Uint32Array;
}

/**
 * Whether a client was active by his lines within the scope, 1 or 0. NaN: by a method with thresholds it is not known of whom had
 * lines of several nodes and outside of them, and reaches the thresholds by none of these nodes alone.
 */
export function activeWithin(
  all: CustomerPlaces,
  { bought, rows, nodes, isOfSeveral }: Seen,
  { company, ofNodes }: ActiveSets,
  { method, placedBy }: { readonly method: Method; readonly placedBy: Attribution },
): (client: number) => number {
  const mayLack = isOfSeveral && isJudged(method) && method.attribution === 'document';
  return (client) => {
    if (placeOf(ofNodes, client) >= 0) return 1;
    if (nodes === null || !mayLack || placeOf(company, client) < 0) return 0;
    if (placedBy !== 'document') return Number.NaN;
    const at = placeOf(bought.units, client);
    if (at < 0) return 0;
    const his: (readonly number[])[] = [];
    for (let row = rows[at] ?? 0; all.units[row] === client; row++)
      his.push(nodes[all.places[row] ?? 0] ?? []);
    const inside = his.filter((some) => some.length > 0);
    if (inside.length === his.length) return 1;
    return inside[0]?.some((node) => inside.every((some) => some.includes(node))) ? 0 : Number.NaN;
  };
}
