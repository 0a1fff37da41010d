import { z } from 'zod';
import { dimensions } from '../../../domain/dimensions.ts';
import { customerSets, customerSorts, sortOrders } from '../../../domain/report-words.ts';
import { count, decimal, isoDate, optional, periodText, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { counting } from './figures.ts';

export const customer = z
  .object({
    id: count,
    /** False: only the number of the customer may be shown to the reader. */
    shown: z.boolean(),
    code: z.string(),
    name: z.string(),
    address: z.string(),
    industry: z.string(),
    phone: z.string(),
    decisionMaker: z.string(),
    influencer: z.string(),
    city: z.string(),
    clientType: z.string(),
    salesChannel: z.string(),
    acquisitionChannel: z.string(),
    manager: z.string(),
    sales: decimal.nullable(),
    salesExVat: decimal.nullable(),
    documents: count.nullable(),
    products: count.nullable(),
    avgCheck: decimal.nullable(),
    firstPurchase: isoDate.nullable(),
    lastPurchase: isoDate.nullable(),
  })
  .meta({ id: 'Customer' });

export const ordering = {
  sort: optional(z.enum(customerSorts)),
  /** Where it is not said: amounts and dates descending, texts and ids ascending. Unknown values come last. */
  order: optional(z.enum(sortOrders)),
};

/** The order of a list, and who of it. */
export const listing = {
  ...ordering,
  /** Only those found by parts of a name, a code, a phone number or an ИНН. */
  search: optional(text(200)),
};

export const customersEndpoint = endpoint({
  name: 'customers',
  method: 'POST',
  path: '/customers',
  summary: 'The customers behind a figure, all of them, one a line; stop reading and the query ends.',
  body: z.strictObject({
    period: periodText,
    ...counting,
    set: optional(z.enum(customerSets)),
    by: optional(z.strictObject({ dimension: z.enum(dimensions), code: text(1000) })),
    ...listing,
  }),
  answer: { as: 'rows', schema: customer },
});
