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
// Not the process's own high-water mark: opening the engines takes more than anything after it.
const before = process.memoryUsage.rss();
let peak = before;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
let reports = 0;
await backupTo({ records, warehouse, intakeFolder: '' }, folder, () => {
  reports += 1;
  if (reports !== Number(stopAt)) return;
  process.send?.('stopped');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
clearInterval(sampling);
process.send?.({ reports, growth: peak - before } satisfies BackupReport);
await warehouse.close();
await records.close();
process.disconnect?.();
