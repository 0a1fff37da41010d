import { z } from 'zod';
import { contactRoles } from '../../../domain/contact.ts';
import { entryKinds } from '../../../domain/entry.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, isoDate, list, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const customer = z
  .object({
    unit: z.literal('client'),
    id: count,
    /** On which a touch is entered. */
    identity: count,
    code: z.string(),
    name: z.string(),
  })
  .meta({ id: 'NamedCustomer' });
/** Its card: `/customers/{unit}/{unitId}`; `name` is the customer’s. */
const hit = { unit: z.enum(countUnits), unitId: count, name: z.string() };

export const searchEndpoint = endpoint({
  name: 'search',
  method: 'POST',
  path: '/search',
  summary:
    'Customers (at most 20, by name) and what was written down of them (the newest 50) that have all words in any of their forms; the last one may be the beginning of a word. Only of what you may see.',
  body: z.strictObject({ words: text(500) }),
  answer: {
    as: 'json',
    schema: z.object({
      customers: list(customer),
      /** Those that were changed last first, at most 50; null: kept from you. */
      contacts: list(
        z.object({
          ...hit,
          ...{ id: count, person: z.string(), role: z.enum(contactRoles), position: z.string() },
        }),
      ).nullable(),
      entries: list(
        z.object({
          ...hit,
          ...{ id: count, kind: z.enum(entryKinds), day: isoDate, time: z.string().nullable() },
          ...{ text: z.string(), outcome: z.string(), author: z.string() },
        }),
      ),
    }),
  },
});

export const whomEndpoint = endpoint({
  name: 'whom',
  method: 'POST',
  path: '/search/customers',
  summary:
    'Whom a code, an ИНН or a name means: those who have it, else those whose names contain it; at most 20.',
  body: z.strictObject({ text: text(500) }),
  answer: { as: 'json', schema: z.object({ customers: list(customer) }) },
});
