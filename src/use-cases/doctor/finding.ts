import type { Problem } from '../../domain/problem.ts';

export interface DoctorConfig {
  readonly dataDir: string;
  /** Folders in which backups lie; default `backups` of the data folder. */
  readonly backups?: readonly string[];
  /** Milliseconds; default the clock's. */
  readonly now?: number;
}

/** What one check found. `detail` is the same in every language: versions, sizes, counts. */
export interface Finding {
  readonly ok: boolean;
  readonly problem?: Problem;
  readonly detail?: string;
}
