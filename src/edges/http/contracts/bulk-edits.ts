import { z } from 'zod';
import { bulkEdit } from '../../../domain/bulk-edit.ts';
import { count } from './common.ts';
import { endpoint } from './endpoint.ts';

const range = z.strictObject({ first: z.int().positive(), last: z.int().positive() });

export const stateOfManyEndpoint = endpoint({
  name: 'stateOfMany',
  method: 'POST',
  path: '/customers/edits',
  summary:
    'States one field of at most 10,000 customers from a day on, all of them or none; says which edits these are and how many were left out.',
  body: bulkEdit,
  answer: { as: 'json', schema: z.object({ edits: range.nullable(), leftOut: count }) },
});

export const undoManyEditsEndpoint = endpoint({
  name: 'undoManyEdits',
  method: 'POST',
  path: '/customers/edits/undo',
  summary: 'Takes back edits that you made together, all of them or none.',
  body: range,
  answer: { as: 'json', schema: z.object({ edits: range.nullable() }) },
});
