import { callSource } from './calls.ts';
import { documentSource } from './documents.ts';
import { editSource } from './edits.ts';
import { entrySource } from './entries.ts';
import { mergeSource } from './merges.ts';
import { ownerSource } from './owners.ts';
import type { TimelineSource } from './source.ts';
import { termsSource } from './terms.ts';

/** In the order in which things of one moment are shown. Their names stand in cursors. */
export const timelineSources: readonly (readonly [name: string, source: TimelineSource])[] = [
  ['entries', entrySource],
  ['edits', editSource],
  ['owners', ownerSource],
  ['terms', termsSource],
  ['merges', mergeSource],
  ['calls', callSource],
  ['documents', documentSource],
];
