import { withImporterLock } from '../../../stores/importer-lock.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { MonthEffect } from '../../activity/month-bases.ts';
import { dropOldGenerations, markFinished, writeCommit } from '../../ledger/commit.ts';
import type { Progress } from '../import-summary.ts';
import { writeLinks } from '../resolve/link-parties.ts';
import { writeStates } from '../resolve/show-units.ts';
import { tellTurn } from './tell-turn.ts';
import { withoutImport } from './without-import.ts';

export interface Undone {
  readonly dataVersion: number;
  readonly effect: readonly MonthEffect[];
}

/**
 * Takes an import back, whatever came later. The new state is the one that replaying the other applied imports in
 * their order gives: the months are rebuilt from the journal without it, and units are what the others say of them.
 * Throws `Refusal` (`importUnknown`, `importNotApplied`).
 */
export function undoImport(
  stores: Stores,
  importId: number,
  onProgress: (progress: Progress) => void,
): Promise<Undone> {
  return withImporterLock(stores.records, () => undo(stores, importId, onProgress), {
    onWait: tellTurn(onProgress),
  });
}

async function undo(
  stores: Stores,
  importId: number,
  onProgress: (progress: Progress) => void,
): Promise<Undone> {
  const { after, effect, parties, points, products, links } = await withoutImport(
    stores,
    importId,
    onProgress,
  );
  await writeCommit(stores, { kind: 'undo', importId, version: after }, async (tx) => {
    await tx
      .updateTable('import')
      .set({ status: 'undone', undone_at: new Date().toISOString() })
      .where('id', '=', importId)
      .execute();
  });
  await writeLinks(stores, links);
  await writeStates(stores, 'party', parties);
  await writeStates(stores, 'point', points);
  await writeStates(stores, 'product', products);
  await markFinished(stores, after.version);
  await dropOldGenerations(stores);
  return { dataVersion: after.version, effect };
}
