import { z } from 'zod';
import { termKinds, termsChange } from '../../../domain/terms.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const unit = z.enum(countUnits);
const id = z.coerce.number().int().positive().max(2_147_483_647);
const params = z.object({ unit, id });
const kind = z.enum(termKinds);

const terms = z
  .object({
    unit,
    id: count,
    /** To be sent with a change. */
    version: count,
    now: list(
      z.object({
        kind,
        /** Empty: there is none, by somebody's word. */
        value: z.string(),
        from: z.enum(['own', 'client', 'imported']),
        since: isoDate.nullable(),
      }),
    ),
    history: list(
      z.object({
        ...{ id: count, since: isoDate, reason: z.string(), at: z.string() },
        /** Empty: the owner of the data folder. */
        user: z.string(),
        undoes: count.nullable(),
        undone: z.boolean(),
        terms: list(z.object({ kind, value: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'CustomerTerms' });

export const termsEndpoint = endpoint({
  name: 'terms',
  method: 'GET',
  path: '/customers/{unit}/{id}/terms',
  summary: 'On what terms a customer is sold to today, and every change of them.',
  params,
  answer: { as: 'json', schema: terms },
});

export const changeTermsEndpoint = endpoint({
  name: 'changeTerms',
  method: 'PATCH',
  path: '/customers/{unit}/{id}/terms',
  summary:
    'Agrees terms from a day on, with a reason; null takes one back. 409 `termsStale` with both values when somebody has changed them since.',
  params,
  body: termsChange,
  answer: { as: 'json', schema: terms },
});

export const undoTermsEndpoint = endpoint({
  name: 'undoTerms',
  method: 'POST',
  path: '/customers/terms/{id}/undo',
  summary: 'Takes a change of terms back: what held before it holds again.',
  params: z.object({ id }),
  answer: { as: 'json', schema: terms },
});
