import { z } from 'zod';
import { foreignSet, sliceDocument } from '../../../domain/sets/customer-set.ts';
import { count, decimal, list, optional, periodText, text } from './common.ts';
import { customer, listing } from './customers.ts';
import { endpoint } from './endpoint.ts';

export const setSizeEndpoint = endpoint({
  name: 'setSize',
  method: 'POST',
  path: '/sets/size',
  summary: 'How many customers are in a set, and the set read as a sentence in the language asked for.',
  body: z.strictObject({ set: foreignSet }),
  answer: { as: 'json', schema: z.object({ size: count, reading: z.string() }) },
});

/** A set to list, and the lines that the columns add up. */
export const members = { set: foreignSet, period: periodText, slice: optional(sliceDocument), ...listing };

export const setPageEndpoint = endpoint({
  name: 'setPage',
  method: 'POST',
  path: '/sets/members',
  summary:
    'A page of the customers of a set, with what they bought in a period and slice. All pages are of the data with which the first one began.',
  body: z.strictObject({
    ...members,
    limit: z.int().min(1).max(1000),
    /** `next` of the page before; the rest of the request has to be the same. */
    cursor: optional(text(1000)),
    /**
     * The place of the first row, from 0, wherever the page before ended. Any cursor of the walk keeps the version of
     * the data; without one the page begins a walk.
     */
    from: optional(z.int().min(0).max(4_294_967_295)),
  }),
  answer: {
    as: 'json',
    schema: z.object({
      /** Size of the whole list. */
      total: count,
      dataVersion: count,
      rows: list(customer),
      /** The cursor of the next page; the last page has none. */
      next: optional(z.string()),
    }),
  },
});

export const setTotalsEndpoint = endpoint({
  name: 'setTotals',
  method: 'POST',
  path: '/sets/totals',
  summary: 'What a list of a set adds up to, found by a search or not, by the rules of figures.',
  body: z.strictObject({
    set: foreignSet,
    period: periodText,
    slice: optional(sliceDocument),
    search: listing.search,
  }),
  answer: {
    as: 'json',
    schema: z.object({
      sales: decimal.nullable(),
      salesExVat: decimal.nullable(),
      documents: count.nullable(),
      avgCheck: decimal.nullable(),
    }),
  },
});

export const setMembersEndpoint = endpoint({
  name: 'setMembers',
  method: 'POST',
  path: '/sets/members/all',
  summary: 'The customers of a set, all of them, one a line; stop reading and the query ends.',
  body: z.strictObject(members),
  answer: { as: 'rows', schema: customer },
});
