import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../domain/problem.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { type MonthChecksums, monthChecksums, unlikeMonths } from '../../services/ledger/month-checksums.ts';
import { migrate } from '../../stores/records/migrate.ts';
import { type Migration, migrations } from '../../stores/records/migrations/index.ts';
import type { Stores } from '../../stores/stores.ts';
import { schemaSteps, schemaVersion } from '../../stores/warehouse/schema.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { codeOf } from './backup-folder.ts';
import { backupTo } from './backup-to.ts';
import { type Installation, readInstallation, writeInstallation } from './installation.ts';
import { productVersion } from './product-version.ts';

/** A step of the warehouse's schema from the version before to `version`. Safe to repeat: there are no transactions. */
export interface WarehouseStep {
  readonly version: number;
  up(warehouse: Warehouse): Promise<void>;
}

/** What a program knows of the schemas. */
export interface Program {
  readonly version: string;
  readonly records: readonly Migration[];
  readonly warehouse: { readonly version: number; readonly steps: readonly WarehouseStep[] };
}

export async function thisProgram(): Promise<Program> {
  const warehouse = { version: schemaVersion, steps: schemaSteps };
  return { version: await productVersion(), records: migrations, warehouse };
}

/** Stores that somebody opened, with everything that has to be given back. */
export interface OpenedStores extends Stores {
  close(): Promise<void>;
}

/**
 * Opens an installation for a program. A folder of an older schema is backed up into `backups/before-<version>` first,
 * then migrated, then compared month by month with what it was; one of a newer schema is refused. Throws `Refusal`
 * (`dataNewerThanProgram`, `upgradeFailed`, `upgradeUnlike`, those of `backupTo`, those of `open`); the folder keeps
 * saying that it is old then, so that no program takes it for whole.
 */
export async function openForThisVersion<Opened extends OpenedStores>(
  dataDir: string,
  /** Opens both stores, the records at the schema that the steps lead to. */
  open: (steps: readonly Migration[]) => Promise<Opened>,
  program: Program,
): Promise<Opened> {
  const before = await readInstallation(dataDir);
  const now: Installation = {
    product: program.version,
    recordsSchema: program.records.length,
    warehouseSchema: program.warehouse.version,
  };
  if (before !== undefined) refuseNewer(dataDir, before, now);
  const older =
    before !== undefined &&
    (before.recordsSchema < now.recordsSchema || before.warehouseSchema < now.warehouseSchema);
  const stores = await open(older ? program.records.slice(0, before.recordsSchema) : program.records);
  try {
    if (older) await upgrade(dataDir, stores, before, program);
    if (JSON.stringify(before) !== JSON.stringify(now)) await writeInstallation(dataDir, now);
    return stores;
  } catch (error) {
    await stores.close();
    throw error;
  }
}

function refuseNewer(dataDir: string, found: Installation, known: Installation): void {
  if (found.recordsSchema <= known.recordsSchema && found.warehouseSchema <= known.warehouseSchema) return;
  throw new Refusal({
    code: 'dataNewerThanProgram',
    params: { folder: dataDir, found: found.product, own: known.product },
  });
}

async function upgrade(
  dataDir: string,
  stores: Stores,
  before: Installation,
  program: Program,
): Promise<void> {
  const expected = await checksumsOf(stores);
  const name = freeName(join(dataDir, 'backups', `before-${program.version}`));
  const { folder } = await backupTo(stores, name, undefined, before.warehouseSchema);
  const params = { folder: dataDir, backup: folder, from: before.product, to: program.version };
  let unlike: string[];
  try {
    for (const step of program.warehouse.steps) {
      if (step.version > before.warehouseSchema) await step.up(stores.warehouse);
    }
    await migrate(stores.records.db, program.records);
    unlike = unlikeMonths(expected, await checksumsOf(stores));
  } catch (error) {
    // The code alone: an engine's own words may hold values of the data.
    throw new Refusal({ code: 'upgradeFailed', params: { ...params, reason: codeOf(error) } });
  }
  if (unlike.length > 0) {
    const months = unlike.slice(0, 12).join(', ');
    throw new Refusal({ code: 'upgradeUnlike', params: { ...params, months, count: unlike.length } });
  }
}

const checksumsOf = async ({ records, warehouse }: Stores): Promise<MonthChecksums> =>
  await monthChecksums(warehouse, await currentVersion(records));

/** An upgrade that failed before has left its backup: another one stands beside it. */
function freeName(folder: string): string {
  if (!existsSync(folder)) return folder;
  let number = 2;
  while (existsSync(`${folder}-${number}`)) number += 1;
  return `${folder}-${number}`;
}
