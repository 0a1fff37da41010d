import { z } from 'zod';
import { kindOf } from './dimensions.ts';
import { methodReference } from './method.ts';
import { calendarPeriod, type Period, windowUpTo } from './period.ts';
import { sliceDocument } from './sets/customer-set.ts';
import { countUnits, type IsoDate } from './units.ts';

/**
 * A named АКБ (counting rules, §10): who is counted, of which products and over which period, under a name of the
 * company's own («АКБ кранов, год», «АКБ сервиса, месяц»). Several live side by side.
 */
export const namedBaseDocument = z.strictObject({
  name: z.string().trim().min(1).max(120),
  method: methodReference,
  /** Products only; []: all of them. */
  products: sliceDocument
    .refine((slice) => slice.every(({ dimension }) => kindOf(dimension) === 'product'), {
      error: 'productsOnly',
    })
    .default([]),
  /** The calendar period that a day lies in, or a window that ends with the day. */
  period: z.union([
    z.enum(['month', 'quarter', 'halfYear', 'year']),
    z.strictObject({ length: z.int().min(1).max(1100), of: z.enum(['days', 'months']) }),
  ]),
  unit: z.enum(countUnits),
});
export type NamedBaseDocument = z.infer<typeof namedBaseDocument>;

export interface NamedBase extends NamedBaseDocument {
  readonly id: number;
}

/** The period of a named АКБ as of a day. */
export const basePeriod = ({ period }: Pick<NamedBaseDocument, 'period'>, day: IsoDate): Period =>
  typeof period === 'string' ? calendarPeriod(period, day.slice(0, 7)) : windowUpTo(day, period);
