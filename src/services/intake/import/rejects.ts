import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { sum } from '../../../domain/decimal.ts';
import type { Decimal } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { importingMessages } from '../../../messages/importing.ts';
import { formatMessage, type Language } from '../../../messages/message.ts';
import { tableCells } from '../read/table-cells.ts';
import { firstSetAside, rejectNames } from '../stage/reject-codes.ts';
import { sourceRows, indexOf } from '../stage/load-source.ts';
import { cell, lineColumns } from '../stage/line-sql.ts';
import { today } from '../../../domain/clock.ts';
import type { StagedTable } from './stage-tables.ts';

export interface Rejects {
  readonly byReason: readonly { readonly code: string; readonly rows: number; readonly amount: Decimal | null }[];
  /** CSV (UTF-8 with BOM, `;`) with the rejected rows as they were; null when there are none. */
  readonly file: string | null;
}

/** Counts rejected rows by reason with the sum they carry, and writes them out as they stood in the source. */
export async function reportRejects(stores: Stores, folder: string, shipments: readonly StagedTable[], refusals: ReadonlyMap<StagedTable, string>, language: Language): Promise<Rejects> {
  const byReason = new Map<string, { rows: number; amount: string | null }>();
  let any = false;
  const path = join(folder, 'rejected.csv');
  const out = createWriteStream(path, { mode: 0o600 });
  out.write('\uFEFF');
  for (const one of shipments) {
    const refusal = refusals.get(one) ?? 's.reject';
    const counts = await stores.warehouse.rows<{ code: number; rows: string; amount: string | null }>(
      `SELECT ${refusal} AS code, count() AS rows, sum(s.amount) AS amount FROM ${one.staged.lines} AS s
       GROUP BY code HAVING code > 0 AND code < ${firstSetAside} ORDER BY code`,
    );
    for (const { code, rows, amount } of counts) {
      const name = rejectNames.get(code) ?? String(code);
      const known = byReason.get(name);
      byReason.set(name, { rows: (known?.rows ?? 0) + Number(rows), amount: addAmounts(known?.amount ?? null, amount) });
    }
    if (counts.length > 0) {
      any = true;
      await writeRejected(stores, out, one, refusal, language);
    }
  }
  out.end();
  await once(out, 'finish');
  return {
    byReason: [...byReason].map(([code, { rows, amount }]) => ({ code, rows, amount })),
    file: any ? path : null,
  };
}

function addAmounts(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null ? a : sum([a, b]);
}

async function writeRejected(stores: Stores, out: Writable, one: StagedTable, refusal: string, language: Language): Promise<void> {
  const { table, recognition } = one.opened;
  const write = async (cells: readonly string[]): Promise<void> => {
    if (!out.write(`${cells.map(csvCell).join(';')}\r\n`)) await once(out, 'drain');
  };
  const titles = table.head.find((row) => row.row === recognition.headerRows.at(-1))?.cells ?? [];
  await write([...rejectedFileTitles[language], ...titles]);
  for await (const { row, code, cells } of rejectedRows(stores, one, refusal))
    await write([rejectReason(code, language), table.file, table.sheet ?? '', String(row), ...cells]);
}

interface RejectedRow {
  readonly row: number;
  readonly code: number;
  readonly cells: readonly string[];
}

/** Rejected rows with their cells. Text files were staged without row numbers; they are read once more to number them. */
async function* rejectedRows(stores: Stores, one: StagedTable, refusal: string): AsyncIterable<RejectedRow> {
  const { plan } = one.staged;
  const isRejected = `code > 0 AND code < ${firstSetAside}`;
  if (plan.table.data.layout === 'direct') {
    const mapped = plan.recognition.columns.flatMap((column) => (column.field === null ? [] : [column.field]));
    const all = sourceRows(plan, mapped, mapped.map((field) => indexOf(plan, field)), { numbered: true, raw: true });
    // Few rows are rejected as a rule: their document numbers spare reading all the others' figures once more.
    const suspects = `SELECT s.number FROM ${one.staged.lines} AS s WHERE ${refusal} > 0 AND ${refusal} < ${firstSetAside}`;
    const rows = mapped.includes('documentNumber') ? `SELECT * FROM (${all}) WHERE ${cell('documentNumber')} IN (${suspects})` : all;
    const { inner, outer } = lineColumns(plan, today());
    const named = (columns: Record<string, string>): string => Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`).join(', ');
    yield* stores.warehouse.stream<RejectedRow>(`
      SELECT s.row AS row, ${refusal} AS code, s.cells AS cells
      FROM (SELECT ${named(outer)}, cells FROM (SELECT ${named(inner)}, cells FROM (${rows}))) AS s WHERE ${isRejected}`);
    return;
  }
  const codes = new Map<number, number>();
  const sql = `SELECT row, code FROM (SELECT s.row AS row, ${refusal} AS code FROM ${one.staged.lines} AS s) WHERE ${isRejected}`;
  for await (const found of stores.warehouse.stream<{ row: number; code: number }>(sql)) codes.set(found.row, found.code);
  for await (const row of tableCells(plan.table)) {
    const code = codes.get(row.row);
    if (code !== undefined) yield { row: row.row, code, cells: row.cells };
  }
}

const rejectedFileTitles = {
  ru: ['Причина', 'Файл', 'Лист', 'Строка'],
  en: ['Reason', 'File', 'Sheet', 'Row'],
} as const;

const rejectReason = (code: number, language: Language): string => {
  const name = rejectNames.get(code);
  return name === undefined ? String(code) : formatMessage(importingMessages[`reject.${name}`][language], language);
};

/** Formulas stay text wherever the file is opened again. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s\u00a0]+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
