import { z } from 'zod';
import { basePeriodDocument } from './base-period.ts';
import { kindOf } from './dimensions.ts';
import { displayName } from './display-name.ts';
import { methodReference } from './method.ts';
import { sliceDocument } from './sets/customer-set.ts';
import { countUnits } from './units.ts';

/**
 * A named АКБ (counting rules, §10): who is counted, of which products and over which period, under a name of the
 * company's own («АКБ кранов, год», «АКБ сервиса, месяц»). Several live side by side.
 */
export const namedBaseDocument = z.strictObject({
  name: displayName,
  method: methodReference,
  /** Products only; []: all of them. */
  products: sliceDocument
    .refine((slice) => slice.every(({ dimension }) => kindOf(dimension) === 'product'), {
      error: 'productsOnly',
    })
    .default([]),
  period: basePeriodDocument,
  unit: z.enum(countUnits),
});
export type NamedBaseDocument = z.infer<typeof namedBaseDocument>;

export interface NamedBase extends NamedBaseDocument {
  readonly id: number;
}
