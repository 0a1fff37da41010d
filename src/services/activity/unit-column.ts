import type { CountUnit } from '../../domain/units.ts';

/** The column of the ledger, and of `dim_point`, that names a unit. */
export const unitColumn = {
  client: 'client',
  legalEntity: 'entity',
  deliveryPoint: 'point',
} as const satisfies Record<CountUnit, string>;
