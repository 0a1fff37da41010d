import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recover } from '../../src/services/intake/import/recover.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { prepareWarehouseSchema } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import { demoCompany, makeDemo } from '../../src/use-cases/demo/make-demo.ts';
import type { DemoCase } from '../../src/use-cases/demo/script.ts';

/** A demo company of which it is known what was planted in it. */
export interface PlantedCompany {
  readonly seed: number;
  readonly lines: number;
  /** Part of a rep's monthly buyers that each case adds; 0: nothing is planted. */
  readonly inflation: number;
  readonly monthEndPeaks: boolean;
}

export interface OpenedCompany {
  readonly stores: Stores;
  readonly cases: readonly DemoCase[];
  close(): Promise<void>;
}

const until = '2026-10-31';

/** Imports the company into an empty folder. */
export async function importCompany(dataDir: string, company: PlantedCompany): Promise<OpenedCompany> {
  await mkdir(dataDir, { recursive: true });
  const opened = await openStores(dataDir);
  const folder = join(dataDir, 'demo');
  const demo = demoCompany({ ...company, until, folder });
  await makeDemo(opened.stores, demo, () => undefined);
  const cases: DemoCase[] = JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8'));
  return { ...opened, cases };
}

async function openStores(dataDir: string): Promise<Omit<OpenedCompany, 'cases'>> {
  const records = await openRecords({ dataDir });
  const warehouse = await openWarehouse({ dataDir });
  const intakeFolder = join(dataDir, 'intake');
  await mkdir(intakeFolder, { recursive: true });
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
