import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import { type DateStats, dateStats, dateStatsSql } from '../format/date-format.ts';
import { type ColumnStats, dateFields, decideFormats, numberFields } from '../format/decide-formats.ts';
import { type NumberStats, numberStats, numberStatsSql } from '../format/number-format.ts';
import type { Ask, ImportOptions } from '../import-summary.ts';
import { tableCells } from '../read/table-cells.ts';
import type { ColumnFormat, ColumnReading, Recognition } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';
import type { ColumnPlan } from '../stage/column-plan.ts';
import { cell } from '../stage/line-sql.ts';
import { cleanCell, sourceRows } from '../stage/load-source.ts';
import { about, askFor } from './ask-for.ts';

export interface DecidedPlan {
  readonly plan: ColumnPlan;
  readonly findings: readonly Problem[];
  /** Every value was looked at, not only the sample. */
  readonly complete: boolean;
}

type Stats = ReadonlyMap<number, NumberStats | DateStats>;
type MappedColumn = ColumnReading & { readonly field: Field };

const mappedColumns = (recognition: Recognition): MappedColumn[] =>
  recognition.columns.filter((column): column is MappedColumn => column.field !== null);

/** Formats of all columns as the rows at hand tell them; where these leave a question, all values are asked first. */
export async function decidePlan(
  stores: Stores,
  table: SourceTable,
  recognition: Recognition,
  options: ImportOptions,
  ask: Ask,
): Promise<DecidedPlan> {
  const quick = decide(table, recognition, sampleStats(table, recognition), options.answers);
  if (quick.questions.length === 0)
    return { plan: planOf(table, recognition, quick.formats), findings: quick.findings, complete: false };
  return decideFromAllValues(stores, table, recognition, options, ask);
}

/** Formats as every single value tells them; what stays open is asked. */
export async function decideFromAllValues(
  stores: Stores,
  table: SourceTable,
  recognition: Recognition,
  options: ImportOptions,
  ask: Ask,
): Promise<DecidedPlan> {
  const stats = await allStats(stores, table, recognition);
  const answers: Record<string, string> = { ...options.answers };
  for (;;) {
    const decided = decide(table, recognition, stats, answers);
    const [question] = decided.questions;
    if (question === undefined)
      return {
        plan: planOf(table, recognition, decided.formats),
        findings: decided.findings,
        complete: true,
      };
    answers[question.key] = await askFor(about(question, table), options, ask);
  }
}

function decide(
  table: SourceTable,
  recognition: Recognition,
  stats: Stats,
  answers: Readonly<Record<string, string>> = {},
) {
  const columns: ColumnStats[] = mappedColumns(recognition).map((column) => {
    const { index, header, field, samples } = column;
    const found = stats.get(index);
    return {
      index,
      header,
      field,
      samples,
      ...(numberFields.has(field) && { numbers: found as NumberStats }),
      ...(dateFields.has(field) && { dates: found as DateStats }),
    };
  });
  const typed = table.format !== 'csv' && table.format !== 'html';
  return decideFormats(
    columns,
    { file: table.file, typed, ...(table.sheet !== undefined && { sheet: table.sheet }) },
    answers,
  );
}

function planOf(
  table: SourceTable,
  recognition: Recognition,
  formats: ReadonlyMap<number, ColumnFormat>,
): ColumnPlan {
  return {
    table,
    recognition,
    formats: new Map(
      mappedColumns(recognition).map((column) => [
        column.field,
        formats.get(column.index) ?? { type: 'text' },
      ]),
    ),
  };
}

function sampleStats(table: SourceTable, recognition: Recognition): Stats {
  const rows = [...table.head, ...table.sample, ...table.tail].filter(
    (row) => row.row >= recognition.firstDataRow,
  );
  return statsOf(recognition, (index) => rows.map((row) => cleanCell(row.cells[index] ?? '')));
}

function statsOf(recognition: Recognition, values: (index: number) => readonly string[]): Stats {
  const stats = new Map<number, NumberStats | DateStats>();
  for (const { index, field } of mappedColumns(recognition)) {
    if (numberFields.has(field)) stats.set(index, numberStats(values(index)));
    if (dateFields.has(field)) stats.set(index, dateStats(values(index)));
  }
  return stats;
}

async function allStats(stores: Stores, table: SourceTable, recognition: Recognition): Promise<Stats> {
  const wanted = mappedColumns(recognition).filter(
    (column) => numberFields.has(column.field) || dateFields.has(column.field),
  );
  if (stores.warehouse.kind === 'server') {
    const values = new Map<number, string[]>(wanted.map((column) => [column.index, []]));
    for await (const row of tableCells(table)) {
      if (row.row >= recognition.firstDataRow)
        for (const [index, list] of values) list.push(cleanCell(row.cells[index] ?? ''));
    }
    return statsOf(recognition, (index) => values.get(index) ?? []);
  }
  const plan: ColumnPlan = { table, recognition, formats: new Map() };
  const mapped = wanted.map((column) => column.field);
  const aggregates = wanted.flatMap((column) =>
    (numberFields.has(column.field)
      ? numberStatsSql(cell(column.field))
      : dateStatsSql(cell(column.field))
    ).map((statistic) => `${statistic.sql} AS s${column.index}_${statistic.name}`),
  );
  const [row = {}] = await stores.warehouse.rows<Record<string, unknown>>(
    `SELECT ${aggregates.join(', ')} FROM (${sourceRows(plan, mapped)})`,
  );
  return new Map(
    wanted.map(({ index }) => [index, countsOf(row, `s${index}_`) as unknown as NumberStats | DateStats]),
  );
}

/** 64-bit counts arrive as text. */
function countsOf(row: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> {
  const number = (value: unknown): unknown =>
    typeof value === 'string' && /^\d+$/.test(value)
      ? Number(value)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, number(inner)]))
        : value;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), number(value)]),
  );
}
