import { multiply, sum } from '../../../domain/decimal.ts';
import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
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

async function describePlan({ table, recognition }: OpenedTable): Promise<Problem> {
  const columns = recognition.columns.filter(
    (column) => column.field !== null && (planFields as readonly Field[]).includes(column.field),
  );
  const rows: (readonly string[])[] = [];
  let totals = 0;
  for await (const row of tableCells(table)) {
    if (row.row < recognition.firstDataRow) continue;
    const cells = row.cells.map(cleanCell);
    if (cells.every((cell) => cell === '')) continue;
    if (cells.some((cell) => recognition.totalMarks.includes(cell.toLowerCase()))) totals++;
    else rows.push(cells);
  }
  let values = 0;
  const sales: string[] = [];
  for (const { index, field, header, multiplier = 1 } of columns) {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    const decided = decideNumberFormat(numberStats(cells), {
      column: header,
      field: field ?? 'planOther',
      typed: table.format !== 'csv',
    });
    const format = 'format' in decided ? decided.format : ({ decimal: ',', thousands: null } as const);
    for (const cell of cells) {
      const value = parseNumber(cell, format);
      if (value === null || value === undefined) continue;
      values++;
      if (field === 'planSales') sales.push(multiply(value, String(multiplier)));
    }
  }
  return {
    code: 'planRecognised',
    place: { file: table.file },
    params: { values, totals, sales: sum(sales) },
  };
}
