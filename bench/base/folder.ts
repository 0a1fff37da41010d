import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrations } from '../../src/stores/records/migrations/index.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import { prepareWarehouseSchema, schemaSteps, schemaVersion } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import { readInstallation, writeInstallation } from '../../src/use-cases/backup/installation.ts';
import { productVersion } from '../../src/use-cases/backup/product-version.ts';
import { folderOf } from '../engine/data-folder.ts';

/** Of a schema of the records each; kept from run to run. */
const cache = join(tmpdir(), 'akb-bench');

/**
 * Where the company of a size lies for the schemas of today. What an earlier program has filled takes a quarter of an hour to
 * fill anew, so it is brought up to them: by the steps of the product, without the backup that it would make first.
 */
export async function baseFolder(lines: number): Promise<string> {
  const folder = folderOf(join(cache, `base-${migrations.length}`), lines);
  if (existsSync(folder)) return folder;
  const older = await newestBefore(lines);
  if (older === null) return folder;
  await broughtUp(join(older, 'data'));
  await mkdir(dirname(folder), { recursive: true });
  await rename(older, folder);
  return folder;
}

async function newestBefore(lines: number): Promise<string | null> {
  const found: { folder: string; records: number; warehouse: number }[] = [];
  for (const of of await readdir(cache).catch(() => [])) {
    const records = Number(/^base-(\d+)$/.exec(of)?.[1] ?? Number.NaN);
    if (!(records <= migrations.length)) continue;
    for (const name of await readdir(join(cache, of))) {
      const folder = join(cache, of, name);
      const warehouse = Number(name.split('-').at(-1));
      const isSame = folder === folderOf(join(cache, of), lines, warehouse);
      if (isSame && warehouse <= schemaVersion) found.push({ folder, records, warehouse });
    }
  }
  return found.sort((a, b) => b.records - a.records || b.warehouse - a.warehouse)[0]?.folder ?? null;
}

async function broughtUp(dataDir: string): Promise<void> {
  const before = await readInstallation(dataDir);
  const records = await openRecords({ dataDir });
  await records.close();
  const warehouse = await openWarehouse({ dataDir });
  await prepareWarehouseSchema(warehouse);
  for (const step of schemaSteps) if (step.version > (before?.warehouseSchema ?? 0)) await step.up(warehouse);
  await warehouse.close();
  await writeInstallation(dataDir, {
    product: await productVersion(),
    recordsSchema: migrations.length,
    warehouseSchema: schemaVersion,
  });
}
