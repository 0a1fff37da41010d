import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { Progress } from '../../services/intake/import-summary.ts';
import { monthChecksums } from '../../services/ledger/month-checksums.ts';
import type { Stores } from '../../stores/stores.ts';
import { schemaVersion } from '../../stores/warehouse/schema.ts';
import { codeOf, noSpace, openPartial, publish, refuseWithoutSpace } from './backup-folder.ts';
import { copyRecords } from './copy-records.ts';
import { copyWarehouse, warehouseBytes, warehouseEngine } from './copy-warehouse.ts';
import { manifestName, writeManifest } from './manifest.ts';
import { productVersion } from './product-version.ts';

export interface Backup {
  readonly folder: string;
  readonly bytes: number;
  /** The version of the data that it holds. */
  readonly dataVersion: number;
}

/**
 * Writes everything that an installation cannot do without into one new folder, at one committed version, while the
 * product runs: the records as COPY text, the journal and the dimensions as Parquet, and a manifest. The ledger is
 * left out, it is a function of these. Names and phones are in it: the folder is for its owner alone (0700).
 *
 * Throws `Refusal` (`backupFolderNotEmpty`, `backupFolderUnusable`, `backupFolderName`, `backupNoSpace`,
 * `backupUnfinished`); then, as after a crash, nothing is found under the folder's name.
 */
export async function backupTo(
  stores: Stores,
  folder: string,
  onProgress: (progress: Progress) => void = () => undefined,
  /** Differs from the program's while an older folder is being upgraded. */
  warehouseSchema: number = schemaVersion,
): Promise<Backup> {
  const target = resolve(folder);
  refuseWildcards(stores, target);
  const needed = await bytesNeeded(stores);
  const partial = await openPartial(target);
  try {
    await refuseWithoutSpace(target, needed);
    let rows = 0;
    const copied = await copyRecords(stores, partial, (more) => {
      rows += more;
      onProgress({ stage: 'journal', done: rows, unit: 'rows' });
    });
    let lines = 0;
    const warehouse = await copyWarehouse(stores, partial, copied, (more, total) => {
      lines += more;
      onProgress({ stage: 'journal', done: rows + lines, total: rows + total, unit: 'rows' });
    });
    const { version, applied } = copied.version;
    await writeManifest(partial, {
      product: await productVersion(),
      createdAt: new Date().toISOString(),
      engines: { records: copied.engine, warehouse: await warehouseEngine(stores) },
      schemas: { records: copied.schema, warehouse: warehouseSchema },
      version: {
        version,
        applied: [...applied],
        months: await monthChecksums(stores.warehouse, copied.version),
      },
      generation: copied.generation,
      sequences: [...copied.sequences],
      records: [...copied.files],
      warehouse,
    });
    const manifest = await stat(join(partial, manifestName));
    await publish(partial, target);
    const bytes = [...copied.files, ...warehouse].reduce((sum, file) => sum + file.bytes, manifest.size);
    return { folder: target, bytes, dataVersion: version };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw codeOf(error) === 'ENOSPC' ? await noSpace(target, needed) : error;
  }
}

/** The embedded warehouse takes these for wildcards in the name of a file. Throws `Refusal` (`backupFolderName`). */
export function refuseWildcards({ warehouse }: Stores, folder: string): void {
  if (warehouse.kind === 'server' || !/[*?{}[\]]/.test(folder)) return;
  throw new Refusal({ code: 'backupFolderName', params: { folder } });
}

const MIB = 1024 ** 2;

/** An upper estimate: text is longer than what the database packs, and Parquet about as long as the warehouse's own. */
async function bytesNeeded(stores: Stores): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    SELECT coalesce(sum(pg_table_size(oid)), 0)::text AS bytes FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'`.execute(stores.records.db);
  return 2 * Number(rows[0]?.bytes ?? 0) + 1.5 * (await warehouseBytes(stores)) + 16 * MIB;
}
