import { multiply, sum } from '../../../domain/decimal.ts';
import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Decimal } from '../../../domain/units.ts';
import { parseNumber } from '../format/number.ts';
import { decideNumberFormat, numberStats } from '../format/number-format.ts';
import { tableCells } from '../read/table-cells.ts';
import { planFields } from '../recognise/fields-by-use.ts';
import { cleanCell } from '../stage/load-source.ts';
import type { OpenedFiles, OpenedTable } from './open-tables.ts';

/** What the plan files among the given ones hold: they are recognised and named, and left alone. */
export async function describePlans(opened: OpenedFiles): Promise<Problem[]> {
  const findings: Problem[] = [];
  for (const one of opened.tables)
    if (one.recognition.kind === 'plan') findings.push(await describePlan(one));
  return findings;
}

async function describePlan(one: OpenedTable): Promise<Problem> {
  const { rows, totals } = await planRows(one);
  const values = rows.flatMap((row) => row.values);
  const sales = values.flatMap(({ field, value }) => (field === 'planSales' ? [value] : []));
  return {
    code: 'planRecognised',
    place: { file: one.table.file },
    params: { values: values.length, totals: totals.length, sales: sum(sales) },
  };
}

/** A row of a plan file. */
export interface PlanRow {
  /** Of the source as the user sees it. */
  readonly row: number;
  /** What its other cells say, by field. */
  readonly about: ReadonlyMap<Field, string>;
  /** The cells that nobody knows a field of, by header. */
  readonly others: ReadonlyMap<string, string>;
  /** Numbers planned, in roubles where the header says thousands. */
  readonly values: readonly { readonly field: Field; readonly header: string; readonly value: Decimal }[];
  /** Cells of planned numbers that are none. */
  readonly unread: readonly { readonly header: string; readonly text: string }[];
}

/** What a plan file holds; totals apart. */
export async function planRows({ table, recognition }: Pick<OpenedTable, 'table' | 'recognition'>): Promise<{
  readonly rows: readonly PlanRow[];
  readonly totals: readonly PlanRow[];
}> {
  const isPlanned = (field: Field | null): field is Field => field !== null && planFields.includes(field);
  const planned = recognition.columns.filter(({ field }) => isPlanned(field));
  const telling = recognition.columns.filter(({ field }) => field !== null && !isPlanned(field));
  const read: { readonly row: number; readonly cells: readonly string[]; readonly isTotal: boolean }[] = [];
  for await (const { row, cells: given } of tableCells(table)) {
    if (row < recognition.firstDataRow) continue;
    const cells = given.map(cleanCell);
    if (cells.every((cell) => cell === '')) continue;
    const isTotal = cells.some((cell) => recognition.totalMarks.includes(cell.toLowerCase()));
    read.push({ row, cells, isTotal });
  }
  const columns = planned.map(({ index, field, header, multiplier = 1 }) => {
    const cells = read.filter(({ isTotal }) => !isTotal).map((one) => one.cells[index] ?? '');
    const decided = decideNumberFormat(numberStats(cells.filter((cell) => cell !== '')), {
      ...{ column: header, field: field ?? 'planOther', typed: table.format !== 'csv' },
    });
    const format = 'format' in decided ? decided.format : ({ decimal: ',', thousands: null } as const);
    return { index, header, field: field ?? 'planOther', multiplier, format };
  });
  const rowOf = ({ row, cells }: (typeof read)[number]): PlanRow => {
    const values: PlanRow['values'][number][] = [];
    const unread: PlanRow['unread'][number][] = [];
    for (const { index, header, field, multiplier, format } of columns) {
      const text = cells[index] ?? '';
      if (text === '') continue;
      const value = parseNumber(text, format);
      if (value === null || value === undefined) unread.push({ header, text });
      else values.push({ header, field, value: multiply(value, String(multiplier)) });
    }
    const about = new Map(
      telling.flatMap(({ index, field }) => (field === null ? [] : [[field, cells[index] ?? ''] as const])),
    );
    const unknown = recognition.columns.filter(({ field }) => field === null);
    const others = new Map(unknown.map(({ index, header }) => [header, cells[index] ?? '']));
    return { row, about, others, values, unread };
  };
  return {
    rows: read.filter(({ isTotal }) => !isTotal).map(rowOf),
    totals: read.filter(({ isTotal }) => isTotal).map(rowOf),
  };
}
