import type { CustomersNode } from '../../domain/customer-plan.ts';
import type { CustomerBook } from '../../services/customers/customer-book.ts';

/** The place of an id among sorted ones, -1 where it is none of them. */
export function placeOf(ids: Uint32Array, id: number): number {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Whether the customer at a place of the book is of a node. */
export const isOfNode =
  ({ members }: CustomerBook, { level, member }: CustomersNode) =>
  (place: number): boolean =>
    level === 'company' || members[level][place] === member;

export const company: CustomersNode = { level: 'company', member: 0 };

/** Ids of the customers of a node, in order. */
export function customersOf(book: CustomerBook, node: CustomersNode): Uint32Array {
  const isOf = isOfNode(book, node);
  return book.ids.filter((_, place) => isOf(place));
}
