import type { Problem } from '../../../domain/problem.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { Ask, ImportOptions, Progress } from '../import-summary.ts';
import { rejectCodes } from '../stage/reject-codes.ts';
import { type StagedShipments, stageShipments } from '../stage/stage-shipments.ts';
import { decideFromAllValues, decidePlan } from './decide-plan.ts';
import type { OpenedFiles, OpenedTable } from './open-tables.ts';

export interface StagedTable {
  /** Among all opened tables. */
  readonly index: number;
  readonly opened: OpenedTable;
  readonly staged: StagedShipments;
}

export interface StagedTables {
  readonly shipments: readonly StagedTable[];
  readonly findings: readonly Problem[];
}

/**
 * Stages every table of shipments. Formats are read off the rows at hand first; when the pass over all rows meets a
 * value that does not fit them, they are decided anew from all values, and the table is staged again if they differ.
 */
export async function stageTables(
  stores: Stores,
  name: string,
  opened: OpenedFiles,
  options: ImportOptions,
  ask: Ask,
  today: IsoDate,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<StagedTables> {
  const shipments: StagedTable[] = [];
  const findings: Problem[] = [];
  for (const [index, one] of opened.tables.entries()) {
    signal?.throwIfAborted();
    if (one.recognition.kind !== 'shipments') continue;
    const progress = (rows: number): void =>
      onProgress({
        stage: 'stage',
        file: one.table.file,
        done: rows,
        total: one.table.rowCount,
        unit: 'rows',
      });
    let decided = await decidePlan(stores, one.table, one.recognition, options, ask);
    let staged = await stageShipments(stores, `${name}_t${index}`, decided.plan, today, progress);
    if (!decided.complete && (await doubtful(stores, staged))) {
      const again = await decideFromAllValues(stores, one.table, one.recognition, options, ask);
      if (JSON.stringify([...again.plan.formats]) !== JSON.stringify([...decided.plan.formats]))
        staged = await stageShipments(stores, `${name}_t${index}b`, again.plan, today, progress);
      decided = again;
    }
    findings.push(...decided.findings);
    shipments.push({ index, opened: one, staged });
  }
  return { shipments, findings };
}

async function doubtful(stores: Stores, staged: StagedShipments): Promise<boolean> {
  const { dateUnreadable, quantityUnreadable, amountUnreadable, priceUnreadable } = rejectCodes;
  const [row] = await stores.warehouse.rows<{ doubts: string }>(
    `SELECT countIf(doubt OR reject IN (${[dateUnreadable, quantityUnreadable, amountUnreadable, priceUnreadable].join(', ')})) AS doubts
     FROM ${staged.lines}`,
  );
  return row?.doubts !== '0';
}
