import type { Field } from '../../../domain/fields.ts';
import { canonicalRows } from '../canonical-file.ts';
import type { NumberFormat } from '../format/format.ts';
import { isEmptyCell } from '../format/lexicon.ts';
import { parseScaled } from '../format/number.ts';
import { decideNumberFormat, NumberStatsCollector } from '../format/number-format.ts';
import { productFields } from '../recognise/fields-by-use.ts';
import { depthOf } from '../recognise/shape.ts';
import { isTotalRow } from '../recognise/totals.ts';
import type { ColumnReading, Recognition } from '../recognition.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { customerDepth, hasLegalForm, type LevelPlan } from './level-fields.ts';
import type { SetAsideCounter } from './set-aside.ts';
import { headerTest } from './spread-rows.ts';

/** A measure of a hierarchy that its parents add up. */
export interface Measure {
  readonly index: number;
  readonly header: string;
  readonly format: NumberFormat;
}

/** What a first pass over the rows finds out. */
export interface HierarchySurvey {
  readonly column: ColumnReading;
  readonly by: 'indent' | 'outline' | 'blanks' | 'sums';
  /** Depths that occur, as the format counts them, ascending. */
  readonly depths: readonly number[];
  readonly plan: LevelPlan;
  /** Rows that one leaf takes: 3 where article, code and name stand under each other. */
  readonly stacked: number;
  readonly measures: readonly Measure[];
}

export const summed: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'amountGross',
  'amountNet',
  'costAmount',
  'grossProfit',
]);

/** Looks through the whole table: how deep its rows lie, how its numbers are written. */
export async function surveyHierarchy(
  path: string,
  table: SourceTable,
  recognition: Recognition,
): Promise<HierarchySurvey> {
  const column =
    recognition.columns.find(({ levels, field }) => levels && field !== 'skuCode') ??
    recognition.columns.find(({ levels }) => levels);
  if (!column?.levels) throw new Error('no column of levels');
  const fields = column.levels.filter((field) => field !== null);
  const kinds = ['indent', 'outline', 'blanks'] as const;
  const met = kinds.map(() => new Map<number, { rows: number; legal: number }>());
  const numbers = recognition.columns.filter(({ field }) => field !== null && summed.has(field));
  const stats = numbers.map(() => new NumberStatsCollector());
  for await (const row of dataRows(path, table, recognition)) {
    if (isTotalRow(row.cells, [column])) continue;
    const label = row.cells[column.index] ?? '';
    for (const [at, kind] of kinds.entries()) {
      const depth = depthOf(row, column.index, kind);
      const count = met[at]?.get(depth) ?? { rows: 0, legal: 0 };
      met[at]?.set(depth, { rows: count.rows + 1, legal: count.legal + (hasLegalForm(label) ? 1 : 0) });
    }
    for (const [at, { index }] of numbers.entries()) stats[at]?.add(row.cells[index] ?? '');
  }
  const at = met.findIndex((depths) => depths.size > 1);
  const depths = at < 0 ? [] : [...(met[at]?.keys() ?? [])].sort((a, b) => a - b);
  const shares = depths.map((depth) => {
    const { rows = 1, legal = 0 } = met[at]?.get(depth) ?? {};
    return legal / rows;
  });
  const tail = fields.length - 1 - fields.findLastIndex((field) => !productFields.includes(field));
  const stacked = tail > 1 && depths.length === fields.length - tail + 1 ? tail : 1;
  const named = stacked > 1 ? fields.slice(0, fields.length - stacked + 1) : fields;
  const count = at < 0 ? fields.length : depths.length;
  return {
    column,
    by: kinds[at] ?? 'sums',
    depths,
    plan: { fields: named, depths: count, firstDepth: customerDepth(named, shares) },
    stacked,
    measures: numbers.map(({ index, header, field }, number) => ({
      index,
      header,
      format: numberFormat(stats[number] ?? new NumberStatsCollector(), header, field ?? 'quantity', table),
    })),
  };
}

/** Data rows of a table; empty ones and repeated headers are set aside. */
export async function* dataRows(
  path: string,
  table: SourceTable,
  recognition: Recognition,
  aside?: SetAsideCounter,
): AsyncGenerator<SourceRow> {
  const isHeader = headerTest(table, recognition);
  for await (const row of canonicalRows(path)) {
    if (row.row < recognition.firstDataRow) continue;
    const reason = row.cells.every(isEmptyCell) ? 'empty' : isHeader(row) ? 'repeatedHeader' : undefined;
    if (reason) aside?.add(reason, row.row);
    else yield row;
  }
}

/** The measures of a row in units of 10^-4; null: empty or unreadable. */
export function valuesOf(row: SourceRow, measures: readonly Measure[]): (bigint | null)[] {
  return measures.map(({ index, format }) => parseScaled(row.cells[index] ?? '', format) ?? null);
}

function numberFormat(
  stats: NumberStatsCollector,
  header: string,
  field: Field,
  { format }: SourceTable,
): NumberFormat {
  const typed = format !== 'csv' && format !== 'html';
  const decision = decideNumberFormat(stats, { column: header, field, typed });
  if ('format' in decision) return decision.format;
  return decision.formats[decision.question.suggested ?? ','] ?? { decimal: ',', thousands: null };
}
