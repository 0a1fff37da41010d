import { z } from 'zod';
import { flaws } from '../../../domain/flaws.ts';
import { watched } from '../../../domain/sudden-jumps.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const day = z.iso.date();
const score = z.number().min(0).max(100);
const qualityOf = z
  .object({
    /** null: the whole of what you see; 0: customers whom no branch has. */
    branch: count.nullable(),
    code: z.string(),
    name: z.string(),
    /** Legal entities. */
    units: count,
    score: score.nullable(),
    flawed: z.record(z.enum(flaws), count),
    trend: list(z.object({ day, score })),
    days: z.object({ missing: list(day), of: count }).nullable(),
    jumps: list(z.object({ measure: z.enum(watched), month: count, value: z.number(), usual: z.number() })),
  })
  .meta({ id: 'QualityOf' });

export const qualityEndpoint = endpoint({
  name: 'quality',
  method: 'GET',
  path: '/quality',
  summary:
    'How good what is known of your customers is: score, flaws, days without data and sudden jumps, in all and by branch.',
  answer: {
    as: 'json',
    schema: z.object({ dataVersion: count, day, whole: qualityOf, branches: list(qualityOf) }),
  },
});
