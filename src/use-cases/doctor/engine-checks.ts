import { sql } from 'kysely';
import { migrations } from '../../stores/records/migrations/index.ts';
import type { Stores } from '../../stores/stores.ts';
import { schemaVersion } from '../../stores/warehouse/schema.ts';
import { readInstallation } from '../backup/read.ts';
import type { DoctorConfig, Finding } from './finding.ts';

export async function checkWarehouse({ warehouse }: Stores): Promise<Finding> {
  const [row] = await warehouse.rows<{ version: string }>('SELECT version() AS version');
  return { ok: true, detail: `ClickHouse ${row?.version} (${warehouse.kind})` };
}

export async function checkRecords({ records }: Stores): Promise<Finding> {
  const { rows } = await sql<{ version: string }>`
    SELECT current_setting('server_version') AS version`.execute(records.db);
  return { ok: true, detail: `PostgreSQL ${rows[0]?.version} (${records.kind})` };
}

/** Whether an acknowledged write of the records survives a power cut. */
export async function checkDurability({ records }: Stores): Promise<Finding> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pg_settings
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
    ORDER BY name`.execute(records.db);
  if (rows.length === 0) return { ok: true };
  const settings = rows.map(({ name }) => `${name} = off`).join(', ');
  return { ok: false, problem: { code: 'recordsNotDurable', params: { settings } } };
}

export async function checkSchemas({ records }: Stores, { dataDir }: DoctorConfig): Promise<Finding> {
  const applied = await records.db.selectFrom('schema_version').select('version').execute();
  const recordsSchema = Math.max(0, ...applied.map(({ version }) => version));
  const warehouseSchema = (await readInstallation(dataDir))?.warehouseSchema ?? schemaVersion;
  if (recordsSchema === migrations.length && warehouseSchema === schemaVersion) {
    return { ok: true, detail: `${recordsSchema}, ${warehouseSchema}` };
  }
  const found = `${recordsSchema}, ${warehouseSchema}`;
  const known = `${migrations.length}, ${schemaVersion}`;
  return { ok: false, problem: { code: 'schemasDiffer', params: { found, known } } };
}
