import type { Merge } from '../../domain/unit-merges.ts';
import type { Stores } from '../../stores/stores.ts';
import { type MonthEffect, monthEffects } from '../activity/month-bases.ts';
import { changedUnits, type StatedChange } from '../customers/write-edit.ts';
import { unitDimensions } from '../intake/resolve/unit-dimensions.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { nextSpan } from '../ledger/commit.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** The data as they are with these merges in force: built, but shown to nobody. */
export interface WithMerges {
  readonly after: DataVersion;
  readonly effect: readonly MonthEffect[];
}

/** Takes the importer lock for granted. */
export async function withMerges(
  stores: Stores,
  before: DataVersion,
  merges: readonly Merge[],
  stated: readonly StatedChange[],
): Promise<WithMerges> {
  const generation = await reserveIds(stores, 'generation', 1);
  const { applied } = before;
  const changes = await unitDimensions(stores, { ...(await changedUnits(stores, before, stated)), merges });
  const build = { before, generation, applied, changes, months: [] };
  const months = await buildGeneration(stores.warehouse, build, () => undefined);
  const span = await nextSpan(stores, before, { generation, months });
  const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
  return { after, effect: await monthEffects(stores, before, after, months) };
}
