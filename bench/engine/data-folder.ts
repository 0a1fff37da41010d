import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mainMethod } from '../../src/domain/method.ts';
import { keepOf } from '../../src/services/activity/kept/keep-of.ts';
import { recover } from '../../src/services/intake/import/recover.ts';
import { buildGeneration } from '../../src/services/ledger/build-generation.ts';
import { ledgerSpan, markFinished, writeCommit } from '../../src/services/ledger/commit.ts';
import { currentVersion, type DataVersion } from '../../src/services/ledger/data-version.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { prepareWarehouseSchema, schemaVersion } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import { measured, type Usage } from '../child-process.ts';
import { type Company, companyOf, dimensionsOf, monthNumber } from './company.ts';
import { writeRecords } from './company-records.ts';
import { prepareCustomers, wholeMonth, writeLines } from './journal.ts';

/** Another journal or other records: what is cached is of no use. */
const generatorVersion = 2;

export interface EngineData {
  readonly company: Company;
  readonly stores: Stores;
  readonly version: DataVersion;
  close(): Promise<void>;
}

/** Kept from run to run; other files that belong to the same journal may lie in it too. */
export const folderOf = (cache: string, lines: number, schema: number = schemaVersion): string =>
  join(cache, `${lines}-${generatorVersion}-${schema}`);

export async function openData(folder: string, lines: number): Promise<EngineData> {
  const dataDir = join(folder, 'data');
  const intakeFolder = join(dataDir, 'intake');
  await mkdir(intakeFolder, { recursive: true });
  const records = await openRecords({ dataDir });
  // Hand-written questions over raw lines may take longer than a user would wait.
  const warehouse = await openWarehouse({ dataDir, limits: { readSeconds: 3600 } });
  const stores = { records, warehouse, intakeFolder };
  await prepareWarehouseSchema(warehouse);
  await recover(stores);
  return {
    company: companyOf(lines),
    stores,
    version: await currentVersion(records),
    close: async () => {
      await warehouse.close();
      await records.close();
    },
  };
}

/** What deriving everything took. */
export interface Build extends Usage {
  /** Of it answers kept ready. */
  readonly keptSeconds: number;
}

export interface DataRequest {
  readonly folder: string;
  readonly lines: number;
  /** Take the derived tables of an earlier run as they are. */
  readonly keepDerived: boolean;
}

/**
 * Sees to a data folder with the company in it. The journal is written once for a size; everything that follows from
 * it is derived anew, for the program may derive it otherwise today. Returns what that took, or null.
 */
export async function prepareData({ folder, lines, keepDerived }: DataRequest): Promise<Build | null> {
  const written = join(folder, 'journal-is-written');
  const isWritten = (await stat(written).catch(() => null)) !== null;
  if (!isWritten) await rm(folder, { recursive: true, force: true });
  const { stores, company, version, close } = await openData(folder, lines);
  try {
    if (!isWritten) {
      await writeRecords(stores.records, company);
      await prepareCustomers(stores.warehouse, company);
      for (const month of company.months.keys())
        await writeLines(stores.warehouse, company, wholeMonth(company, month));
      await writeFile(written, '');
    }
    if (keepDerived && version.version > 0) return null;
    await dropDerived(stores);
    const { usage, result: keptSeconds } = await measured(() => derive(stores, company));
    await merged(stores);
    return { ...usage, keptSeconds };
  } finally {
    await close();
  }
}

/** What imports write; every other table follows from it. */
const truth = ['journal', 'document', 'superseded'];

async function dropDerived({ records, warehouse }: Stores): Promise<void> {
  await records.db.deleteFrom('commit').execute();
  const derived = await warehouse.rows<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase()
     AND name NOT IN (${truth.map((name) => `'${name}'`).join(', ')})`,
  );
  for (const { name } of derived) await warehouse.run(`TRUNCATE TABLE ${name}`);
}

/**
 * As one import of all months would: dimensions, who is responsible, the ledger; then answers kept ready. Returns the
 * seconds that these took.
 */
async function derive(stores: Stores, company: Company): Promise<number> {
  const generation = 1;
  const applied = company.months.map((_, month) => month + 1);
  const build = {
    before: await currentVersion(stores.records),
    generation,
    applied,
    changes: dimensionsOf(company),
    months: company.months.map(monthNumber),
  };
  const months = await buildGeneration(stores.warehouse, build, () => undefined);
  const span = await ledgerSpan(stores, Object.fromEntries(months.map((ym) => [String(ym), generation])));
  const version = { version: 1, applied, dimensions: generation, ...span };
  const importId = applied.at(-1) ?? null;
  await writeCommit(stores, { kind: 'import', importId, version }, async () => undefined);
  await markFinished(stores, version.version);
  const start = performance.now();
  await keepOf(stores.warehouse, version, mainMethod);
  return (performance.now() - start) / 1000;
}

/** Merges in the background would be measured with the first questions. */
async function merged({ warehouse }: Stores): Promise<void> {
  const merging = async (): Promise<boolean> =>
    (await warehouse.rows('SELECT 1 FROM system.merges LIMIT 1')).length > 0;
  while (await merging()) await pause(200);
}
