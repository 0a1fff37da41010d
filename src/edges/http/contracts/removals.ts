import { z } from 'zod';
import { count, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const unit = z.enum(['client', 'legalEntity']);
const id = z.coerce.number().int().positive().max(2_147_483_647);
const removed = z
  .object({
    /** By this number he comes back. */
    edit: count,
    unit,
    id: count,
    name: z.string(),
    /** ISO 8601, UTC. */
    at: z.string(),
    /** Empty: the owner of the data folder. */
    user: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'RemovedCustomer' });

export const removedEndpoint = endpoint({
  name: 'removed',
  method: 'GET',
  path: '/removed',
  summary: 'Customers whom somebody has removed, the latest first.',
  answer: { as: 'json', schema: z.object({ customers: list(removed) }) },
});

export const removeCustomerEndpoint = endpoint({
  name: 'removeCustomer',
  method: 'POST',
  path: '/customers/{unit}/{id}/remove',
  summary:
    'Removes a customer without purchases: a new version of the data. 409 `removalHasBought`: he stays in the figures.',
  params: z.object({ unit, id }),
  body: z.strictObject({ reason: optional(text(500)) }),
  answer: { as: 'json', schema: removed },
});

export const restoreCustomerEndpoint = endpoint({
  name: 'restoreCustomer',
  method: 'POST',
  path: '/removed/{id}/restore',
  summary: 'Brings a removed customer back as he was; the id is that of the edit.',
  params: z.object({ id }),
  answer: { as: 'json', schema: removed },
});

export const destroyCustomerEndpoint = endpoint({
  name: 'destroyCustomer',
  method: 'POST',
  path: '/customers/{unit}/{id}/destroy',
  summary:
    'Destroys the personal data of a customer for good; figures stay under his number. Names the imported files that hold him still.',
  params: z.object({ unit, id }),
  answer: {
    as: 'json',
    schema: z.object({
      ...{ id: count, name: z.string(), parties: list(count), points: list(count) },
      /** What was named after him and has a technical name now. */
      renamed: z.object({ groups: list(count), storedSets: list(count), views: list(count) }),
      files: list(z.object({ importId: count, names: list(z.string()) })),
    }),
  },
});
