import type { Records } from './records/records.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** The two stores of an installation and the folder beside them. */
export interface Stores {
  readonly warehouse: Warehouse;
  readonly records: Records;
  /** Private folder for source files, canonical copies and rejected rows. */
  readonly intakeFolder: string;
}
