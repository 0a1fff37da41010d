import { z } from 'zod';
import { dimensions, isAttribute, type Slice } from '../dimensions.ts';
import { type Flaw, flaws } from '../flaws.ts';
import { methodReference } from '../method.ts';
import type { Problem } from '../problem.ts';
import { countUnits } from '../units.ts';

// A set of customers as plain data: what a figure counts, what a list enumerates, what a segment stores.

const dimension = z.enum(dimensions);
/** As long as a name in a file may be. */
const member = z.string().max(65_536);
const date = z.iso.date();
const amount = z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/);
/** As people write periods (`parsePeriod`); `last:90d` moves with the last loaded day. */
const period = z.string().min(1).max(60);

export const sliceDocument = z
  .array(
    z
      .strictObject({
        dimension,
        members: z.array(member).min(1).max(10_000).readonly(),
        on: date.optional(),
      })
      .readonly(),
  )
  .max(dimensions.length)
  .readonly();

/** What a unit is in a period (counting rules, §3, §4, §6). `withLines`: any line, a return too, as money is counted. */
export const setStates = [
  'active',
  'totalBase',
  'workingBase',
  'inactive',
  'outsideAssignment',
  'new',
  'retained',
  'reactivated',
  'lost',
  'transferredIn',
  'transferredOut',
  'registered',
  'prospects',
  'withLines',
] as const;
export type SetState = (typeof setStates)[number];

/** Totals of a unit over the lines of a period; of counted lines but for the sums, as everywhere. */
export const setMeasures = [
  'sales',
  'salesExVat',
  'quantity',
  'documents',
  'products',
  'days',
  'avgCheck',
] as const;
export type SetMeasure = (typeof setMeasures)[number];

export const receivableMeasures = ['debt', 'overdue', 'limitUse'] as const;

/** On the last loaded day; `intervals`: days since the last purchase as a multiple of the usual interval. */
export const rhythmMeasures = ['daysLate', 'intervals', 'daysSince', 'purchaseDays'] as const;

/** Whose past decides who is new in a slice: the slice's own, or the whole company's. */
const history = z.enum(['slice', 'company']);

export type SetNode =
  | {
      readonly kind: 'state';
      readonly state: SetState;
      readonly period: string;
      readonly slice?: Slice | undefined;
      readonly history?: 'slice' | 'company' | undefined;
    }
  /** Bought at all between two days; without them in all of the history. */
  | {
      readonly kind: 'bought' | 'neverBought';
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly slice?: Slice | undefined;
    }
  /** Whose first or last purchase, up to the last loaded day, lies between two days. */
  | {
      readonly kind: 'purchase';
      readonly which: 'first' | 'last';
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly slice?: Slice | undefined;
    }
  | {
      readonly kind: 'measure';
      readonly measure: SetMeasure;
      readonly period: string;
      readonly slice?: Slice | undefined;
      readonly atLeast?: string | undefined;
      readonly atMost?: string | undefined;
    }
  /** Who has one of the members today (or had it on a day), with lines or without. */
  | {
      readonly kind: 'attribute';
      readonly dimension: Slice[number]['dimension'];
      readonly members: readonly string[];
      readonly on?: string | undefined;
    }
  /** With whose card something is wrong, on the last loaded day. `branch`: that is responsible for them, 0 for nobody. */
  | { readonly kind: 'flawed'; readonly flaw: Flaw; readonly branch?: number | undefined }
  /**
   * Who owes (or owes overdue) so much, as files have last said; of a delivery point: its legal entity. `limitUse`: the
   * debt as a share of the credit limit in force, 0.75 is three quarters; nobody without a limit is in it.
   */
  | {
      readonly kind: 'receivable';
      readonly which: (typeof receivableMeasures)[number];
      readonly atLeast?: string | undefined;
      readonly atMost?: string | undefined;
    }
  /** By the unit's own rhythm of purchases (`services/rhythm`); who has never bought is in none. */
  | {
      readonly kind: 'rhythm';
      readonly which: (typeof rhythmMeasures)[number];
      readonly atLeast?: string | undefined;
      readonly atMost?: string | undefined;
    }
  /** Clients below other clients, or with some below them, as people say (sub-dealers of sub-dealers too). `of`: below this one. */
  | {
      readonly kind: 'dealerNetwork';
      readonly which: 'dealers' | 'subDealers';
      readonly of?: number | undefined;
      readonly on?: string | undefined;
    }
  | { readonly kind: 'stored'; readonly id: number }
  | { readonly kind: 'ids'; readonly ids: readonly number[] }
  | { readonly kind: 'and' | 'or'; readonly sets: readonly SetNode[] }
  | { readonly kind: 'andNot'; readonly of: SetNode; readonly without: SetNode };

const span = { from: date.optional(), to: date.optional(), slice: sliceDocument.optional() };

const node: z.ZodType<SetNode> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('state'),
        state: z.enum(setStates),
        period,
        slice: sliceDocument.optional(),
        history: history.optional(),
      }),
      z.strictObject({ kind: z.enum(['bought', 'neverBought']), ...span }),
      z.strictObject({ kind: z.literal('purchase'), which: z.enum(['first', 'last']), ...span }),
      z.strictObject({
        kind: z.literal('measure'),
        measure: z.enum(setMeasures),
        period,
        slice: sliceDocument.optional(),
        atLeast: amount.optional(),
        atMost: amount.optional(),
      }),
      z.strictObject({
        kind: z.literal('attribute'),
        dimension,
        members: z.array(member).min(1).max(10_000),
        on: date.optional(),
      }),
      z.strictObject({
        kind: z.literal('flawed'),
        flaw: z.enum(flaws),
        branch: z.int().nonnegative().max(2_147_483_647).optional(),
      }),
      z.strictObject({
        kind: z.literal('receivable'),
        which: z.enum(receivableMeasures),
        atLeast: amount.optional(),
        atMost: amount.optional(),
      }),
      z.strictObject({
        kind: z.literal('rhythm'),
        which: z.enum(rhythmMeasures),
        atLeast: amount.optional(),
        atMost: amount.optional(),
      }),
      z.strictObject({
        kind: z.literal('dealerNetwork'),
        which: z.enum(['dealers', 'subDealers']),
        of: z.int().positive().max(2_147_483_647).optional(),
        on: date.optional(),
      }),
      z.strictObject({ kind: z.literal('stored'), id: z.int().positive() }),
      z.strictObject({
        kind: z.literal('ids'),
        ids: z.array(z.int().positive().max(2_147_483_647)).max(50_000),
      }),
      z.strictObject({ kind: z.enum(['and', 'or']), sets: z.array(node).min(1).max(50) }),
      z.strictObject({ kind: z.literal('andNot'), of: node, without: node }),
    ]),
  )
  .meta({ id: 'SetNode' });

/**
 * A set of customers: what is counted, by which version of which method, and who is in it. Version 1 of the language;
 * a later program reads every earlier version.
 */
export const customerSet = z.strictObject({
  language: z.literal(1),
  unit: z.enum(countUnits),
  /** Without a version: the method as it is today. */
  method: methodReference,
  set: node,
});
export type CustomerSet = z.infer<typeof customerSet>;

/** Deeper expressions are refused: nobody reads them, and engines do not like them. */
export const deepestSet = 20;

/** Documents from outside may nest as deep as they like. */
const foreign = z
  .unknown()
  .refine((document) => depthOf(document) <= 4 * deepestSet, { error: 'setTooDeep', abort: true });
export const foreignSet = foreign.pipe(customerSet);
export const foreignNode = foreign.pipe(node);

/** A set read from outside. Problems: `setUnreadable` (where and why), `setTooDeep`, `setNeedsAttribute`. */
export function readCustomerSet(document: unknown): CustomerSet | readonly Problem[] {
  if (depthOf(document) > 4 * deepestSet) return [{ code: 'setTooDeep', params: { deepest: deepestSet } }];
  const read = customerSet.safeParse(document);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({
      code: 'setUnreadable',
      params: { where: path.join('.') || '.', why: message },
    }));
  const nodes = [...nodesOf(read.data.set)];
  if (nodes.some(({ depth }) => depth > deepestSet))
    return [{ code: 'setTooDeep', params: { deepest: deepestSet } }];
  const problems = nodes.flatMap(({ node: one }): Problem[] =>
    one.kind === 'attribute' && !isAttribute(one.dimension)
      ? [{ code: 'setNeedsAttribute', params: { dimension: one.dimension } }]
      : [],
  );
  return problems.length > 0 ? problems : read.data;
}

/** Nesting of plain data, without recursion: a hostile document must not end the program. */
function depthOf(document: unknown): number {
  let deepest = 0;
  const rest: [unknown, number][] = [[document, 0]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [value, depth] = next;
    deepest = Math.max(deepest, depth);
    if (deepest > 10 * deepestSet) return deepest;
    if (typeof value === 'object' && value !== null)
      for (const child of Object.values(value)) rest.push([child, depth + 1]);
  }
  return deepest;
}

/** All nodes of an expression, parents before their parts. */
export function* nodesOf(
  root: SetNode,
  depth = 1,
): Generator<{ readonly node: SetNode; readonly depth: number }> {
  yield { node: root, depth };
  const parts =
    root.kind === 'and' || root.kind === 'or'
      ? root.sets
      : root.kind === 'andNot'
        ? [root.of, root.without]
        : [];
  for (const part of parts) yield* nodesOf(part, depth + 1);
}
