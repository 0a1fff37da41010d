import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '../../../stores/stores.ts';
import {
  dropOldGenerations,
  dropUncommittedJournal,
  dropUnfinishedBuilds,
  markFinished,
} from '../../ledger/commit.ts';
import { currentVersion } from '../../ledger/data-version.ts';
import { relinkParties, writeLinks } from '../resolve/link-parties.ts';
import { forgetUnits, showUnits, statesWithout, writeStates } from '../resolve/show-units.ts';

/**
 * At start: an import that a crash interrupted before its commit is rolled back, the follow-up work of the last commit
 * is finished (it is safe to repeat), and what no commit names is dropped.
 */
export async function recover(stores: Stores): Promise<void> {
  const { db } = stores.records;
  const interrupted = await db
    .selectFrom('import')
    .select('id')
    .where('status', 'in', ['preparing', 'prepared'])
    .execute();
  for (const { id } of interrupted) {
    await rm(join(stores.intakeFolder, String(id)), { recursive: true, force: true });
    await forgetUnits(stores, id);
    await db.updateTable('import').set({ status: 'cancelled' }).where('id', '=', id).execute();
  }
  await finishLastCommit(stores);
  await dropUncommittedJournal(stores);
  await dropOldGenerations(stores);
  await dropUnfinishedBuilds(stores);
  await dropExpiredSources(stores);
}

async function finishLastCommit(stores: Stores): Promise<void> {
  const last = await stores.records.db
    .selectFrom('commit')
    .select(['version', 'kind', 'import_id', 'finished'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.import_id === null || last.finished) return;
  const { applied } = await currentVersion(stores.records);
  if (last.kind === 'import')
    for (const level of ['party', 'point', 'product'] as const)
      await showUnits(stores, level, last.import_id);
  if (last.kind === 'undo') await finishUndo(stores, last.import_id, applied);
  await markFinished(stores, last.version);
}

async function finishUndo(stores: Stores, importId: number, applied: readonly number[]): Promise<void> {
  const parties = await statesWithout(stores, 'party', importId, applied);
  await writeLinks(stores, await relinkParties(stores, importId, applied, parties));
  await writeStates(stores, 'party', parties);
  for (const level of ['point', 'product'] as const)
    await writeStates(stores, level, await statesWithout(stores, level, importId, applied));
}

/** Source and rejected files are kept this long (they hold personal data). */
const KEEP_DAYS = 30;

async function dropExpiredSources(stores: Stores): Promise<void> {
  const kept = await stores.records.db
    .selectFrom('import')
    .select('id')
    .where('status', '=', 'applied')
    .where('started_at', '>', new Date(Date.now() - KEEP_DAYS * 86_400_000).toISOString())
    .execute();
  const keep = new Set(kept.map((row) => String(row.id)));
  for (const entry of await readdir(stores.intakeFolder))
    if (!keep.has(entry)) await rm(join(stores.intakeFolder, entry), { recursive: true, force: true });
}
