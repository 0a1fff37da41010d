import { z } from 'zod';
import { displayName } from '../../../domain/display-name.ts';
import { figureQuery } from '../../../domain/figure-query.ts';
import { methodDocument } from '../../../domain/method.ts';
import { namedBaseDocument } from '../../../domain/named-base.ts';
import { customerSet, foreignSet } from '../../../domain/sets/customer-set.ts';
import { count, isoDate, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { figureAnswer } from './tables.ts';

const method = methodDocument.meta({ id: 'Method' });
const id = z.object({ id: z.coerce.number().int().positive() });

export const methodsEndpoint = endpoint({
  name: 'methods',
  method: 'GET',
  path: '/methods',
  summary: 'The methods of counting, each in its newest version; `kept`: its answers are kept ready.',
  answer: { as: 'json', schema: z.object({ methods: list(methodDocument.extend({ kept: z.boolean() })) }) },
});

export const methodVersionsEndpoint = endpoint({
  name: 'methodVersions',
  method: 'GET',
  path: '/methods/{id}/versions',
  summary: 'All versions of a method, the newest first: a question may name any of them.',
  params: z.object({ id: text(40) }),
  answer: { as: 'json', schema: z.object({ versions: list(method) }) },
});

export const saveMethodEndpoint = endpoint({
  name: 'saveMethod',
  method: 'POST',
  path: '/methods',
  summary: 'The next version of a method, or the first of a new one. Earlier versions stay.',
  body: methodDocument.omit({ version: true }),
  answer: { as: 'json', status: 201, schema: method },
});

export const keepMethodsEndpoint = endpoint({
  name: 'keepMethods',
  method: 'PUT',
  path: '/methods/kept',
  summary: 'Keeps answers of these methods ready, and of no others; at most four.',
  body: z.strictObject({ ids: z.array(text(40)).max(100) }),
  answer: { as: 'nothing' },
});

const namedBase = namedBaseDocument.extend({ id: count }).meta({ id: 'NamedBase' });

export const namedBasesEndpoint = endpoint({
  name: 'namedBases',
  method: 'GET',
  path: '/bases',
  summary: 'The named АКБ of the company.',
  answer: { as: 'json', schema: z.object({ bases: list(namedBase) }) },
});

export const addNamedBaseEndpoint = endpoint({
  name: 'addNamedBase',
  method: 'POST',
  path: '/bases',
  summary: 'A named АКБ: a method, products, a period and a unit under one name.',
  body: namedBaseDocument,
  answer: { as: 'json', status: 201, schema: namedBase },
});

export const removeNamedBaseEndpoint = endpoint({
  name: 'removeNamedBase',
  method: 'DELETE',
  path: '/bases/{id}',
  summary: 'Removes a named АКБ.',
  params: id,
  answer: { as: 'nothing' },
});

const { metrics, rows, columns, slice, history, compare } = figureQuery.shape;

export const namedBaseFiguresEndpoint = endpoint({
  name: 'namedBaseFigures',
  method: 'POST',
  path: '/bases/figures',
  summary: 'Figures of every named АКБ side by side, each of its own period as of a day.',
  body: z.strictObject({ metrics, rows, columns, slice, history, compare, on: optional(isoDate) }),
  answer: {
    as: 'json',
    schema: z.object({ answers: list(z.object({ base: namedBase, answer: figureAnswer })) }),
  },
});

const storedSet = z
  .object({
    id: count,
    name: z.string(),
    set: customerSet,
    /** null: the set is live, asked anew every time. */
    frozen: z.object({ dataVersion: count, asOf: isoDate.nullable(), size: count }).nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'StoredSet' });

export const storedSetsEndpoint = endpoint({
  name: 'storedSets',
  method: 'GET',
  path: '/sets',
  summary: 'Sets of customers under names.',
  answer: { as: 'json', schema: z.object({ sets: list(storedSet) }) },
});

export const storeSetEndpoint = endpoint({
  name: 'storeSet',
  method: 'POST',
  path: '/sets',
  summary: 'Stores a set under a name. A frozen one stays who it is now; others combine it as `stored`.',
  body: z.strictObject({ name: displayName, set: foreignSet, frozen: optional(z.boolean()) }),
  answer: { as: 'json', status: 201, schema: storedSet },
});

export const freezeSetEndpoint = endpoint({
  name: 'freezeSet',
  method: 'POST',
  path: '/sets/{id}/freeze',
  summary: 'Who is in a stored set now, as a frozen set under a name of its own.',
  params: id,
  body: z.strictObject({ name: displayName }),
  answer: { as: 'json', status: 201, schema: storedSet },
});

export const removeStoredSetEndpoint = endpoint({
  name: 'removeStoredSet',
  method: 'DELETE',
  path: '/sets/{id}',
  summary: 'Removes a stored set that no other one is made of.',
  params: id,
  answer: { as: 'nothing' },
});
