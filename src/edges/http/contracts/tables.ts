import { z } from 'zod';
import { dimensions } from '../../../domain/dimensions.ts';
import { comparisons, figureQuery } from '../../../domain/figure-query.ts';
import { metrics } from '../../../domain/metrics.ts';
import { calendarSources } from '../../../domain/working-year.ts';
import { count, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const value = z.union([z.number(), z.string(), z.null()]);
const values = z.partialRecord(z.enum(metrics), value);
/** What a total is to its parts: their sum, or a number of different things that overlap. */
const total = z.object({
  over: z.enum([...dimensions, 'time']),
  parts: count,
  metrics: z.partialRecord(
    z.enum(metrics),
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('sum'), sum: value }),
      z.object({ is: z.literal('distinct'), sum: value, overlap: value }),
    ]),
  ),
  shared: z.object({ now: count, before: count }).exactOptional(),
});
const source = z.object({
  source: z.enum(['lines', 'kept', 'attributes']),
  why: z
    .enum([
      'notKept',
      'cutsMonth',
      'combinationNotKept',
      'productsNotKept',
      'distinctOverMonths',
      'distinctOverMembers',
      'byAssignment',
      'attributesOnDate',
      'thresholdNotAdditive',
    ])
    .exactOptional(),
});

const comparedPeriod = z.object({
  from: isoDate,
  to: isoDate,
  label: z.string(),
  workingDays: count.exactOptional(),
});

export const figureAnswer = z
  .object({
    query: figureQuery,
    dataVersion: count,
    historySince: isoDate.nullable(),
    asOf: isoDate.nullable(),
    methods: list(z.object({ id: z.string(), version: z.int() })),
    periods: list(
      z.object({
        from: isoDate,
        to: isoDate,
        label: z.string(),
        open: z.boolean(),
        shortHistory: z.boolean(),
        whole: z.literal(true).exactOptional(),
        compared: z.partialRecord(z.enum(comparisons), comparedPeriod.nullable()).exactOptional(),
      }),
    ),
    /** Whose working days `sameWorkingDay` goes by; branch 0 is the company. */
    calendar: z.object({ branch: count, sources: list(z.enum(calendarSources)) }).exactOptional(),
    /** Fewer members than dimensions asked for: a total or subtotal. */
    cells: list(
      z.object({
        period: count,
        method: count,
        rows: list(z.string()),
        columns: list(z.string()),
        figures: values,
        compared: z.partialRecord(z.enum(comparisons), values).exactOptional(),
        totals: list(total).exactOptional(),
      }),
    ),
    explained: list(
      z.object({
        method: z.string(),
        from: isoDate,
        to: isoDate,
        sizes: source.exactOptional(),
        sums: source.exactOptional(),
        registered: source.exactOptional(),
        assigned: source.exactOptional(),
      }),
    ),
    members: z.partialRecord(
      z.enum(dimensions),
      z.record(z.string(), z.object({ code: z.string(), name: z.string() })),
    ),
  })
  .meta({ id: 'FigureAnswer' });

export const tablesEndpoint = endpoint({
  name: 'tables',
  method: 'POST',
  path: '/tables/all',
  summary: 'Several tables at once, all of one version of the data: a whole dashboard.',
  body: z.strictObject({ queries: z.array(figureQuery).min(1).max(20) }),
  answer: { as: 'json', schema: z.object({ answers: list(figureAnswer) }) },
});

export const tableEndpoint = endpoint({
  name: 'table',
  method: 'POST',
  path: '/tables',
  summary:
    'Figures by any dimensions on rows and columns, with totals and subtotals counted at their own level.',
  body: figureQuery,
  answer: { as: 'json', schema: figureAnswer },
});
