import { schemeNumber } from '../../domain/integrity/scheme.ts';
import { findSignals } from '../../services/integrity/find-signals.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { onceAtATime } from '../../stores/once-at-a-time.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { refreshCandidates } from '../duplicates/read.ts';

/**
 * Finds the signals of the data anew, unless they were found since the last change that they depend on. What is edited on
 * cards by hand waits for the next one. Safe to repeat and to break off.
 */
export const refreshSignals = onceAtATime(refresh);

async function refresh(stores: Stores): Promise<void> {
  const { db } = stores.records;
  const state = await db.selectFrom('integrity_signal_state').select('version').executeTakeFirst();
  const changed = await db
    .selectFrom('commit')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('kind', '!=', 'edit')
    .executeTakeFirst();
  if (state !== undefined && state.version >= (changed?.last ?? 0)) return;
  const version = await currentVersion(stores.records);
  await refreshCandidates(stores);
  const found = await findSignals(stores, version);
  await stores.records.transaction(async (tx) => {
    await tx.deleteFrom('integrity_signal').execute();
    await insertMany(
      tx,
      'integrity_signal',
      [
        { name: 'scheme', pgType: 'int2' },
        { name: 'rep', pgType: 'int4' },
        { name: 'month', pgType: 'text' },
        { name: 'told', pgType: 'jsonb' },
        { name: 'rows', pgType: 'jsonb' },
      ],
      found.map(({ scheme, rep, month, told, rows }) => [schemeNumber[scheme], rep, month, told, rows]),
    );
    const next = { version: version.version };
    await tx
      .insertInto('integrity_signal_state')
      .values(next)
      .onConflict((conflict) => conflict.column('single').doUpdateSet(next))
      .execute();
  });
}
