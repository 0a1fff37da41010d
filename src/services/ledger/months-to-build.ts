export interface MonthsToBuild {
  readonly generation: number;
  /** `YYYYMM` */
  readonly months: readonly number[];
  /** Generation of the dimensions that holds the canonical units and the assignments. */
  readonly dimensions: number;
}
