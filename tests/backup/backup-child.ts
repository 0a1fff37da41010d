import process from 'node:process';
import { openRecords } from '../../src/stores/records/records.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';

/** What the process says at its end. */
export interface BackupReport {
  /** Reports of progress. */
  readonly reports: number;
  /** Bytes that the process grew by at its largest. */
  readonly growth: number;
}

// A process that backs up and stops at the given report of progress, so that it can be killed just there.
const [dataDir = '', folder = '', stopAt = ''] = process.argv.slice(2);
const records = await openRecords({ dataDir });
const warehouse = await openWarehouse({ dataDir });
const before = process.memoryUsage.rss();
let reports = 0;
await backupTo({ records, warehouse, intakeFolder: '' }, folder, () => {
  reports += 1;
  if (reports !== Number(stopAt)) return;
  process.send?.('stopped');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
const growth = process.resourceUsage().maxRSS * 1024 - before;
process.send?.({ reports, growth } satisfies BackupReport);
await warehouse.close();
await records.close();
process.disconnect?.();
