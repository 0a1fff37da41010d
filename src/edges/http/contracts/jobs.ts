import { z } from 'zod';
import { fields } from '../../../domain/fields.ts';
import { count, inWords, list, optional, saidProblem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { importSummary, monthEffect } from './import-summary.ts';
import { column, importWords, row } from './import-words.ts';

export const progress = z
  .object({
    /** `turn`: others come first; `done` of them are still before this one. */
    stage: z.enum(['turn', 'read', 'stage', 'resolve', 'journal', 'ledger', 'figures']),
    file: optional(z.string()),
    done: count,
    total: optional(count),
    unit: z.enum(['rows', 'bytes', 'months', 'customers', 'jobs']),
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
    text: inWords,
    /** Of the options, in their order. */
    labels: optional(list(z.string())),
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    /** How the table begins that it is about, its header among the rows. */
    beginning: optional(list(z.object({ row: count, cells: list(z.string()) }))),
  })
  .meta({ id: 'Question' });

const of = {
  id: z.string(),
  kind: z.enum(['import', 'undo', 'assignment', 'backup']),
  startedAt: z.string(),
  /** Of an import: what the user calls its files. */
  files: optional(list(z.string())),
};

/**
 * Long work as it stands now. An import goes working → asking (any number of times) → prepared → working → done; a
 * revision leads from asking and prepared back to working. `refused`: why what was last wanted was not done, a revision
 * or the applying; the import is what it was before.
 */
export const job = z
  .discriminatedUnion('state', [
    z.object({ ...of, state: z.literal('working'), progress: progress.nullable() }),
    z.object({ ...of, state: z.literal('asking'), question, refused: list(saidProblem) }),
    z.object({ ...of, state: z.literal('prepared'), summary: importSummary, refused: list(saidProblem) }),
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
      problems: list(saidProblem),
      /** Of a failure of the product itself. */
      reference: z.string().nullable(),
    }),
    z.object({ ...of, state: z.literal('cancelled') }),
  ])
  .meta({ id: 'Job' });
export type JobSnapshot = z.output<typeof job>;

export const jobsEndpoint = endpoint({
  name: 'jobs',
  method: 'GET',
  path: '/jobs',
  summary:
    'One’s own long work, newest first: what is under way, waits for a word, or ended within the last hour.',
  answer: { as: 'json', schema: z.object({ jobs: list(job) }) },
});

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

/** Changes of an earlier word; what is left out stays as it was. */
const revision = z.strictObject({
  map: importWords.map,
  answers: importWords.answers,
  source: importWords.source,
  acceptShrunk: importWords.acceptShrunk,
  basis: importWords.basis,
  purpose: importWords.purpose,
  corrections: optional(
    z
      .array(
        z.strictObject({
          /** In the order of the summary's tables, from 0. */
          table: count,
          row,
          column,
          /** Null: what stands in the file after all. */
          value: text(32_767).nullable(),
        }),
      )
      .max(10_000)
      .readonly(),
  ),
});

export const reviseJobEndpoint = endpoint({
  name: 'reviseJob',
  method: 'POST',
  path: '/jobs/{jobId}/revise',
  summary:
    'Prepares the same files anew, with columns, answers and cells as the person mends them; what was prepared before is taken back.',
  params,
  body: revision,
  answer: { as: 'json', status: 202, schema: job },
});

export const jobRowsEndpoint = endpoint({
  name: 'jobRows',
  method: 'GET',
  path: '/jobs/{jobId}/rows',
  summary:
    'Rows of a table of a prepared import as they stand in its file: the first ones, those that were rejected, or those with mended cells.',
  params,
  query: z.strictObject({
    table: optional(z.coerce.number().int().nonnegative()),
    show: optional(z.enum(['first', 'faulty', 'mended'])),
    offset: optional(z.coerce.number().int().nonnegative()),
    limit: optional(z.coerce.number().int().min(1).max(500)),
  }),
  answer: {
    as: 'json',
    schema: z.object({
      columns: list(z.object({ header: z.string(), field: z.enum(fields).nullable() })),
      rows: list(
        z.object({
          /** As a spreadsheet numbers it, from 1. */
          row: count,
          cells: list(z.string()),
          faults: list(
            z.object({
              column: count.nullable(),
              code: z.string(),
              params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
              severity: z.enum(['rejected', 'warning']),
              text: inWords,
            }),
          ),
          mended: list(z.object({ column: count, was: z.string() })),
        }),
      ),
      more: z.boolean(),
    }),
  },
});

export const cancelJobEndpoint = endpoint({
  name: 'cancelJob',
  method: 'POST',
  path: '/jobs/{jobId}/cancel',
  summary: 'Takes an import back before it is applied: the data stay as they were.',
  params,
  answer: { as: 'nothing' },
});
