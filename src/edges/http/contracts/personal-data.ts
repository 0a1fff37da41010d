import { z } from 'zod';
import { countUnits } from '../../../domain/units.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

export const personalOriginsEndpoint = endpoint({
  name: 'personalOrigins',
  method: 'GET',
  path: '/personal-data/{unit}/{id}/origins',
  summary:
    'Where the personal fields of a customer come from: source, legal basis, purpose and day of each import.',
  params: z.object({ unit: z.enum(countUnits), id: z.coerce.number().int().positive() }),
  answer: {
    as: 'json',
    schema: z.object({
      origins: list(
        z.object({
          importId: count,
          source: z.string(),
          basis: z.string().nullable(),
          purpose: z.string().nullable(),
          at: z.string(),
        }),
      ),
    }),
  },
});
