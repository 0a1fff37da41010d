import { z } from 'zod';
import { countUnits } from '../../../domain/units.ts';
import { count, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const named = list(z.object({ id: z.string(), label: z.string() }));

export const catalogueEndpoint = endpoint({
  name: 'catalogue',
  method: 'GET',
  path: '/catalogue',
  summary: 'What can be asked for: units, dimensions, sets, figures and fields, with their names.',
  answer: {
    as: 'json',
    schema: z.object({
      units: named,
      dimensions: list(
        z.object({ id: z.string(), label: z.string(), definition: z.string(), kind: z.string() }),
      ),
      /** Figures of tables: what they mean, and over what their parts add up, by the unit counted. */
      metrics: list(
        z.object({
          id: z.string(),
          label: z.string(),
          definition: z.string(),
          kind: z.string(),
          additiveOver: z.record(z.enum(countUnits), list(z.string())),
        }),
      ),
      sets: named,
      sorts: list(z.string()),
      figures: named,
      totalBaseModes: list(z.string()),
      attributions: list(z.string()),
      fields: named,
    }),
  },
});

export const stateEndpoint = endpoint({
  name: 'state',
  method: 'GET',
  path: '/state',
  summary: 'The version of the data, from and to which day they are, and how many imports made them.',
  answer: {
    as: 'json',
    schema: z.object({
      dataVersion: count,
      historySince: isoDate.nullable(),
      asOf: isoDate.nullable(),
      imports: count,
    }),
  },
});
