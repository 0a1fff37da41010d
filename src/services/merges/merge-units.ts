import { Refusal } from '../../domain/problem.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MonthEffect } from '../activity/month-bases.ts';
import { write } from '../customers/write-edit.ts';
import { standingMerges } from '../intake/resolve/standing-merges.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { dropGeneration, dropOldGenerations, writeCommit } from '../ledger/commit.ts';
import { currentVersion } from '../ledger/data-version.ts';
import { type AskedMerge, type PlannedMerge, planMerges } from './plan-merges.ts';
import { withMerges } from './with-merges.ts';

export interface Merged {
  /** Numbers of the merges: by these they are withdrawn. */
  readonly merges: readonly number[];
  readonly dataVersion: number;
  /** АКБ of the months that have changed. */
  readonly effect: readonly MonthEffect[];
}

/** More would hold the records up when they are committed. */
export const mostMerges = 500;

/**
 * Makes one unit of two, and so on: a new version of the data, one commit. Waits for an import that is under way.
 * @throws Refusal `mergeTooMany`, `customerUnknown`, `mergeOfOne`, `mergeGroupWithEntity`, `mergePointsApart`,
 *   `mergeStale`, `customerFieldElsewhere`, `customerEditChanged`; then nothing has changed
 */
export function mergeUnits(
  stores: Stores,
  asked: readonly AskedMerge[],
  user: number | null,
): Promise<Merged> {
  refuseMany(asked);
  return withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const planned = await planMerges(stores, before, asked);
    if (planned.length === 0) return { merges: [], dataVersion: before.version, effect: [] };
    const first = await reserveIds(stores, 'merge', planned.length);
    const merges = numbered(planned, first);
    const stated = planned.flatMap(({ changes }) => changes);
    const standing = await standingMerges(stores);
    const { after, effect } = await withMerges(stores, before, [...standing, ...merges], stated);
    await writeCommit(stores, { kind: 'merge', importId: null, version: after }, async (tx) => {
      const merged_at = new Date().toISOString();
      for (const [index, { unit, merge, changes, marks }] of planned.entries()) {
        const edit = await write(tx, {
          ...{ unit, id: merge.survivor, user, undoes: null, changes: [...marks, ...changes] },
          // The first one's marks are edits themselves.
          ...(index === 0 && { seen: seenOf(planned) }),
        });
        await tx
          .insertInto('unit_merge')
          .values({ ...merge, id: first + index, user_id: user, merged_at, edit })
          .execute();
      }
      await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
    });
    await dropOldGenerations(stores);
    return { merges: merges.map(({ id }) => id), dataVersion: after.version, effect };
  });
}

/** АКБ of the months that merges would change; nothing is changed. @throws Refusal as `mergeUnits` */
export function previewMerges(
  stores: Stores,
  asked: readonly AskedMerge[],
  signal?: AbortSignal,
): Promise<readonly MonthEffect[]> {
  refuseMany(asked);
  const look = async (): Promise<readonly MonthEffect[]> => {
    const before = await currentVersion(stores.records);
    const planned = await planMerges(stores, before, asked);
    const standing = await standingMerges(stores);
    const merges = numbered(planned, (standing.at(-1)?.id ?? 0) + 1);
    const stated = planned.flatMap(({ changes }) => changes);
    const { after, effect } = await withMerges(stores, before, [...standing, ...merges], stated);
    await dropGeneration(stores, after.dimensions);
    return effect;
  };
  return withImporterLock(stores.records, look, { signal });
}

function refuseMany(asked: readonly AskedMerge[]): void {
  if (asked.length > mostMerges) throw new Refusal({ code: 'mergeTooMany', params: { most: mostMerges } });
}

const numbered = (planned: readonly PlannedMerge[], first: number) =>
  planned.map(({ merge }, index) => ({ ...merge, id: first + index }));

/** Edits are numbered across all customers: the last one of all says that there was none since. */
const seenOf = (planned: readonly PlannedMerge[]) => {
  const seen = planned.flatMap((one) => one.seen);
  return {
    targets: seen.flatMap(({ targets }) => targets),
    version: Math.max(...seen.map(({ version }) => version)),
  };
};
