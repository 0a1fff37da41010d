import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
const generatorVersion = 1;

export interface EngineData {
  readonly company: Company;
  readonly stores: Stores;
  readonly version: DataVersion;
  /** What deriving everything from the journal took; null where it was there from an earlier run. */
  readonly build: Usage | null;
  /** Beside the data folder, kept from run to run. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface DataRequest {
  readonly cache: string;
  readonly lines: number;
  /** Take the derived tables of an earlier run as they are. */
  readonly keepDerived: boolean;
  readonly say: (text: string) => void;
}

/**
 * A data folder with the company in it. The journal is written once for a size; everything that follows from it is
 * derived anew, for the program may derive it otherwise today.
 */
export async function openData({ cache, lines, keepDerived, say }: DataRequest): Promise<EngineData> {
  const company = companyOf(lines);
  const folder = join(cache, `engine-${lines}-${generatorVersion}-${schemaVersion}`);
  const written = join(folder, 'journal-is-written');
  const isWritten = (await stat(written).catch(() => null)) !== null;
  if (!isWritten) await rm(folder, { recursive: true, force: true });
  const { stores, close } = await openStores(join(folder, 'data'));
  if (!isWritten) {
    say(`writing a journal of ${lines} lines`);
    await writeRecords(stores.records, company);
    await prepareCustomers(stores.warehouse, company);
    for (const month of company.months.keys())
      await writeLines(stores.warehouse, company, wholeMonth(company, month));
    await writeFile(written, '');
  }
  let build: Usage | null = null;
  if (!keepDerived || (await currentVersion(stores.records)).version === 0) {
    say('deriving everything from the journal');
    build = await derive(stores, company);
  }
  return { company, stores, version: await currentVersion(stores.records), build, folder, close };
}

async function openStores(dataDir: string): Promise<{ stores: Stores; close(): Promise<void> }> {
  const intakeFolder = join(dataDir, 'intake');
  await mkdir(intakeFolder, { recursive: true });
  const records = await openRecords({ dataDir });
  // Hand-written questions over raw lines may take longer than a user would wait.
  const warehouse = await openWarehouse({ dataDir, limits: { readSeconds: 3600 } });
  const stores = { records, warehouse, intakeFolder };
  await prepareWarehouseSchema(warehouse);
  await recover(stores);
  return {
    stores,
    close: async () => {
      await warehouse.close();
      await records.close();
    },
  };
}

/** What imports write; every other table follows from it. */
const truth = ['journal', 'document', 'superseded'];

async function derive(stores: Stores, company: Company): Promise<Usage> {
  const { records, warehouse } = stores;
  await records.db.deleteFrom('commit').execute();
  const derived = await warehouse.rows<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase()
     AND name NOT IN (${truth.map((name) => `'${name}'`).join(', ')})`,
  );
  for (const { name } of derived) await warehouse.run(`TRUNCATE TABLE ${name}`);
  const changes = dimensionsOf(company);
  const before = await currentVersion(records);
  const generation = 1;
  const applied = company.months.map((_, month) => month + 1);
  const { usage } = await measured(async () => {
    const months = await buildGeneration(
      warehouse,
      { before, generation, applied, changes, months: company.months.map(monthNumber) },
      () => undefined,
    );
    const span = await ledgerSpan(stores, Object.fromEntries(months.map((ym) => [String(ym), generation])));
    await writeCommit(
      stores,
      {
        kind: 'import',
        importId: applied.at(-1) ?? null,
        version: { version: 1, applied, dimensions: generation, ...span },
      },
      async () => undefined,
    );
  });
  await markFinished(stores, 1);
  return usage;
}
