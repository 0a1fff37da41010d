export interface MonthsToBuild {
  readonly generation: number;
  /** `YYYYMM` */
  readonly months: readonly number[];
  /** Applied imports, the new one included, in order of their commits. */
  readonly applied: readonly number[];
  /** Generation of the dimensions that holds the canonical units and the assignments. */
  readonly dimensions: number;
}
