import { z } from 'zod';
import { dimensions } from '../../../domain/dimensions.ts';
import { attributions, totalBaseModes } from '../../../domain/method.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, decimal, isoDate, list, optional, periodText, text } from './common.ts';
import { endpoint } from './endpoint.ts';

export const figures = z
  .object({
    activeBase: count,
    totalBase: count.nullable(),
    inactive: z.int().nullable(),
    outsideAssignment: optional(count.nullable()),
    prospects: count.nullable(),
    coverage: decimal.nullable(),
    new: count,
    retained: count,
    reactivated: count,
    lost: count,
    transferredIn: optional(count),
    transferredOut: optional(count),
    sales: decimal.nullable(),
    salesExVat: decimal.nullable(),
    documents: count.nullable(),
    avgCheck: decimal.nullable(),
    avgPerClient: decimal.nullable(),
    frequency: decimal.nullable(),
    skuPairs: count.nullable(),
    avgSkuPerClient: decimal.nullable(),
  })
  .meta({ id: 'Figures' });

export const figureReport = z
  .object({
    period: z.object({ from: isoDate, to: isoDate, label: z.string() }),
    open: z.boolean(),
    countUnit: z.enum(countUnits),
    method: z.object({ id: z.string(), version: z.int() }),
    dataVersion: count,
    historySince: isoDate.nullable(),
    asOf: isoDate.nullable(),
    shortHistory: z.boolean(),
    figures,
    by: optional(z.enum(dimensions)),
    rows: optional(list(z.object({ key: z.object({ code: z.string(), name: z.string() }), figures }))),
    total: optional(figures),
  })
  .meta({ id: 'FigureReport' });

/** What `client`, the method `main` and the whole company are left out for. */
export const counting = {
  unit: optional(z.enum(countUnits)),
  method: optional(text(40)),
};

export const figuresEndpoint = endpoint({
  name: 'figures',
  method: 'POST',
  path: '/figures',
  summary: 'Figures of one or several periods, whole or by one dimension; one report a period.',
  body: z.strictObject({
    periods: z.array(periodText).min(1).max(400),
    ...counting,
    by: optional(z.enum(dimensions)),
    totalBase: optional(z.enum(totalBaseModes)),
    attribution: optional(z.enum(attributions)),
    scope: optional(z.enum(['slice', 'company'])),
  }),
  answer: { as: 'json', schema: z.object({ reports: list(figureReport) }) },
});
