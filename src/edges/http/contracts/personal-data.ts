import { z } from 'zod';
import { grounds } from '../../../domain/grounds.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const kept = z.object({ basis: z.string().nullable(), purpose: z.string().nullable() });

export const personalOriginsEndpoint = endpoint({
  name: 'personalOrigins',
  method: 'GET',
  path: '/personal-data/{unit}/{id}/origins',
  summary:
    'Where the personal fields of a customer come from: source, legal basis, purpose and day of each import and of what is written by hand.',
  params: z.object({ unit: z.enum(countUnits), id: z.coerce.number().int().positive() }),
  answer: {
    as: 'json',
    schema: z.object({
      origins: list(
        z.object({
          kind: z.enum(['import', 'edit', 'contact', 'entry']),
          /** Of the import, the edit or the contact; of entries with one author and the same grounds the newest. */
          id: count,
          /** Of what is written by hand: its author, empty for the owner of the data folder. */
          source: z.string(),
          ...kept.shape,
          at: z.string(),
        }),
      ),
    }),
  },
});

export const usualGroundsEndpoint = endpoint({
  name: 'usualGrounds',
  method: 'GET',
  path: '/personal-data/grounds',
  summary: 'The legal basis and the purpose of what is written by hand where nobody names others.',
  answer: { as: 'json', schema: kept },
});

export const setUsualGroundsEndpoint = endpoint({
  name: 'setUsualGrounds',
  method: 'PUT',
  path: '/personal-data/grounds',
  summary: 'States the legal basis and the purpose of what is written by hand from now on.',
  body: grounds,
  answer: { as: 'json', schema: kept },
});
