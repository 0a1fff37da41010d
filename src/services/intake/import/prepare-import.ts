import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { allDone } from '../../../domain/all-done.ts';
import { today } from '../../../domain/clock.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { withImporterLock } from '../../../stores/importer-lock.ts';
import { refreshStatistics } from '../../../stores/records/statistics.ts';
import type { Stores } from '../../../stores/stores.ts';
import { monthEffects } from '../../activity/month-bases.ts';
import { tellClosed } from '../../closed-months/tell-closed.ts';
import { buildGeneration } from '../../ledger/build-generation.ts';
import { dropOldGenerations, markFinished, nextSpan, writeCommit } from '../../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../../ledger/data-version.ts';
import type {
  Ask,
  CellCorrection,
  ImportOptions,
  ImportSummary,
  Progress,
  ReceivedFiles,
  TableRows,
  TableRowsQuery,
} from '../import-summary.ts';
import {
  diffDocuments,
  dropJournal,
  findKnownDocuments,
  shrunkDocuments,
  storeJournal,
} from '../journal/documents.ts';
import { resolveTuples, totalTuples } from '../resolve/resolve-tuples.ts';
import { forgetUnits, showUnits } from '../resolve/show-units.ts';
import { reserveIds } from '../resolve/units.ts';
import { bringBack, tellRemoved } from './bring-back.ts';
import { observeCompanions } from './companions.ts';
import { journalOfImport } from './journal-of-import.ts';
import { checkCorrections } from './mend-cells.ts';
import { type OpenedFiles, openTables, rememberLayout } from './open-tables.ts';
import { describePlans } from './plans.ts';
import { reportRejects } from './rejects.ts';
import { settleSharedDocuments } from './shared-documents.ts';
import { stageTables } from './stage-tables.ts';
import { tableRows } from './table-rows.ts';
import { tableSummaries } from './table-summaries.ts';
import { tellTurn } from './tell-turn.ts';

export interface PreparedImport {
  readonly summary: ImportSummary;
  /** Rows of a table as they stand in the file. Refuses `tableUnknown`. */
  rows(query: TableRowsQuery): Promise<TableRows>;
  /** Refuses corrections of cells that no table has: those of `checkCorrections`. */
  checkCorrections(corrections: readonly CellCorrection[]): Promise<void>;
  /** Makes the prepared state the current one: a single commit row. */
  apply(): Promise<{ dataVersion: number }>;
  /** Leaves the old state and removes everything the preparation wrote. */
  cancel(): Promise<void>;
}

/**
 * Reads, checks and stages files and builds the state that applying them would give, without showing it to anybody:
 * a dry run and an import are the same work, the commit row is the difference. Throws `Refusal`; then, as after
 * `cancel`, nothing has changed.
 */
export async function prepareImport(
  stores: Stores,
  files: readonly string[] | ReceivedFiles,
  options: ImportOptions,
  ask: Ask,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<PreparedImport> {
  const importId = await reserveIds(stores, 'import', 1);
  const folder = join(stores.intakeFolder, String(importId));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `i${importId}`;
  const cleanUp = async (): Promise<void> => {
    await dropStaging(stores, name);
    await dropJournal(stores, importId);
    await forgetUnits(stores, importId);
    await rm(folder, { recursive: true, force: true });
    await stores.records.db
      .updateTable('import')
      .set({ status: 'cancelled' })
      .where('id', '=', importId)
      .execute();
  };
  try {
    return await withImporterLock(
      stores.records,
      () => prepare({ stores, files, options, ask, onProgress, signal, importId, folder, name, cleanUp }),
      { onWait: tellTurn(onProgress), signal },
    );
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

interface Preparation {
  readonly stores: Stores;
  readonly files: readonly string[] | ReceivedFiles;
  readonly options: ImportOptions;
  readonly ask: Ask;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal | undefined;
  readonly importId: number;
  readonly folder: string;
  readonly name: string;
  cleanUp(): Promise<void>;
}

async function prepare(preparation: Preparation): Promise<PreparedImport> {
  const { stores, files, options, ask, onProgress, signal, importId, folder, name } = preparation;
  const day = today();
  const opened = await openTables(
    stores,
    files,
    folder,
    options,
    ask,
    (done, total) => onProgress({ stage: 'read', done, total, unit: 'bytes' }),
    signal,
  );
  await stores.records.db
    .insertInto('import')
    .values({
      id: importId,
      source_id: opened.source.id,
      status: 'preparing',
      files: JSON.stringify('files' in files ? files.named : files),
      day,
      basis: options.basis ?? null,
      purpose: options.purpose ?? null,
    })
    .execute();
  const before = await currentVersion(stores.records);
  const staged = await stageTables(stores, name, opened, options, ask, day, onProgress, signal);
  const plans = await describePlans(opened);
  const companions = await observeCompanions(stores, opened, staged.shipments, options, ask);
  signal?.throwIfAborted();
  const totals = await totalTuples(stores, staged.shipments);
  const journal = await journalOfImport(stores, {
    importId,
    name,
    source: opened.source.name,
    staged,
    totals,
    options,
    ask,
    appliedOfSource: await importsOfSource(stores, opened.source.id, before.applied),
  });
  signal?.throwIfAborted();
  onProgress({ stage: 'resolve', done: 0, unit: 'customers' });
  const { parts, gone, rows } = journal;
  const toCompare = { applied: before.applied, parts, gone, rows, target: `akb_staging.${name}_documents` };
  // The records resolve customers while the warehouse adds up documents.
  const [units, known] = await allDone([
    resolveTuples(stores, {
      importId,
      day,
      name,
      source: opened.source,
      shipments: staged.shipments,
      companions,
      totals,
      rejecting: journal.rejecting,
    }),
    journal.write().then(() => findKnownDocuments(stores, toCompare)),
  ]);
  signal?.throwIfAborted();
  onProgress({ stage: 'journal', done: 0, unit: 'rows' });
  const shared = await settleSharedDocuments(
    stores,
    journal.parts,
    (where) => journal.lines(units.maps, where),
    staged.shipments,
  );
  const rejects = await reportRejects(stores, folder, staged.shipments, journal, options.language ?? 'ru');
  const diffInput = {
    ...toCompare,
    known,
    importId,
    tables: staged.shipments.length,
    lines: (where: string) =>
      journal.lines(units.maps, where).map((lines, table) => `${lines} AND ${shared.kept(table)}`),
  };
  const documents = await diffDocuments(stores, diffInput);
  const touched = documents.new + documents.changed + documents.same + documents.shrunk;
  if (touched === 0 && ![...companions.taken.values()].some((rows) => rows > 0))
    refuseEmpty(opened, [...rejects.examples, ...staged.findings, ...plans]);
  const shrunk = documents.shrunk === 0 ? [] : await shrunkDocuments(stores, diffInput.target);
  await storeJournal(stores, diffInput, documents);
  const tables = await tableSummaries(stores, opened, staged, journal, diffInput.target, companions);
  const generation = await reserveIds(stores, 'generation', 1);
  const applied = [...before.applied, importId];
  const build = { before, generation, applied, changes: units.dimensions, months: documents.months };
  // What was staged is in the journal now: it goes while the ledger is written.
  const [months] = await allDone([
    buildGeneration(stores.warehouse, build, ({ length }) => {
      signal?.throwIfAborted();
      onProgress({ stage: 'ledger', done: 0, total: length, unit: 'months' });
    }),
    dropStaging(stores, name),
  ]);
  const span = await nextSpan(stores, before, { generation, months });
  const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
  onProgress({ stage: 'figures', done: months.length, total: months.length, unit: 'months' });
  const effect = await monthEffects(stores, before, after, months);
  const summary: ImportSummary = {
    importId,
    source: opened.source.name,
    tables,
    documents: {
      new: documents.new,
      changed: documents.changed + documents.shrunk,
      same: documents.same,
      shrunk: documents.shrunk,
    },
    shrunk: shrunk.map((one) => ({
      document: one.number,
      date: one.date,
      lines: [one.old_lines, one.lines],
      amount: [one.old_amount, one.amount],
    })),
    lines: documents.lines - documents.unchangedLines,
    customers: units.customers,
    deliveryPoints: units.deliveryPoints,
    products: units.products,
    contacts: units.contacts,
    duplicateProposals: units.proposals,
    period: documents.period,
    effect,
    rejects: rejects.byReason,
    rejectedFile: rejects.file,
    mendedCells: opened.tables
      .flatMap(({ source }) => [...source.mended.values()])
      .reduce((sum, row) => sum + row.size, 0),
    findings: [
      ...opened.problems,
      ...plans,
      ...staged.findings,
      ...journal.findings,
      ...shared.findings,
      ...companions.findings,
      ...tellRemoved(units.removed),
      ...(await tellClosed(stores, effect)),
    ],
    basis: options.basis ?? null,
    purpose: options.purpose ?? null,
  };
  await stores.records.db
    .updateTable('import')
    .set({ status: 'prepared', summary: JSON.stringify(summary, withoutSamples) })
    .where('id', '=', importId)
    .execute();
  return {
    summary,
    rows: (query) =>
      tableRows(folder, opened.tables, query, [
        ...summary.findings,
        ...summary.tables.flatMap(({ findings }) => findings),
      ]),
    checkCorrections: (corrections) =>
      checkCorrections(
        opened.tables.map(({ source }) => source.table),
        corrections,
      ),
    cancel: preparation.cleanUp,
    apply: () =>
      withImporterLock(
        stores.records,
        async () => {
          if (shrunk.length > 0 && options.acceptShrunk !== true)
            throw new Refusal({
              code: 'shrunkDocuments',
              params: { documents: shrunk.length, first: shrunk[0]?.number ?? '' },
            });
          signal?.throwIfAborted();
          const { version } = await currentVersion(stores.records);
          if (version !== before.version) throw new Refusal({ code: 'importStale' });
          await writeCommit(stores, { kind: 'import', importId, version: after }, async (tx) => {
            await tx
              .updateTable('import')
              .set({ status: 'applied', applied_at: new Date().toISOString() })
              .where('id', '=', importId)
              .execute();
            await bringBack(tx, units.removed);
          });
          for (const level of ['party', 'point', 'product'] as const)
            await showUnits(stores, level, importId);
          await rememberLayout(stores, opened.source.id, opened.tables);
          await markFinished(stores, after.version);
          await dropOldGenerations(stores);
          await refreshStatistics(stores.records);
          return { dataVersion: after.version };
        },
        { onWait: tellTurn(onProgress), signal },
      ),
  };
}

/** Values of a file may name persons: they go with the summary that is shown, not with the one that is kept. */
const withoutSamples = (key: string, value: unknown): unknown => (key === 'samples' ? undefined : value);

async function importsOfSource(
  stores: Stores,
  sourceId: number,
  applied: readonly number[],
): Promise<number[]> {
  const rows = await stores.records.db
    .selectFrom('import')
    .select('id')
    .where('source_id', '=', sourceId)
    .execute();
  const own = new Set(rows.map((row) => row.id));
  return applied.filter((id) => own.has(id));
}

/** Nothing that could be loaded is a mistake of the file, not an empty import. */
function refuseEmpty(opened: OpenedFiles, findings: readonly Problem[]): never {
  const { tables, problems } = opened;
  if (tables.every((one) => one.recognition.kind === 'plan'))
    throw new Refusal({ code: 'onlyPlans' }, ...findings);
  const empty = tables.map(({ table: { file, sheet, rowCount }, recognition }): Problem => {
    const code = rowCount < recognition.firstDataRow ? 'onlyHeader' : 'nothingLoadable';
    return { code, place: { file, ...(sheet !== undefined && { sheet }) } };
  });
  throw new Refusal(...empty, ...problems, ...tables.flatMap((one) => one.recognition.findings), ...findings);
}

/** Removes an import's staging tables: they hold names, phones and addresses. */
async function dropStaging(stores: Stores, name: string): Promise<void> {
  const tables = await stores.warehouse.rows<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = 'akb_staging' AND startsWith(name, '${name}_') ORDER BY engine = 'MaterializedView' DESC`,
  );
  if (tables.length === 0) return;
  const names = tables.map((table) => `akb_staging.${table.name}`);
  await stores.warehouse.run(`DROP TABLE IF EXISTS ${names.join(', ')} SYNC`);
}
