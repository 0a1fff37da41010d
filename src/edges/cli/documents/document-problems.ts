import type { z } from 'zod';
import type { Problem } from '../../../domain/problem.ts';
import { deepestSet } from '../../../domain/sets/customer-set.ts';
import { lookUp, type Say } from '../../../messages/index.ts';

type Issue = z.core.$ZodIssue;
type Where = readonly PropertyKey[];

/** Mistakes that are named; the rest is counted. */
const mostNamed = 5;

/** What does not fit, each with its place in the document, as problems of the file. */
export function documentProblems(error: z.ZodError, document: unknown, file: string, say: Say): Problem[] {
  const found = error.issues.flatMap((issue) => problemsOf(issue, [], { document, say }));
  return shortened(found, file);
}

/** Text that PostgreSQL would not keep, wherever in a document it stands. */
export function unkeepableText(document: unknown, file: string, say: Say): Problem[] {
  const found: Problem[] = [];
  const rest: [unknown, Where][] = [[document, []]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [value, where] = next;
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      found.push(wrong(where, say('documentWhy.unkeepable')));
    if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) rest.push([part, [...where, name]]);
  }
  return shortened(found, file);
}

function shortened(found: readonly Problem[], file: string): Problem[] {
  const named = found.slice(0, mostNamed);
  const more: Problem = { code: 'documentWrongMore', params: { count: found.length - named.length } };
  return [...named, ...(found.length > named.length ? [more] : [])].map((problem) => ({
    ...problem,
    place: { file },
  }));
}

const wrong = (where: Where, why: string): Problem => ({
  code: 'documentWrong',
  params: { where: placeWords(where), why },
});

/** `whole`: the document itself. */
const placeWords = (where: Where): string => where.map(String).join('.') || 'whole';

interface Reading {
  readonly document: unknown;
  readonly say: Say;
}

function problemsOf(issue: Issue, within: Where, reading: Reading): Problem[] {
  const where = [...within, ...issue.path];
  const { say } = reading;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => wrong([...where, key], say('documentWhy.unknownField')));
    case 'invalid_union': {
      // The branch that was meant is the one which fails deepest inside.
      const [branch] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a));
      if (branch !== undefined) return branch.flatMap((inner) => problemsOf(inner, where, reading));
      return [wrong(where, whyOf(issue, where, reading))];
    }
    case 'custom':
      // Its message is a code of ours.
      if (lookUp(issue.message, 'en') !== undefined)
        return [{ code: issue.message, params: { where: placeWords(where), deepest: deepestSet } }];
  }
  return [wrong(where, whyOf(issue, where, reading))];
}

const depthOf = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));

function whyOf(issue: Issue, where: Where, { document, say }: Reading): string {
  if (valueAt(document, where) === undefined) return say('documentWhy.missing');
  switch (issue.code) {
    case 'invalid_type':
      return say('documentWhy.type', { expected: issue.expected });
    case 'invalid_value':
      return say('documentWhy.oneOf', { values: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return say('documentWhy.oneOf', { values: optionsOf(issue).join(', ') });
    case 'too_small':
      return issue.inclusive === false
        ? say('documentWhy.above', { limit: Number(issue.minimum) })
        : say('documentWhy.least', { of: issue.origin, limit: Number(issue.minimum) });
    case 'too_big':
      return say('documentWhy.most', { of: issue.origin, limit: Number(issue.maximum) });
    case 'invalid_format':
      return issue.format === 'date'
        ? say('documentWhy.day')
        : say('documentWhy.pattern', { pattern: issue.pattern ?? issue.format });
    default:
      return issue.message;
  }
}

/** What a field that decides over the others may say. */
const optionsOf = (issue: Issue): readonly string[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];

function valueAt(document: unknown, where: Where): unknown {
  let value = document;
  for (const name of where) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[name];
  }
  return value;
}
