import { createReadStream } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { Progress } from '../../services/intake/import-summary.ts';
import { forgetUnits } from '../../services/intake/resolve/show-units.ts';
import { buildAssignments } from '../../services/ledger/assignments.ts';
import { readMonths } from '../../services/ledger/build-generation.ts';
import { buildMonths } from '../../services/ledger/build-months.ts';
import { ledgerSpan, markFinished, writeCommit } from '../../services/ledger/commit.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import { linesOfMonths } from '../../services/ledger/lines-of-months.ts';
import { monthChecksums, unlikeMonths } from '../../services/ledger/month-checksums.ts';
import { buildOrganisation } from '../../services/ledger/organisation.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import { linesOf } from '../../stores/records/copy-text.ts';
import { copyIn, withoutForeignKeys } from '../../stores/records/table-copy.ts';
import { listTables, writeSequences } from '../../stores/records/table-list.ts';
import type { Stores } from '../../stores/stores.ts';
import { schemaVersion } from '../../stores/warehouse/schema.ts';
import { destroyedKeysBeside, makeRoom, trailTables } from '../audit/read.ts';
import { refuseWildcards } from './backup-to.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { productVersion } from './product-version.ts';
import { verifyFiles } from './verify-files.ts';

/** What a restore fills, and takes away again when it fails. */
const warehouseTables = [
  'journal',
  'document',
  'superseded',
  'ledger',
  'dim_point',
  'dim_party',
  'dim_product',
  'journal_parent',
  'month_assignment',
  'month_parent',
  'dim_stated',
  'dim_parent',
  'dim_assignment',
];

/** Tables that come filled with every installation: a backup's rows replace theirs. */
const reference = ['method', 'kept_method', 'place'];

type OnProgress = (progress: Progress) => void;

/**
 * Builds an installation from a backup, on whatever pair of engines. The files are checked before anything is written;
 * nothing is visible before the one transaction of the records, and that comes after the months, built anew from the
 * journal, have turned out to be those of the backup.
 *
 * Throws `Refusal` and leaves the installation empty: those of `readManifest` and `verifyFiles`, `backupOtherSchema`,
 * `backupFolderName`, `restoreNotEmpty`, `restoreUnlike`.
 */
export async function restoreFrom(
  folder: string,
  stores: Stores,
  onProgress: OnProgress = () => undefined,
): Promise<{ dataVersion: number }> {
  const source = resolve(folder);
  refuseWildcards(stores, source);
  const manifest = await readManifest(source);
  await verifyFiles(source, manifest, (done, total) =>
    onProgress({ stage: 'read', done, total, unit: 'bytes' }),
  );
  return await withImporterLock(stores.records, async () => {
    await refuseOtherSchema(stores, manifest);
    await refuseNonEmpty(stores);
    try {
      await loadWarehouse(stores, source, manifest, onProgress);
      const version = await buildLedger(stores, manifest, onProgress);
      await loadRecords(stores, source, manifest, version, onProgress);
      return { dataVersion: version.version };
    } catch (error) {
      await Promise.allSettled(
        warehouseTables.map((table) => stores.warehouse.run(`TRUNCATE TABLE ${table}`)),
      );
      throw error;
    }
  });
}

async function refuseOtherSchema({ records }: Stores, { schemas, product }: Manifest): Promise<void> {
  const row = await records.db
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  if (schemas.records === row?.version && schemas.warehouse === schemaVersion) return;
  throw new Refusal({ code: 'backupOtherSchema', params: { product, own: await productVersion() } });
}

async function refuseNonEmpty({ records, warehouse }: Stores): Promise<void> {
  for (const { name } of await listTables(records.db)) {
    if (reference.includes(name) || trailTables.includes(name)) continue;
    const { rows } = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(records.db);
    if (rows.length > 0) throw new Refusal({ code: 'restoreNotEmpty', params: { table: name } });
  }
  for (const table of warehouseTables) {
    const rows = await warehouse.rows(`SELECT 1 AS row FROM ${table} LIMIT 1`);
    if (rows.length > 0) throw new Refusal({ code: 'restoreNotEmpty', params: { table } });
  }
}

async function loadWarehouse(
  { warehouse }: Stores,
  folder: string,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const total = manifest.warehouse.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { table, path, rows } of manifest.warehouse) {
    await warehouse.readParquet(table, join(folder, path));
    done += rows;
    onProgress({ stage: 'journal', done, total, unit: 'rows' });
  }
}

/** Lines of the months that are built together: enough to be fast, few enough for any machine. */
const LINES_AT_ONCE = 3_000_000;

async function buildLedger(stores: Stores, manifest: Manifest, onProgress: OnProgress): Promise<DataVersion> {
  const { warehouse } = stores;
  const { generation } = manifest;
  const { applied, months: expected } = manifest.version;
  // From the journal, not from the manifest: a month that the backup should not have is found too.
  const found = await warehouse.rows<{ ym: number; count: string }>(
    'SELECT toYYYYMM(date) AS ym, count() AS count FROM journal GROUP BY ym ORDER BY ym',
  );
  const months = Object.fromEntries(found.map(({ ym }) => [String(ym), generation]));
  const steps = stepsOf(found).map((step) => ({ generation, months: step, dimensions: generation }));
  for (const step of steps)
    await readMonths(warehouse, step, await linesOfMonths(warehouse, applied, step.months));
  await buildOrganisation(warehouse, { dimensions: generation, months, applied });
  await buildAssignments(warehouse, { dimensions: 0, months: {} }, { dimensions: generation, months });
  let done = 0;
  for (const step of steps) {
    await buildMonths(warehouse, step, await linesOfMonths(warehouse, applied, step.months));
    done += step.months.length;
    onProgress({ stage: 'ledger', done, total: found.length, unit: 'months' });
  }
  const span = await ledgerSpan(stores, months);
  const version: DataVersion = {
    version: manifest.version.version + 1,
    applied,
    dimensions: generation,
    ...span,
  };
  const unlike = unlikeMonths(expected, await monthChecksums(warehouse, version));
  if (unlike.length > 0) {
    throw new Refusal({
      code: 'restoreUnlike',
      params: { months: unlike.slice(0, 12).join(', '), count: unlike.length },
    });
  }
  return version;
}

function stepsOf(months: readonly { readonly ym: number; readonly count: string }[]): number[][] {
  const steps: number[][] = [];
  let lines = LINES_AT_ONCE;
  for (const { ym, count } of months) {
    if (lines >= LINES_AT_ONCE) {
      steps.push([]);
      lines = 0;
    }
    steps.at(-1)?.push(ym);
    lines += Number(count);
  }
  return steps;
}

/**
 * One transaction over everything, files included: an empty installation has nobody whom it could hold up, and either
 * all rows and the commit are there or none.
 */
async function loadRecords(
  stores: Stores,
  folder: string,
  manifest: Manifest,
  version: DataVersion,
  onProgress: OnProgress,
): Promise<void> {
  const total = manifest.records.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const destroyed = await destroyedKeysBeside(dirname(folder));
  await writeCommit(stores, { kind: 'restore', importId: null, version }, async (tx) => {
    const tables = new Map((await listTables(tx)).map((table) => [table.name, table]));
    await withoutForeignKeys(tx, async () => {
      for (const name of reference) await sql`DELETE FROM ${sql.table(name)}`.execute(tx);
      const fillTrail = await makeRoom(tx, destroyed);
      for (const { table: name, columns, path, rows } of manifest.records) {
        const table = tables.get(name);
        if (table === undefined) throw new Error(`The records have no table ${name}.`);
        const text = createReadStream(join(folder, path), { encoding: 'utf8', highWaterMark: 1024 ** 2 });
        const written = await copyIn(tx, table, columns, linesOf(text));
        if (written !== rows) throw new Error(`${path} holds ${written} of ${rows} rows.`);
        done += written;
        onProgress({ stage: 'journal', done, total, unit: 'rows' });
      }
      await fillTrail();
    });
    await writeSequences(tx, manifest.sequences);
    await settle(stores, tx, version);
  });
}

/** What the running original knew and the copy has to be told. */
async function settle(stores: Stores, tx: RecordsExecutor, version: DataVersion): Promise<void> {
  const inside: Stores = { ...stores, records: { ...stores.records, db: tx } };
  const interrupted = await tx
    .selectFrom('import')
    .select('id')
    .where('status', 'in', ['preparing', 'prepared'])
    .execute();
  // Their lines are not in the backup.
  for (const { id } of interrupted) await forgetUnits(inside, id);
  await tx
    .updateTable('import')
    .set({ status: 'cancelled' })
    .where('status', 'in', ['preparing', 'prepared'])
    .execute();
  await tx
    .insertInto('id_counter')
    .values({ space: 'generation', last: version.dimensions })
    .onConflict((conflict) => conflict.column('space').doUpdateSet({ last: version.dimensions }))
    .execute();
  await markFinished(inside, version.version);
}
