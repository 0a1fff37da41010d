import type { DataVersion } from './data-version.ts';

/** Where a version keeps what cards say (dimensions) and what lines show (months). */
export type AssignmentSources = Pick<DataVersion, 'dimensions' | 'months'>;
