import { z } from 'zod';
import { flaws } from '../../../../src/domain/flaws.ts';
import { customerSorts, sortOrders } from '../../../../src/domain/report-words.ts';
import { sliceDocument } from '../../../../src/domain/sets/customer-set.ts';
import { countUnits } from '../../../../src/domain/units.ts';

/** Whom the list shows: everybody in the base, or those in a state of the period. */
export const groups = [
  'all',
  'active',
  'new',
  'retained',
  'reactivated',
  'lost',
  'inactive',
  'totalBase',
  'prospects',
] as const;

/** Columns that can be chosen; the name stands first anyway. */
export const columnIds = customerSorts.filter((sort) => sort !== 'id' && sort !== 'name');

/**
 * What the address of the page says. What is searched for is not in it: addresses are kept in histories and logs, and
 * names do not belong there.
 */
export const customersState = z.object({
  /** The saved view that was opened. */
  view: z.int().positive().optional(),
  who: z.enum(groups).optional(),
  period: z.string().max(60).optional(),
  unit: z.enum(countUnits).optional(),
  method: z.string().max(100).optional(),
  slice: sliceDocument.optional(),
  /** Only those with whose card something is wrong. */
  flaw: z.enum(flaws).optional(),
  /** Of the flaw: only those of a branch, 0 for nobody's. */
  branch: z.int().nonnegative().optional(),
  sort: z.enum(customerSorts).exclude(['id']).optional(),
  order: z.enum(sortOrders).optional(),
  columns: z
    .array(z.enum(columnIds))
    .max(columnIds.length)
    .refine((all) => new Set(all).size === all.length)
    .readonly()
    .optional(),
});
export type CustomersState = z.output<typeof customersState>;
export type Group = (typeof groups)[number];
export type ColumnId = (typeof columnIds)[number];
