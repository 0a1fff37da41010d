import { z } from 'zod';
import { dimensions } from '../../../../src/domain/dimensions.ts';
import { comparisons, grains } from '../../../../src/domain/figure-query.ts';
import { attributions } from '../../../../src/domain/method.ts';
import { metrics } from '../../../../src/domain/metrics.ts';
import { sliceDocument } from '../../../../src/domain/sets/customer-set.ts';
import { countUnits } from '../../../../src/domain/units.ts';

const members = z.array(z.string().max(1000)).max(4).readonly();
const some = z
  .array(z.enum(dimensions))
  .max(4)
  .refine((all) => new Set(all).size === all.length)
  .readonly();

/** How a comparison is shown: by colour alone, under each figure, or in columns of its own. */
export const comparisonViews = ['colour', 'under', 'columns'] as const;
export const colourModes = ['none', 'amount', 'deviation'] as const;

/** What the address of the page says; what is left out is the question that the page begins with. */
export const explorerState = z.object({
  /** The saved view that was opened. */
  view: z.int().positive().optional(),
  metrics: z.array(z.enum(metrics)).min(1).max(8).readonly().optional(),
  rows: some.optional(),
  columns: some.optional(),
  /** `none`: the period is not cut into parts. */
  grain: z.enum([...grains, 'none']).optional(),
  /** With the whole period behind its parts. */
  whole: z.boolean().optional(),
  period: z.string().max(60).optional(),
  unit: z.enum(countUnits).optional(),
  methods: z.array(z.string().max(40)).min(1).max(2).readonly().optional(),
  attribution: z.enum(attributions).optional(),
  slice: sliceDocument.optional(),
  compare: z.enum([...comparisons, 'none']).optional(),
  compared: z.enum(comparisonViews).optional(),
  colour: z.enum(colourModes).optional(),
  as: z.enum(['table', 'chart']).optional(),
  /** Which of the metrics the chart shows. */
  charted: z.enum(metrics).optional(),
  /** Rows that are open, by their members. */
  open: z.union([z.literal('all'), z.array(members).max(300).readonly()]).optional(),
  /** By the names of rows, or by a column. */
  sort: z.object({ by: z.string().max(4000), descending: z.boolean() }).optional(),
  /** The cell that is open in the drawer. */
  cell: z.object({ rows: members, column: z.string().max(4000) }).optional(),
});
export type ExplorerState = z.output<typeof explorerState>;
