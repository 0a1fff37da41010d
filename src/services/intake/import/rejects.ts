import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { sum } from '../../../domain/decimal.ts';
import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Decimal } from '../../../domain/units.ts';
import { sentence } from '../../../messages/index.ts';
import type { Language } from '../../../messages/message.ts';
import type { Stores } from '../../../stores/stores.ts';
import { tableCells } from '../read/table-cells.ts';
import { type ColumnPlan, firstField, stagedFields } from '../stage/column-plan.ts';
import { dateField, rowContent } from '../stage/line-sql.ts';
import { numberedRows } from '../stage/load-source.ts';
import { firstSetAside, type RejectName, rejectNames } from '../stage/reject-codes.ts';
import type { JournalOfImport } from './journal-of-import.ts';
import { rejectedFileIn } from './rejected-file.ts';
import type { StagedTable } from './stage-tables.ts';
import { faultWriter } from './table-rows.ts';

export interface Rejects {
  readonly byReason: readonly {
    readonly code: string;
    readonly rows: number;
    readonly amount: Decimal | null;
  }[];
  /** The first rejected row of every table and reason (`reject.…`). */
  readonly examples: readonly Problem[];
  /** CSV (UTF-8 with BOM, `;`) with the rejected rows as they were; null when there are none. */
  readonly file: string | null;
}

/** Counts rejected rows by reason with the sum they carry, and writes them out as they stood in the source. */
export async function reportRejects(
  stores: Stores,
  folder: string,
  shipments: readonly StagedTable[],
  { refusals, rejecting }: Pick<JournalOfImport, 'refusals' | 'rejecting'>,
  language: Language,
): Promise<Rejects> {
  const byReason = new Map<string, { rows: number; amount: string | null }>();
  const examples: Problem[] = [];
  const path = rejectedFileIn(folder);
  const out = createWriteStream(path, { mode: 0o600 });
  out.write('\uFEFF');
  for (const one of shipments) {
    if (!rejecting.has(one)) continue;
    const refusal = refusals.get(one) ?? 's.reject';
    const counts = await stores.warehouse.rows<{ code: number; rows: string; amount: string | null }>(
      `SELECT ${refusal} AS code, count() AS rows, sum(s.amount) AS amount FROM ${one.staged.lines} AS s
       GROUP BY code HAVING code > 0 AND code < ${firstSetAside} ORDER BY code`,
    );
    for (const { code, rows, amount } of counts) {
      const name = rejectNames.get(code) ?? String(code);
      const known = byReason.get(name);
      byReason.set(name, {
        rows: (known?.rows ?? 0) + Number(rows),
        amount: addAmounts(known?.amount ?? null, amount),
      });
    }
    if (counts.length > 0)
      examples.push(...(await writeRejected(stores, { out, folder }, one, refusal, language)));
  }
  out.end();
  await once(out, 'finish');
  return {
    byReason: [...byReason].map(([code, { rows, amount }]) => ({ code, rows, amount })),
    examples,
    file: byReason.size > 0 ? path : null,
  };
}

function addAmounts(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null ? a : sum([a, b]);
}

async function writeRejected(
  stores: Stores,
  { out, folder }: { readonly out: Writable; readonly folder: string },
  one: StagedTable,
  refusal: string,
  language: Language,
): Promise<Problem[]> {
  const { table, recognition } = one.opened;
  const write = async (cells: readonly string[]): Promise<void> => {
    if (!out.write(`${cells.map(csvCell).join(';')}\r\n`)) await once(out, 'drain');
  };
  const titles = table.head.find((row) => row.row === recognition.headerRows.at(-1))?.cells ?? [];
  const flaws = new Map<number, Flaw>();
  const faults = faultWriter(folder, one.index, one.opened);
  await write([...rejectedFileTitles[language], ...titles]);
  for await (const { row, code, cells } of rejectedRows(stores, one, refusal)) {
    const flaw = flaws.get(code) ?? flawOf(one.staged.plan, code, row);
    flaws.set(code, flaw);
    const { reason, column = '' } = flaw;
    await faults.write(row, cells, rejectNames.get(code) ?? String(code), flaw.column);
    await write([reason[language], table.file, table.sheet ?? '', String(row), column, ...cells]);
  }
  await faults.end();
  return [...flaws.values()].map(({ first }) => first);
}

interface Flaw {
  readonly reason: Readonly<Record<Language, string>>;
  readonly column: string | undefined;
  readonly first: Problem;
}

function flawOf(plan: ColumnPlan, rejectCode: number, row: number): Flaw {
  const code = `rejected.${rejectNames.get(rejectCode)}`;
  const column = faultyColumn(plan, rejectCode);
  const { file, sheet } = plan.table;
  const place = { file, ...(sheet !== undefined && { sheet }), row, ...(column !== undefined && { column }) };
  const reason = { ru: sentence({ code }, 'ru'), en: sentence({ code }, 'en') };
  return { reason, column, first: { code, place } };
}

/** Header of the column whose cell is at fault; undefined where it is not a single one. */
function faultyColumn(plan: ColumnPlan, code: number): string | undefined {
  const fields: Partial<Record<RejectName, Field | undefined>> = {
    dateMissing: dateField(plan),
    dateUnreadable: dateField(plan),
    dateImpossible: dateField(plan),
    quantityUnreadable: 'quantity',
    amountUnreadable: firstField(plan, 'amountGross', 'amountNet'),
    priceUnreadable: 'price',
  };
  const field = fields[rejectNames.get(code) ?? 'noCustomer'];
  return plan.recognition.columns.find((column) => field !== undefined && column.field === field)?.header;
}

interface RejectedRow {
  readonly row: number;
  readonly code: number;
  readonly cells: readonly string[];
}

/** Rejected rows with their cells. Text files were staged without row numbers; they are read once more to number them. */
async function* rejectedRows(stores: Stores, one: StagedTable, refusal: string): AsyncIterable<RejectedRow> {
  const { plan } = one.staged;
  const { warehouse } = stores;
  const isRejected = `code > 0 AND code < ${firstSetAside}`;
  const { data } = plan.table;
  if (data.layout === 'direct') {
    const judged = `SELECT s.number AS number, s.content AS content, ${refusal} AS code FROM ${one.staged.lines} AS s WHERE s.reject > 0`;
    const codes = new Map<string, number>();
    const fates = `SELECT DISTINCT toString(content) AS content, code FROM (${judged}) WHERE ${isRejected}`;
    for await (const fate of warehouse.stream<{ content: string; code: number }>(fates))
      codes.set(fate.content, fate.code);
    const mapped = stagedFields(plan);
    // Few rows are rejected as a rule: their document numbers spare hashing all the others.
    const set = `SELECT number FROM (${judged})`;
    const among = mapped.includes('documentNumber') ? ({ field: 'documentNumber', set } as const) : null;
    const rows = `SELECT row, toString(${rowContent(plan)}) AS content, cells FROM (${numberedRows(plan, data, mapped, among)})`;
    for await (const row of warehouse.stream<{ row: number; content: string; cells: string[] }>(rows)) {
      const code = codes.get(row.content);
      if (code !== undefined) yield { row: row.row, code, cells: row.cells };
    }
    return;
  }
  const codes = new Map<number, number>();
  const sql = `SELECT row, code FROM (SELECT s.row AS row, ${refusal} AS code FROM ${one.staged.lines} AS s) WHERE ${isRejected}`;
  for await (const found of stores.warehouse.stream<{ row: number; code: number }>(sql))
    codes.set(found.row, found.code);
  for await (const row of tableCells(plan.table)) {
    const code = codes.get(row.row);
    if (code !== undefined) yield { row: row.row, code, cells: row.cells };
  }
}

const rejectedFileTitles = {
  ru: ['Причина', 'Файл', 'Лист', 'Строка', 'Столбец'],
  en: ['Reason', 'File', 'Sheet', 'Row', 'Column'],
} as const;

/** Formulas stay text wherever the file is opened again. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s\u00a0]+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
