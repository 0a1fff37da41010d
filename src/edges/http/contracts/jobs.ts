import { z } from 'zod';
import { count, list, optional, problem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { importSummary, monthEffect } from './import-summary.ts';

export const progress = z
  .object({
    stage: z.enum(['read', 'stage', 'resolve', 'journal', 'ledger', 'figures']),
    file: optional(z.string()),
    done: count,
    total: optional(count),
    unit: z.enum(['rows', 'bytes', 'months', 'customers']),
  })
  .meta({ id: 'Progress' });

export const question = z
  .object({
    code: z.enum([
      'columnMeaning',
      'dayMonthOrder',
      'decimalSeparator',
      'companionJoin',
      'daysReplaceOrAdd',
      'reportMonth',
    ]),
    key: z.string(),
    options: list(z.string()),
    suggested: optional(z.string()),
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .meta({ id: 'Question' });

const of = { id: z.string(), kind: z.enum(['import', 'undo', 'assignment', 'backup']) };

/** Long work as it stands now. An import goes working → asking (any number of times) → prepared → working → done. */
export const job = z
  .discriminatedUnion('state', [
    z.object({ ...of, state: z.literal('working'), progress: progress.nullable() }),
    z.object({ ...of, state: z.literal('asking'), question }),
    z.object({ ...of, state: z.literal('prepared'), summary: importSummary }),
    z.object({
      ...of,
      state: z.literal('done'),
      result: z.object({
        dataVersion: optional(count),
        effect: optional(list(monthEffect)),
        folder: optional(z.string()),
        bytes: optional(count),
      }),
    }),
    z.object({
      ...of,
      state: z.literal('failed'),
      problems: list(problem),
      /** Of a failure of the product itself. */
      reference: z.string().nullable(),
    }),
    z.object({ ...of, state: z.literal('cancelled') }),
  ])
  .meta({ id: 'Job' });
export type JobSnapshot = z.output<typeof job>;

const params = z.object({ jobId: z.uuid() });
const answer = { as: 'json', schema: job } as const;

export const jobEndpoint = endpoint({
  name: 'job',
  method: 'GET',
  path: '/jobs/{jobId}',
  summary: 'How far an import, an undo, an assignment or a backup is.',
  params,
  answer,
});

export const jobEventsEndpoint = endpoint({
  name: 'jobEvents',
  method: 'GET',
  path: '/jobs/{jobId}/events',
  summary: 'The same as server-sent events: the state now, then every change, to the end.',
  params,
  answer: { as: 'events', schema: job },
});

export const answerJobEndpoint = endpoint({
  name: 'answerJob',
  method: 'POST',
  path: '/jobs/{jobId}/answer',
  summary: 'Answers the question that an import asks; null: there is nobody to answer it.',
  params,
  body: z.strictObject({ key: text(4096), answer: text(4096).nullable() }),
  answer: { as: 'nothing' },
});

export const applyJobEndpoint = endpoint({
  name: 'applyJob',
  method: 'POST',
  path: '/jobs/{jobId}/apply',
  summary: 'Applies a prepared import.',
  params,
  answer: { as: 'nothing' },
});

export const cancelJobEndpoint = endpoint({
  name: 'cancelJob',
  method: 'POST',
  path: '/jobs/{jobId}/cancel',
  summary: 'Takes an import back before it is applied: the data stay as they were.',
  params,
  answer: { as: 'nothing' },
});
