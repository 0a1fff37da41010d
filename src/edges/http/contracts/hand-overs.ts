import { z } from 'zod';
import { handOverPlan } from '../../../domain/hand-over.ts';
import { termKinds } from '../../../domain/terms.ts';
import { count, decimal, isoDate, list, optional } from './common.ts';
import { endpoint } from './endpoint.ts';
import { exportTypes } from './exports.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const params = z.object({ id });
const rep = { id: count, code: z.string(), name: z.string() };

const share = z.object({
  rep: z.object(rep),
  clients: list(
    z.object({
      ...{ id: count, name: z.string(), sales: decimal.nullable() },
      lastPurchase: isoDate.nullable(),
    }),
  ),
  /** АКБ of twelve months. */
  activeBase: count,
  /** Of twelve months. */
  sales: decimal,
});
const preview = z.object({
  dataVersion: count,
  from: z.object(rep),
  ...{ since: isoDate, until: isoDate.nullable() },
  shares: list(share),
  /** What nobody takes. */
  kept: share.nullable(),
});

const fields = {
  id: count,
  from: z.object(rep),
  /** until null: for good. */
  ...{ since: isoDate, until: isoDate.nullable() },
  to: list(z.object({ ...rep, clients: count })),
  /** Empty: the owner of the data folder. */
  user: z.string(),
  ...{ madeAt: z.string(), undoneAt: z.string().nullable() },
};
const made = z.object(fields).meta({ id: 'HandOver' });

const customer = z.object({
  ...{ id: count, to: count, name: z.string(), code: z.string(), inn: z.string(), address: z.string() },
  /** null: kept from you. */
  contacts: z
    .object({
      ...{ phone: z.string(), email: z.string(), contactName: z.string() },
      ...{ decisionMaker: z.string(), influencer: z.string() },
    })
    .nullable(),
  /** Sales and documents of twelve months, documents a month. */
  ...{ lastPurchase: isoDate.nullable(), sales: decimal.nullable(), documents: count.nullable() },
  ...{ avgCheck: decimal.nullable(), frequency: decimal.nullable() },
  terms: list(
    z.object({
      ...{ kind: z.enum(termKinds), value: z.string(), from: z.enum(['own', 'client', 'imported']) },
      since: isoDate.nullable(),
    }),
  ),
  note: z.string(),
  /** What is owed, known as of a day; null: no file has said. */
  receivable: z.object({ debt: decimal.nullable(), overdue: decimal.nullable(), asOf: isoDate }).nullable(),
  /** Not done, the first due first. */
  tasks: list(z.object({ id: count, text: z.string(), due: isoDate.nullable() })),
});

export const previewHandOverEndpoint = endpoint({
  name: 'previewHandOver',
  method: 'POST',
  path: '/hand-overs/preview',
  summary:
    'Who would get which customers of a rep, with their АКБ and sales of twelve months; nothing is changed.',
  body: handOverPlan,
  answer: { as: 'json', schema: preview },
});

export const makeHandOverEndpoint = endpoint({
  name: 'makeHandOver',
  method: 'POST',
  path: '/hand-overs',
  summary:
    'Hands customers of a rep over to others from a day on, for good or until a day: one new version of the data.',
  body: handOverPlan,
  answer: { as: 'json', status: 201, schema: made },
});

export const handOversEndpoint = endpoint({
  name: 'handOvers',
  method: 'GET',
  path: '/hand-overs',
  summary: 'Hand-overs between reps whom you are in charge of, the latest first.',
  answer: { as: 'json', schema: z.object({ handOvers: list(made) }) },
});

export const handOverReportEndpoint = endpoint({
  name: 'handOverReport',
  method: 'GET',
  path: '/hand-overs/{id}',
  summary: 'A hand-over with everything that its receivers have to know of the customers.',
  params,
  answer: { as: 'json', schema: z.object({ ...fields, customers: list(customer) }) },
});

export const printTypes = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: exportTypes.xlsx,
} as const;

export const exportHandOverEndpoint = endpoint({
  name: 'exportHandOver',
  method: 'GET',
  path: '/exports/hand-overs/{id}',
  needs: { permission: 'export' },
  summary: 'The report of a hand-over for print (HTML, Markdown) or as a workbook.',
  params,
  query: z.strictObject({ format: z.enum(['html', 'md', 'xlsx']), lang: optional(z.enum(['ru', 'en'])) }),
  answer: { as: 'file', types: Object.values(printTypes) },
});

export const undoHandOverEndpoint = endpoint({
  name: 'undoHandOver',
  method: 'POST',
  path: '/hand-overs/{id}/undo',
  summary: 'Everything is as if the hand-over had not been made. 409 `handOverUndone`.',
  params,
  answer: { as: 'json', schema: made },
});
