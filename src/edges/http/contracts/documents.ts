import { z } from 'zod';
import { methodReference } from '../../../domain/method.ts';
import { foreignSet, sliceDocument } from '../../../domain/sets/customer-set.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, decimal, isoDate, list, optional, periodText, text } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Why a line does not count: its kind, nothing was sold, returned in the month or later, an excluded party or product. */
const exclusion = z.enum(['kind', 'nothingSold', 'returned', 'returnedLater', 'party', 'product']);
const lines = optional(z.enum(['counted', 'excluded', 'all']));

const shipment = z
  .object({
    /** With `customer` the name of the row. */
    id: z.string(),
    customer: count,
    /** False: only the number of the customer may be shown to the reader. */
    shown: z.boolean(),
    name: z.string(),
    /** The latest day of its lines. */
    date: isoDate,
    /** null: the source has no numbers; then it is what the customer got on that day, or in that month. */
    number: z.string().nullable(),
    kinds: list(z.string()),
    /** null: its lines are of several. */
    deliveryPoint: z.object({ id: count, name: z.string(), address: z.string() }).nullable(),
    /** For whom its lines count; empty: several or nobody. */
    rep: z.string(),
    branch: z.string(),
    lines: count,
    quantity: decimal.nullable(),
    sales: decimal.nullable(),
    salesExVat: decimal.nullable(),
    counted: count,
    excluded: z.partialRecord(exclusion, count).readonly(),
  })
  .meta({ id: 'Shipment' });

export const documentsEndpoint = endpoint({
  name: 'documents',
  method: 'POST',
  path: '/documents',
  summary:
    'A page of the shipments of a set’s customers in a period and slice, newest first. Amounts are exact; those of all pages add up to the sales of the set.',
  body: z.strictObject({
    set: foreignSet,
    period: periodText,
    slice: optional(sliceDocument),
    /** Those that count under the set’s method, those that do not, or all of them, which is what is left out means. */
    lines,
    limit: z.int().min(1).max(1000),
    /** `next` of the page before; the rest of the request has to be the same. */
    cursor: optional(text(1000)),
  }),
  answer: {
    as: 'json',
    schema: z.object({ total: count, dataVersion: count, rows: list(shipment), next: optional(z.string()) }),
  },
});

export const documentLinesEndpoint = endpoint({
  name: 'documentLines',
  method: 'POST',
  path: '/documents/lines',
  summary: 'The lines that a row of `/documents` adds up.',
  body: z.strictObject({
    unit: z.enum(countUnits),
    method: methodReference,
    period: periodText,
    slice: optional(sliceDocument),
    lines,
    id: z.string().regex(/^\d{1,39}$/),
    customer: z.int().positive().max(4_294_967_295),
  }),
  answer: {
    as: 'json',
    schema: z.object({
      unit: z.enum(countUnits),
      dataVersion: count,
      lines: list(
        z.object({
          date: isoDate,
          kind: z.string(),
          /** null: the source does not say. */
          product: z.object({ id: count, code: z.string(), name: z.string() }).nullable(),
          category: z.string(),
          quantity: decimal.nullable(),
          sales: decimal.nullable(),
          salesExVat: decimal.nullable(),
          /** Why it does not count; null: it does. */
          excluded: exclusion.nullable(),
        }),
      ),
    }),
  },
});
