import type { Stores } from '../../stores/stores.ts';
import { checkKeys, checkOwners, checkSecrets } from './access-checks.ts';
import {
  checkBasis,
  checkCommit,
  checkHandGrounds,
  checkLedger,
  checkOrphans,
  checkStaging,
} from './data-checks.ts';
import { checkDurability, checkRecords, checkSchemas, checkWarehouse } from './engine-checks.ts';
import type { DoctorConfig, Finding } from './finding.ts';
import { checkBackup, checkDataFolder, checkDisk, checkNode, checkThreads } from './machine-checks.ts';
import { checkPersonalData } from './personal-data.ts';
import { checkTrail } from './trail-check.ts';

/** `check` is the key of its name among the messages, `doctor.<check>`. */
export interface DoctorCheck extends Finding {
  readonly check: string;
}

const checks: Readonly<Record<string, (stores: Stores, config: DoctorConfig) => Finding | Promise<Finding>>> =
  {
    node: () => checkNode(),
    threads: ({ warehouse }) => checkThreads(warehouse.kind),
    dataFolder: (_stores, config) => checkDataFolder(config),
    disk: checkDisk,
    warehouse: checkWarehouse,
    records: checkRecords,
    durability: checkDurability,
    schemas: checkSchemas,
    orphans: checkOrphans,
    staging: checkStaging,
    ledger: checkLedger,
    commit: checkCommit,
    personalData: checkPersonalData,
    backup: checkBackup,
    basis: checkBasis,
    handGrounds: checkHandGrounds,
    trail: checkTrail,
    secrets: (_stores, config) => checkSecrets(config),
    owners: checkOwners,
    keys: checkKeys,
  };

/** Examines an installation and changes nothing. A check that cannot be made is a finding as well. */
export async function doctor(stores: Stores, config: DoctorConfig): Promise<DoctorCheck[]> {
  const found: DoctorCheck[] = [];
  for (const [check, examine] of Object.entries(checks)) {
    try {
      found.push({ check, ...(await examine(stores, config)) });
    } catch (error) {
      // The code alone: an engine's own words may hold values of the data.
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      found.push({ check, ok: false, problem: { code: 'checkFailed', params: { reason } } });
    }
  }
  return found;
}
