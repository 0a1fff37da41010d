import type { Stores } from '../../../stores/stores.ts';
import type { TableSummary } from '../import-summary.ts';
import { firstSetAside } from '../stage/reject-codes.ts';
import type { Companions } from './companions.ts';
import type { JournalOfImport } from './journal-of-import.ts';
import type { OpenedFiles, OpenedTable } from './open-tables.ts';
import type { StagedTables } from './stage-tables.ts';

/** Where every data row of every table went: loaded, unchanged, rejected or set aside. */
export async function tableSummaries(
  stores: Stores,
  opened: OpenedFiles,
  staged: StagedTables,
  journal: JournalOfImport,
  documents: string,
  companions: Companions,
): Promise<TableSummary[]> {
  const summaries: TableSummary[] = [];
  for (const one of opened.tables) {
    const index = staged.shipments.findIndex((table) => table.opened === one);
    const counts =
      index >= 0
        ? await countShipments(stores, staged, journal, documents, index)
        : countCompanion(one, companions);
    summaries.push({
      file: one.table.file,
      ...(one.table.sheet !== undefined && { sheet: one.table.sheet }),
      kind: one.recognition.kind,
      format: one.table.format,
      ...(one.table.encoding !== undefined && { encoding: one.table.encoding }),
      ...counts,
      rows: counts.loaded + counts.unchanged + counts.rejected + counts.setAside,
      columns: one.recognition.columns.map(({ header, field, confidence, reason, samples }) => ({
        header,
        field,
        confidence,
        reason,
        samples: samples.slice(0, 3),
      })),
      findings: one.recognition.findings,
    });
  }
  return summaries;
}

type Counts = Pick<TableSummary, 'loaded' | 'unchanged' | 'rejected' | 'setAside'>;

async function countShipments(
  stores: Stores,
  staged: StagedTables,
  journal: JournalOfImport,
  documents: string,
  index: number,
): Promise<Counts> {
  const one = staged.shipments[index];
  if (one === undefined) return { loaded: 0, unchanged: 0, rejected: 0, setAside: 0 };
  const [rows] = await stores.warehouse.rows<{ all: string; rejected: string; aside: string }>(
    `SELECT count() AS all, countIf(code > 0 AND code < ${firstSetAside}) AS rejected, countIf(code >= ${firstSetAside}) AS aside
     FROM (SELECT ${journal.refusals.get(one) ?? 's.reject'} AS code FROM ${one.staged.lines} AS s)`,
  );
  const [fresh] = await stores.warehouse.rows<{ loaded: string }>(
    `SELECT sum(lines) AS loaded FROM ${journal.parts}
     WHERE table_number = ${index} AND doc NOT IN (SELECT doc FROM ${documents} WHERE state = 'same')`,
  );
  const rejected = Number(rows?.rejected ?? 0);
  const aside = Number(rows?.aside ?? 0);
  const loaded = Number(fresh?.loaded ?? 0);
  // The second copy of a document that stands in two tables changes nothing either.
  const unchanged = Number(rows?.all ?? 0) - rejected - aside - loaded;
  return { loaded, unchanged, rejected, setAside: aside + one.opened.setAside };
}

function countCompanion(one: OpenedTable, companions: Companions): Counts {
  const data = one.table.rowCount - Math.max(0, one.recognition.firstDataRow - 1);
  const loaded = companions.taken.get(one) ?? 0;
  return { loaded, unchanged: 0, rejected: 0, setAside: Math.max(0, data - loaded) };
}
