import { z } from 'zod';
import { planLevels } from '../../../domain/plan.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, decimal, list, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ month: planMonth });

export const closedMonth = z
  .object({
    ...{ id: count, month: z.string(), methods: list(z.object({ id: z.string(), version: count })) },
    planVersion: count.nullable(),
    /** 0: nothing was planned of customers; null: closed before their facts were kept, these are live. */
    customerPlanVersion: count.nullable(),
    ...{ dataVersion: count, closedAt: z.string(), closedBy: z.string() },
    reopening: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
    reopened: z.object({ by: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'ClosedMonth' });

export const closingsEndpoint = endpoint({
  name: 'closings',
  method: 'GET',
  path: '/closings',
  summary: 'Every closing of a month there ever was, the latest month first.',
  answer: { as: 'json', schema: z.object({ closings: list(closedMonth) }) },
});

export const closeMonthEndpoint = endpoint({
  name: 'closeMonth',
  method: 'POST',
  path: '/closings/{month}',
  summary: 'Closes a month: its plan-fact and bonus stay as they are now, whatever is loaded later.',
  params,
  answer: { as: 'json', status: 201, schema: closedMonth },
});

export const askReopeningEndpoint = endpoint({
  name: 'askReopening',
  method: 'POST',
  path: '/closings/{month}/reopening',
  summary: 'Asks to open a closed month again; another person has to do it.',
  params,
  body: z.strictObject({ reason: text(2000) }),
  answer: { as: 'json', schema: closedMonth },
});

export const reopenMonthEndpoint = endpoint({
  name: 'reopenMonth',
  method: 'DELETE',
  path: '/closings/{month}',
  summary:
    'Opens a closed month again, by another person than the one who asked. What it was closed with stays.',
  params,
  answer: { as: 'nothing' },
});

export const driftEndpoint = endpoint({
  name: 'monthDrift',
  method: 'GET',
  path: '/closings/{month}/drift',
  summary:
    'What has happened to a closed month since: late documents, undone imports, merges, another method.',
  params,
  answer: {
    as: 'json',
    schema: z.object({
      closed: closedMonth,
      causes: list(
        z.discriminatedUnion('kind', [
          z.object({
            ...{ kind: z.enum(['import', 'undo']), at: z.string(), importId: count },
            ...{ documents: count.nullable(), amount: decimal.nullable() },
          }),
          z.object({ kind: z.enum(['merge', 'unmerge', 'edit', 'assignment', 'restore']), at: z.string() }),
          z.object({ kind: z.literal('method'), method: z.string(), from: count, to: count }),
        ]),
      ),
    }),
  },
});

const ids = list(count);

export const monthDifferenceEndpoint = endpoint({
  name: 'monthDifference',
  method: 'GET',
  path: '/closings/{month}/difference',
  summary: 'Who is active in a closed month today and was not when it was closed, and the other way round.',
  params,
  query: z.object({
    ...{ level: z.enum(planLevels), member: z.coerce.number().int().nonnegative().max(2_147_483_647) },
    ...{ unit: z.enum(countUnits), method: z.enum(['main', 'qualified']) },
  }),
  answer: { as: 'json', schema: z.object({ entered: ids, left: ids }) },
});
