import type { IsoDate } from './units.ts';

/** A span of calendar days, both ends included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Canonical name: `2011-11`, `2011-Q4`, `2011-H2`, `2011`, `2011-09..2011-11`, `2011-11-01..2011-11-15`. */
  readonly label: string;
  readonly grain: 'month' | 'quarter' | 'halfYear' | 'year' | 'months' | 'days';
}
