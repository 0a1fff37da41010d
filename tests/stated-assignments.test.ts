import { expect, test } from 'vitest';
import { undoImport } from '../src/services/intake/import/undo-import.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { monthChecksums } from '../src/services/ledger/month-checksums.ts';
import { stateAssignment } from '../src/services/organisation/state-assignment.ts';
import { schemaSteps } from '../src/stores/warehouse/schema.ts';
import { isLongRun } from './budget.ts';
import { refusalOf, unseen } from './harness/application.ts';
import {
  type Installation,
  importShipments,
  newEmbeddedInstallation,
  newServerInstallation,
  prepareShipments,
} from './harness/installation.ts';

// What a statement leaves in both stores.

const sale = (date: string, code: string, rep = '') => ({
  ...{ date, document: `Д-${date}-${code}`, code, name: code, product: 'Молоко', amount: 100, rep },
});

async function withInstallation(made: Installation, use: (one: Installation) => Promise<void>) {
  try {
    await use(made);
  } finally {
    await made.remove();
  }
}

// The usual run does it on the embedded engines, the full one on servers too.
const engines = [
  ['the embedded engines', newEmbeddedInstallation],
  ...(isLongRun ? [['servers', newServerInstallation] as const] : []),
] as const;

test.for(engines)(
  'on %s a statement is one commit',
  { timeout: 300_000 },
  async ([_what, make], { skip }) => {
    const made = await make();
    if (made === undefined) return skip('PostgreSQL does not run here');
    await withInstallation(made, async ({ stores, dataDir }) => {
      const { db } = stores.records;
      await importShipments({ stores, dataDir }, [
        sale('10.09.2026', 'А', 'Петров'),
        sale('11.10.2026', 'А'),
      ]);
      const version = await currentVersion(stores.records);
      const september = (await monthChecksums(stores.warehouse, version))['202609'];
      const prepared = await prepareShipments({ stores, dataDir }, [sale('12.10.2026', 'Б')]);
      // Units of a statement that was interrupted.
      await db.insertInto('assignment_unit').values({ assignment: 900, unit: 1 }).execute();

      const words = {
        about: 'client',
        ids: [1, 1],
        kind: 'rep',
        member: 'nobody',
        from: '2026-10-01',
      } as const;
      const stated = await stateAssignment(stores, { ...words, to: '2026-10-31' }, unseen);
      expect(stated.dataVersion).toBe(version.version + 1);
      const after = await currentVersion(stores.records);
      expect(after.months).toEqual({ ...version.months, '202610': after.dimensions });
      expect((await monthChecksums(stores.warehouse, after))['202609']).toEqual(september);
      const commit = db
        .selectFrom('commit')
        .select(['kind', 'import_id', 'finished'])
        .orderBy('version', 'desc');
      expect(await commit.executeTakeFirst()).toEqual({
        kind: 'assignment',
        import_id: null,
        finished: true,
      });
      expect(await db.selectFrom('assignment_unit').selectAll().execute()).toEqual([
        { assignment: 1, unit: 1 },
      ]);
      expect(await db.selectFrom('assignment').selectAll().execute()).toMatchObject([
        { id: 1, level: 'client', kind: 'rep', member: 0, since: '2026-10-01', until: '2026-10-31' },
      ]);

      expect(await refusalOf(prepared.apply())).toMatchObject([{ code: 'importStale' }]);
      await prepared.cancel();
      await undoImport(stores, 1, unseen);
      expect(await refusalOf(stateAssignment(stores, words, unseen))).toMatchObject([
        { code: 'assignmentUnitsUnknown' },
      ]);
      expect(await db.selectFrom('assignment').select('id').execute()).toHaveLength(1);
    });
  },
);

test('a warehouse of an earlier version gets the columns of this one, once', async () => {
  await withInstallation(await newEmbeddedInstallation(), async ({ stores: { warehouse } }) => {
    await warehouse.run('ALTER TABLE dim_assignment DROP COLUMN point');
    await warehouse.run(`ALTER TABLE dim_point DROP COLUMN card_kind, DROP COLUMN card_since, DROP COLUMN card_member,
      DROP COLUMN past_of, DROP COLUMN past_since, DROP COLUMN past_member`);
    const columns = () =>
      warehouse.rows(`SELECT table, name, type, position FROM system.columns
        WHERE database = currentDatabase() AND table IN ('dim_assignment', 'dim_point') ORDER BY table, position`);
    for (const round of [1, 2]) {
      for (const step of schemaSteps) await step.up(warehouse);
      expect(await columns(), `round ${round}`).toContainEqual(
        expect.objectContaining({ table: 'dim_assignment', name: 'point', position: '4' }),
      );
    }
    expect(await columns()).toHaveLength(6 + 17);
  });
});
