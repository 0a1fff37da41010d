import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { Ask, ImportOptions } from '../import-summary.ts';
import {
  finalReject,
  goneTable,
  type IdMaps,
  type JournalInput,
  journalSelect,
  partsTable,
  type TypeMeaning,
  writeGoneDocuments,
  writeParts,
} from '../journal/journal-lines.ts';
import { documentStatus } from '../recognise/document-status.ts';
import { documentClass } from '../recognise/document-types.ts';
import { hasField } from '../stage/column-plan.ts';
import { firstSetAside, rejectCodes } from '../stage/reject-codes.ts';
import { askFor } from './ask-for.ts';
import type { StagedTable, StagedTables } from './stage-tables.ts';

/** What the staged tables of an import say of documents, before anybody in them has an id. */
export interface JournalOfImport {
  /** Staging table with what every table has of every document (`partsTable`). */
  readonly parts: string;
  /** Staging table with the documents that count no more (`goneTable`). */
  readonly gone: string;
  /** Of all tables of shipments. */
  readonly rows: number;
  readonly findings: readonly Problem[];
  /** Per table: SQL of the final reject code over its staged lines `s`. */
  readonly refusals: ReadonlyMap<StagedTable, string>;
  /** Tables with rows that are rejected; what their types mean only sets more of them aside. */
  readonly rejecting: ReadonlySet<StagedTable>;
  /** SELECTs of the journal lines of each table whose `doc` meets a condition. */
  lines(maps: IdMaps, where: string): string[];
}

export interface JournalOfImportInput {
  readonly importId: number;
  readonly name: string;
  readonly source: string;
  readonly staged: StagedTables;
  readonly options: ImportOptions;
  readonly ask: Ask;
  /** Applied imports of the same source. */
  readonly appliedOfSource: readonly number[];
  /** Keys of customer tuples that are rows of totals. */
  readonly totals: ReadonlySet<string>;
}

const { notASale, notPosted, totalRow } = rejectCodes;
const codes = { notASale, notPosted, totalRow };

/** Decides what the lines of all staged tables mean, and adds up their documents: `write`. */
export async function journalOfImport(
  stores: Stores,
  input: JournalOfImportInput,
): Promise<JournalOfImport & { write(): Promise<void> }> {
  const parts = `akb_staging.${input.name}_parts`;
  const gone = `akb_staging.${input.name}_gone`;
  const rows = input.staged.shipments.reduce((sum, { opened }) => sum + opened.table.rowCount, 0);
  const findings: Problem[] = [];
  const refusals = new Map<StagedTable, string>();
  const rejecting = new Set<StagedTable>();
  const tables: JournalInput[] = [];
  for (const [index, one] of input.staged.shipments.entries()) {
    const { unknown, rejects, ...meanings } = await meaningsOf(stores, one);
    if (rejects) rejecting.add(one);
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
      ...meanings,
      totals: [...input.totals],
      monthGrain: one.opened.monthGrain,
      days: meanings.unnumbered ? await daysRule(stores, input, one) : 'replace',
      applied: input.appliedOfSource,
      gone,
    };
    findings.push(...amountFindings(one, journal));
    refusals.set(one, finalReject(journal, codes));
    tables.push(journal);
  }
  return {
    parts,
    gone,
    rows,
    findings,
    refusals,
    rejecting,
    lines: (maps, where) => tables.map((table) => journalSelect(table, codes, maps, where)),
    async write() {
      await stores.warehouse.run(partsTable(parts, rows));
      await stores.warehouse.run(goneTable(gone, rows));
      for (const table of tables) {
        await writeParts(stores, table, codes, parts);
        await writeGoneDocuments(stores, table, codes);
      }
    },
  };
}

function amountFindings({ staged, opened }: StagedTable, { negateReturns }: JournalInput): Problem[] {
  const place = { file: opened.table.file };
  const has = (field: Field): boolean => hasField(staged.plan, field);
  const found: Problem[] = negateReturns ? [{ code: 'returnsNegated', place }] : [];
  if (has('amountGross')) return found;
  if (has('price') && !has('amountNet'))
    found.push({ code: has('discount') ? 'amountFromPriceNoDiscount' : 'amountFromPrice', place });
  if (has('amountNet') && !has('vatAmount')) found.push({ code: 'amountsWithoutVat', place });
  return found;
}

interface Meanings {
  readonly types: ReadonlyMap<string, TypeMeaning>;
  readonly bySigns: boolean;
  readonly unnumbered: boolean;
  readonly deadStatuses: readonly string[];
  /** Some programs print return documents with positive figures: then every one of them in the table is positive. */
  readonly negateReturns: boolean;
  readonly unknown: readonly string[];
  /** Some rows are rejected. */
  readonly rejects: boolean;
}

/** What the table's own words for types and states of documents mean. */
async function meaningsOf(stores: Stores, { staged, opened }: StagedTable): Promise<Meanings> {
  const rows = await stores.warehouse.rows<
    Record<'type' | 'status' | 'positive' | 'negative' | 'unnumbered' | 'rejected', string>
  >(
    `SELECT toString(type) AS type, toString(status) AS status,
      countIf(reject = 0 AND (amount > 0 OR quantity > 0)) AS positive,
      countIf(reject = 0 AND (amount < 0 OR quantity < 0)) AS negative,
      countIf(number = '' AND guid = '') AS unnumbered, countIf(reject > 0) AS rejected
     FROM ${staged.lines} WHERE reject < ${firstSetAside} GROUP BY type, status ORDER BY type, status`,
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
  const deadStatuses = [...new Set(rows.map((row) => row.status))].filter((status) => {
    const meaning = documentStatus(status, header);
    return meaning === 'unposted' || meaning === 'deleted';
  });
  const returns = rows.filter((row) => types.get(row.type) === 'return');
  return {
    types,
    bySigns: rows.some((row) => row.negative !== '0' && (types.get(row.type) ?? 'bySign') === 'bySign'),
    unnumbered: rows.some((row) => row.unnumbered !== '0'),
    deadStatuses,
    negateReturns:
      returns.some((row) => row.positive !== '0') && returns.every((row) => row.negative === '0'),
    unknown,
    rejects: rows.some((row) => row.rejected !== '0'),
  };
}

/**
 * Lines without a document number: whether they replace the earlier lines of their days is asked where there are such
 * lines of the source already; with nothing to replace both answers give the same.
 */
async function daysRule(
  stores: Stores,
  input: JournalOfImportInput,
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
