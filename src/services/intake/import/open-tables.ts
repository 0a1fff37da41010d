import { join } from 'node:path';
import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { Ask, ImportOptions, ReceivedFiles } from '../import-summary.ts';
import { canonicalCopy } from '../read/canonical-copy.ts';
import { readSources } from '../read/read-sources.ts';
import { foldHeader } from '../recognise/fold-header.ts';
import { recognise } from '../recognise/recognise.ts';
import type { Recognition } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';
import { needsUnfolding, unfold } from '../unfold/unfold.ts';
import { about, askFor } from './ask-for.ts';
import { type MendedTable, mendCells } from './mend-cells.ts';

/** A table of the user's, recognised and flat. */
export interface OpenedTable {
  readonly table: SourceTable;
  readonly recognition: Recognition;
  /** Rows that unfolding left out (parents, totals). */
  readonly setAside: number;
  /** The source has months, not days: every line is the total of its month. */
  readonly monthGrain: boolean;
  /** The same as it stands in the file: what unfolding began with. */
  readonly source: MendedTable & { readonly recognition: Recognition };
}

export interface OpenedFiles {
  readonly source: { readonly id: number; readonly name: string };
  readonly tables: readonly OpenedTable[];
  readonly problems: readonly Problem[];
}

/** Reads the files, says what each table is, asks what nobody can know, and unfolds what is not flat. */
export async function openTables(
  stores: Stores,
  files: readonly string[] | ReceivedFiles,
  folder: string,
  options: ImportOptions,
  ask: Ask,
  progress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<OpenedFiles> {
  const read = await readSources(files, {
    workDir: folder,
    onProgress: progress,
    canonical: stores.warehouse.kind === 'server',
    ...(signal !== undefined && { signal }),
  });
  if (read.tables.length === 0)
    throw new Refusal(...(read.problems.length > 0 ? read.problems : [{ code: 'nothingToRead' }]));
  const stood = await mendCells(read.tables, options.corrections ?? [], folder);
  const first = stood.map(({ table }) => recognise(table, { given: options.map ?? {} }));
  const system = first.find((one) => one.system !== 'main')?.system ?? 'main';
  const source = await sourceOf(stores, options.source ?? system);
  const tables: OpenedTable[] = [];
  for (const [index, one] of stood.entries()) {
    const { table } = one;
    const recognition = await settle(stores, source.id, table, first[index] as Recognition, options, ask);
    const asItStands = { ...one, recognition };
    if (!needsUnfolding(table, recognition))
      tables.push({
        table,
        recognition,
        setAside: 0,
        source: asItStands,
        monthGrain: hasColumn(recognition, 'month') && !hasColumn(recognition, 'shipmentDate'),
      });
    else {
      const canonical = await canonicalCopy(table, join(folder, `canonical-${index}.tsv`));
      const flat = await unfold(canonical, recognition, join(folder, `unfolded-${index}.tsv`));
      tables.push({
        table: flat.table,
        recognition: flat.recognition,
        source: asItStands,
        setAside: flat.setAside.reduce((sum, one) => sum + one.rows, 0),
        monthGrain: hasColumn(flat.recognition, 'month') && !hasColumn(recognition, 'shipmentDate'),
      });
    }
  }
  return { source, tables, problems: read.problems };
}

const hasColumn = (recognition: Recognition, field: Field): boolean =>
  recognition.columns.some((column) => column.field === field);

async function sourceOf(stores: Stores, name: string): Promise<{ id: number; name: string }> {
  const { db } = stores.records;
  await db
    .insertInto('source')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('source').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
}

/** Recognises with what the source's earlier imports taught, and asks what is left; answers become given columns. */
async function settle(
  stores: Stores,
  sourceId: number,
  table: SourceTable,
  first: Recognition,
  options: ImportOptions,
  ask: Ask,
): Promise<Recognition> {
  const remembered = await stores.records.db
    .selectFrom('layout')
    .select('mapping')
    .where('source_id', '=', sourceId)
    .where('fingerprint', '=', first.fingerprint)
    .executeTakeFirst();
  const given: Record<string, Field | null> = { ...options.map };
  const known = (remembered?.mapping ?? {}) as Record<string, Field | null>;
  let reportMonth: string | undefined;
  let recognition = remembered === undefined ? first : recognise(table, { given, remembered: known });
  const asked = new Set<string>();
  for (;;) {
    const question = recognition.questions.find((one) => !asked.has(one.key));
    if (question === undefined) return recognition;
    asked.add(question.key);
    const answer = await askFor(about(question, table), options, ask);
    if (question.code === 'reportMonth') reportMonth = answer;
    else given[question.key] = answer === 'ignore' ? null : (answer as Field);
    recognition = recognise(table, {
      given,
      remembered: known,
      ...(reportMonth !== undefined && { reportMonth }),
    });
  }
}

/** Keeps the mapping of an applied import for the next file of the same layout. */
export async function rememberLayout(
  stores: Stores,
  sourceId: number,
  tables: readonly OpenedTable[],
): Promise<void> {
  for (const { recognition } of tables) {
    const confirmed = recognition.columns.filter(
      (column) => column.reason === 'given' || column.reason === 'remembered',
    );
    if (confirmed.length === 0) continue;
    const mapping = JSON.stringify(
      Object.fromEntries(confirmed.map((column) => [foldHeader(column.header), column.field])),
    );
    await stores.records.db
      .insertInto('layout')
      .values({ source_id: sourceId, fingerprint: recognition.fingerprint, mapping })
      .onConflict((conflict) => conflict.columns(['source_id', 'fingerprint']).doUpdateSet({ mapping }))
      .execute();
  }
}
