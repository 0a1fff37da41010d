import { z } from 'zod';
import { newReview, signalStates, verdicts } from '../../../domain/integrity/review.ts';
import { caseIdForm, schemes } from '../../../domain/integrity/scheme.ts';
import { severities } from '../../../domain/integrity/score.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { count, decimal, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';

/** `8-38-2026-10`: number of the scheme, id of the rep, month. */
const params = z.object({ signal: z.string().regex(caseIdForm) });
const state = z.enum(signalStates);
const share = z.number().min(0);
const counts = z.record(state, count);

const signal = z
  .object({
    ...{ id: z.string(), scheme: z.enum(schemes), rep: count, repName: z.string(), month: z.string() },
    ...{ severity: z.enum(severities), state, found: z.boolean() },
    /** Customers who bought, and those with whom something stands out. */
    ...{ active: count, marked: count },
    /** Usual shares, of others and of himself. */
    ...{ peers: share, own: share.nullable(), score: z.number() },
  })
  .meta({ id: 'Signal' });

const unit = z.object({ id: count, code: z.string(), name: z.string(), shown: z.boolean() });
const whose = { by: z.string(), at: z.string() };

const detail = z
  .object({
    signal,
    evidence: list(
      z.object({
        ...{ customer: unit, point: z.string().nullable(), number: z.string(), date: isoDate },
        ...{ amount: decimal, usual: decimal.nullable(), product: z.string().nullable() },
        ...{ other: unit.nullable(), gaps: list(z.enum(['inn', 'street', 'samePhone'])) },
        otherDate: isoDate.nullable(),
      }),
    ),
    reviews: list(
      z.object({
        ...{ version: count, verdict: z.enum(verdicts), comment: z.string(), ...whose },
        agreed: z.object(whose).nullable(),
      }),
    ),
    ...{ own: z.boolean(), stated: z.boolean() },
  })
  .meta({ id: 'SignalDetail' });

const number = z.coerce.number().int().nonnegative();

export const signalsEndpoint = endpoint({
  name: 'signals',
  method: 'GET',
  path: '/integrity/signals',
  summary: 'What asks for a look in the active base, by scheme, rep and month, the most severe first.',
  query: z.object({
    scheme: z.exactOptional(z.enum(schemes)),
    rep: z.exactOptional(number),
    month: z.exactOptional(planMonth),
    state: z.exactOptional(state),
    limit: z.exactOptional(number.max(500)),
    skip: z.exactOptional(number),
  }),
  answer: {
    as: 'json',
    schema: z.object({
      ...{ dataVersion: count, signals: list(signal), counts, months: list(z.string()) },
      reps: list(z.object({ id: count, name: z.string() })),
    }),
  },
});

export const signalCountsEndpoint = endpoint({
  name: 'signalCounts',
  method: 'GET',
  path: '/integrity/counts',
  summary: 'How many signals are in which state, as they were found last.',
  answer: { as: 'json', schema: z.object({ counts }) },
});

export const signalEndpoint = endpoint({
  name: 'signal',
  method: 'GET',
  path: '/integrity/signals/{signal}',
  summary: 'A signal with its evidence and what was found of it.',
  params,
  answer: { as: 'json', schema: detail },
});

export const reviewSignalEndpoint = endpoint({
  name: 'reviewSignal',
  method: 'POST',
  path: '/integrity/signals/{signal}/reviews',
  summary: 'What you found of a signal; it holds when another person agrees. 409 `signalStale`.',
  params,
  body: newReview,
  answer: { as: 'json', schema: detail },
});

export const agreeOnSignalEndpoint = endpoint({
  name: 'agreeOnSignal',
  method: 'POST',
  path: '/integrity/signals/{signal}/agreement',
  summary: 'Agrees to the last verdict on a signal, which is another person’s. 403 `signalSamePerson`.',
  params,
  body: z.strictObject({ version: count }),
  answer: { as: 'json', schema: detail },
});
