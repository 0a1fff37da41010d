import type { Problem } from '../../../domain/problem.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { journalTable } from '../../../stores/warehouse/schema.ts';
import type { Ask, ImportOptions } from '../import-summary.ts';
import {
  finalReject,
  goneTable,
  type JournalInput,
  type TypeMeaning,
  writeGoneDocuments,
  writeJournalLines,
} from '../journal/journal-lines.ts';
import { documentStatus } from '../recognise/document-status.ts';
import { documentClass } from '../recognise/document-types.ts';
import { hasField } from '../stage/column-plan.ts';
import { rejectCodes } from '../stage/reject-codes.ts';
import { askFor } from './ask-for.ts';
import { settleSharedDocuments } from './shared-documents.ts';
import type { StagedTable, StagedTables } from './stage-tables.ts';

export interface JournalOfImport {
  /** Staging table with the journal lines of all tables of the import. */
  readonly table: string;
  /** Staging table with the documents that count no more (`goneTable`). */
  readonly gone: string;
  readonly lines: number;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly findings: readonly Problem[];
  /** Per table: SQL of the final reject code over its staged lines `s`. */
  readonly refusals: ReadonlyMap<StagedTable, string>;
}

export interface WriteJournalInput {
  readonly importId: number;
  readonly name: string;
  readonly source: string;
  readonly staged: StagedTables;
  readonly maps: JournalInput['maps'];
  readonly options: ImportOptions;
  readonly ask: Ask;
  /** Applied imports of the same source. */
  readonly appliedOfSource: readonly number[];
  readonly totals: ReadonlySet<string>;
}

const { notASale, notPosted, totalRow } = rejectCodes;
const codes = { notASale, notPosted, totalRow };

/** Writes the lines of all staged tables into one journal staging table, one version of every document. */
export async function writeJournal(stores: Stores, input: WriteJournalInput): Promise<JournalOfImport> {
  const table = `akb_staging.${input.name}_journal`;
  await stores.warehouse.run(
    journalTable(table)
      .replace('import_id UInt32,', 'import_id UInt32, table_number UInt16, row UInt32, number String,')
      .replace(/PARTITION BY import_id ORDER BY .*$/, 'ORDER BY tuple()'),
  );
  const gone = `akb_staging.${input.name}_gone`;
  await stores.warehouse.run(goneTable(gone));
  const findings: Problem[] = [];
  const refusals = new Map<StagedTable, string>();
  for (const [index, one] of input.staged.shipments.entries()) {
    const { types, statuses, unknown } = await typesOf(stores, one);
    for (const type of unknown)
      findings.push({
        code: 'documentTypeUnknown',
        place: { file: one.opened.table.file },
        params: { type },
      });
    const journal: JournalInput = {
      importId: input.importId,
      tableNumber: index,
      source: input.source,
      staged: one.staged,
      types,
      deadStatuses: statuses,
      negateReturns: await returnsArePositive(stores, one, types),
      totals: [...input.totals],
      monthGrain: one.opened.monthGrain,
      days: await daysRule(stores, input, one),
      applied: input.appliedOfSource,
      maps: input.maps,
      target: table,
      gone,
    };
    if (journal.negateReturns)
      findings.push({ code: 'returnsNegated', place: { file: one.opened.table.file } });
    if (
      !hasField(one.staged.plan, 'amountGross') &&
      hasField(one.staged.plan, 'price') &&
      !hasField(one.staged.plan, 'amountNet')
    )
      findings.push({
        code: hasField(one.staged.plan, 'discount') ? 'amountFromPriceNoDiscount' : 'amountFromPrice',
        place: { file: one.opened.table.file },
      });
    if (
      !hasField(one.staged.plan, 'amountGross') &&
      hasField(one.staged.plan, 'amountNet') &&
      !hasField(one.staged.plan, 'vatAmount')
    )
      findings.push({ code: 'amountsWithoutVat', place: { file: one.opened.table.file } });
    refusals.set(one, finalReject(journal, codes));
    await writeJournalLines(stores, journal, codes);
    await writeGoneDocuments(stores, journal, codes);
  }
  findings.push(...(await settleSharedDocuments(stores, table, input.staged.shipments)));
  const [span] = await stores.warehouse.rows<{ lines: string; first: string; last: string }>(
    `SELECT count() AS lines, min(date) AS first, max(date) AS last FROM ${table}`,
  );
  const lines = Number(span?.lines ?? 0);
  return {
    table,
    gone,
    lines,
    period: lines === 0 || span === undefined ? null : { from: span.first, to: span.last },
    findings,
    refusals,
  };
}

async function typesOf(stores: Stores, { staged, opened }: StagedTable) {
  const rows = await stores.warehouse.rows<{ type: string; status: string }>(
    `SELECT DISTINCT toString(type) AS type, toString(status) AS status FROM ${staged.lines} WHERE reject < 100`,
  );
  const types = new Map<string, TypeMeaning>();
  const unknown: string[] = [];
  for (const type of new Set(rows.map((row) => row.type))) {
    if (type === '') continue;
    const meaning = documentClass(type);
    if (meaning === undefined) unknown.push(type);
    types.set(type, meaning === undefined ? 'bySign' : meaning === 'commission' ? 'shipment' : meaning);
  }
  const header = opened.recognition.columns.find((column) => column.field === 'documentStatus')?.header ?? '';
  const statuses = [...new Set(rows.map((row) => row.status))].filter((status) => {
    const meaning = documentStatus(status, header);
    return meaning === 'unposted' || meaning === 'deleted';
  });
  return { types, unknown, statuses };
}

/** Some programs print return documents with positive figures: then every one of them in the table is positive. */
async function returnsArePositive(
  stores: Stores,
  { staged }: StagedTable,
  types: ReadonlyMap<string, TypeMeaning>,
): Promise<boolean> {
  const returns = [...types].filter(([, meaning]) => meaning === 'return').map(([type]) => type);
  if (returns.length === 0) return false;
  const [row] = await stores.warehouse.rows<{ positive: string; negative: string }>(
    `SELECT countIf(amount > 0 OR quantity > 0) AS positive, countIf(amount < 0 OR quantity < 0) AS negative
     FROM ${staged.lines} WHERE reject = 0 AND has({types:Array(String)}, toString(type))`,
    { types: returns },
  );
  return row !== undefined && row.positive !== '0' && row.negative === '0';
}

/**
 * Lines without a document number: whether they replace the earlier lines of their days is asked where there are such
 * lines of the source already; with nothing to replace both answers give the same.
 */
async function daysRule(
  stores: Stores,
  input: WriteJournalInput,
  one: StagedTable,
): Promise<'replace' | 'add'> {
  const { lines } = one.staged;
  if (one.opened.monthGrain) return 'replace';
  const given = input.options.answers?.daysReplaceOrAdd;
  if (given === 'replace' || given === 'add') return given;
  if (input.appliedOfSource.length === 0) return 'replace';
  const [row] = await stores.warehouse.rows<{ days: string }>(
    `SELECT uniqExact(date) AS days FROM ${lines}
     WHERE reject = 0 AND number = '' AND guid = '' AND date IN (
       SELECT date FROM journal WHERE NOT numbered AND kind != 'monthTotal' AND import_id IN (${input.appliedOfSource.join(', ')}))`,
  );
  if (row === undefined || row.days === '0') return 'replace';
  const answer = await askFor(
    {
      code: 'daysReplaceOrAdd',
      key: 'daysReplaceOrAdd',
      options: ['replace', 'add'],
      params: { file: one.opened.table.file, days: Number(row.days) },
    },
    input.options,
    input.ask,
  );
  return answer === 'add' ? 'add' : 'replace';
}
