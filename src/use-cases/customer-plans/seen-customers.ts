import type { CustomersNode } from '../../domain/customer-plan.ts';
import type { CustomerBook } from '../../services/customers/customer-book.ts';

export { placeOf } from '../../domain/sorted-ids.ts';

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
