import { z } from 'zod';
import { editableFields } from '../../../domain/customer-edit.ts';
import { reasonNames, vetoes } from '../../../domain/duplicates/score.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, list, optional, text } from './common.ts';
import { customerCard } from './customer-card.ts';
import { endpoint } from './endpoint.ts';
import { monthEffect } from './import-summary.ts';

const needs = { permission: 'mergeCustomers', whole: true } as const;
const unit = z.enum(countUnits);
const largest = 2_147_483_647;
const id = z.int().positive().max(largest);
const inPath = z.coerce.number().int().positive().max(largest);
const limit = z.coerce.number().int().min(1).max(200);

const side = z
  .object({
    ...{ id: count, name: z.string(), code: z.string() },
    ...{ inn: z.string(), city: z.string(), address: z.string() },
  })
  .meta({ id: 'DuplicateSide' });
const reasons = list(z.object({ reason: z.enum(reasonNames), weight: z.int() }));
const effect = list(monthEffect);

export const duplicatesEndpoint = endpoint({
  name: 'duplicates',
  method: 'GET',
  path: '/duplicates',
  needs,
  summary:
    'Pairs of legal entities that may be one, the likeliest first, with what speaks for and against it. After an import the first page takes as long as it takes to compare.',
  query: z.strictObject({
    limit,
    /** `next` of the page before. */
    cursor: optional(text(40)),
    /** Only those that may be merged without a look at each. */
    certain: optional(z.enum(['true', 'false'])),
  }),
  answer: {
    as: 'json',
    schema: z.object({
      dataVersion: count,
      candidates: list(
        z.object({
          ...{ a: side, b: side },
          /** Which of the two it is best to keep. */
          survivor: count,
          /** 0 to 100. */
          score: count,
          certain: z.boolean(),
          reasons,
        }),
      ),
      next: z.string().nullable(),
      /** Pairs at the last look, those decided since included. */
      found: count,
    }),
  },
});

export const duplicatePairEndpoint = endpoint({
  name: 'duplicatePair',
  method: 'GET',
  path: '/duplicates/pairs/{unit}/{a}/{b}',
  needs,
  summary:
    'Two customers side by side: their cards, days with shipments, what speaks for and against one customer.',
  params: z.object({ unit, a: inPath, b: inPath }),
  answer: {
    as: 'json',
    schema: z.object({
      unit,
      ...{ a: customerCard, b: customerCard },
      /** null: `veto` rules it out. */
      score: count.nullable(),
      certain: z.boolean(),
      reasons,
      veto: z.enum(vetoes).nullable(),
      dismissed: z.boolean(),
      days: z.object({ a: count, b: count, both: count }),
    }),
  },
});

const merges = z.strictObject({
  merges: list(
    z.strictObject({
      unit,
      /** Ids of any identities; their units become one. */
      ...{ absorbed: id, survivor: id },
      /** Fields in which what counts of the absorbed one is stated of the survivor. */
      take: optional(list(z.enum(editableFields))),
      /** `version` of the two cards that were looked at: 409 `mergeStale` where there is a later one. */
      seen: optional(z.strictObject({ absorbed: count, survivor: count })),
    }),
  ).refine((all) => all.length > 0 && all.length <= 500, { error: '1 to 500 merges' }),
});

export const mergePreviewEndpoint = endpoint({
  name: 'mergePreview',
  method: 'POST',
  path: '/merges/preview',
  needs,
  summary:
    'АКБ of the months that merges would change, before and after; nothing is changed. Waits for imports at work.',
  body: merges,
  answer: { as: 'json', schema: z.object({ effect }) },
});

export const mergeCustomersEndpoint = endpoint({
  name: 'mergeCustomers',
  method: 'POST',
  path: '/merges',
  needs,
  summary:
    'Makes one customer of two, all pairs or none: a new version of the data, which can be withdrawn at any time.',
  body: merges,
  answer: {
    as: 'json',
    status: 201,
    /** `merges`: numbers, for withdrawing. */
    schema: z.object({ merges: list(count), dataVersion: count, effect }),
  },
});

const done = { by: z.string(), at: z.string() };
const named = z.object({ id: count, name: z.string() });

export const mergesEndpoint = endpoint({
  name: 'merges',
  method: 'GET',
  path: '/merges',
  needs,
  summary: 'Merges and withdrawn ones, the latest first.',
  query: z.strictObject({ limit, before: optional(inPath) }),
  answer: {
    as: 'json',
    schema: z.object({
      merges: list(
        z.object({
          ...{ id: count, level: unit, absorbed: named, survivor: named, ...done },
          /** null: in force. */
          withdrawn: z.object(done).nullable(),
        }),
      ),
      /** `before` of the next page. */
      next: count.nullable(),
    }),
  },
});

export const unmergePreviewEndpoint = endpoint({
  name: 'unmergePreview',
  method: 'GET',
  path: '/merges/{id}/undo-preview',
  needs,
  summary: 'АКБ of the months that withdrawing a merge would change; nothing is changed.',
  params: z.object({ id: inPath }),
  answer: { as: 'json', schema: z.object({ effect }) },
});

export const unmergeEndpoint = endpoint({
  name: 'unmerge',
  method: 'POST',
  path: '/merges/{id}/undo',
  needs,
  summary: 'Withdraws a merge, whatever came later: both customers are what they would be without it.',
  params: z.object({ id: inPath }),
  answer: { as: 'json', schema: z.object({ dataVersion: count, effect }) },
});

export const dismissedEndpoint = endpoint({
  name: 'dismissedDuplicates',
  method: 'GET',
  path: '/duplicates/dismissed',
  needs,
  summary: 'Pairs of which somebody has said that they are two customers, the latest first.',
  answer: { as: 'json', schema: z.object({ pairs: list(z.object({ a: side, b: side, ...done })) }) },
});

export const dismissDuplicateEndpoint = endpoint({
  name: 'dismissDuplicate',
  method: 'PUT',
  path: '/duplicates/dismissed/{a}/{b}',
  needs,
  summary: 'Says that two legal entities are two customers; it stays through imports.',
  params: z.object({ a: inPath, b: inPath }),
  answer: { as: 'nothing' },
});

export const recallDuplicateEndpoint = endpoint({
  name: 'recallDuplicate',
  method: 'DELETE',
  path: '/duplicates/dismissed/{a}/{b}',
  needs,
  summary: 'Takes that back.',
  params: z.object({ a: inPath, b: inPath }),
  answer: { as: 'nothing' },
});
