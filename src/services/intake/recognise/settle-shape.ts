import type { Field } from '../../../domain/fields.ts';
import type { ColumnReading, Recognition } from '../recognition.ts';
import type { SourceRow } from '../source-table.ts';
import { clientFields } from './fields-by-use.ts';
import { foldHeader } from './fold-header.ts';
import type { HeaderColumn } from './header-columns.ts';
import { findLevels } from './shape.ts';
import { totalWords } from './totals.ts';

const totals = new Set([...totalWords, 'total', 'в целом'].map(foldHeader));
const summing: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'amountGross',
  'amountNet',
  'costAmount',
  'grossProfit',
]);

/**
 * Gives the columns of a hierarchy their levels and those of a matrix their measure; what only adds up other columns
 * («Итого» beside months) is nothing.
 */
export function settleShape(
  headers: readonly HeaderColumn[],
  readings: readonly ColumnReading[],
  rows: readonly SourceRow[],
  title: string,
): { readonly shape: Recognition['shape']; readonly columns: readonly ColumnReading[] } {
  const levels = findLevels(headers, readings, rows);
  const grouped = matrixColumns(headers, readings, title);
  const columns = grouped.map((column): ColumnReading => {
    if (levels?.column === column.index) {
      const field = levels.fields.at(-1) ?? null;
      return { ...column, field, levels: levels.fields, confidence: 0.95, reason: 'synonym' };
    }
    const codes = levels?.codes.get(column.index);
    return codes
      ? { ...column, field: codes.at(-1) ?? null, levels: codes, confidence: 0.9, reason: 'context' }
      : column;
  });
  if (levels) return { shape: 'hierarchy', columns };
  return { shape: columns.some(({ group }) => group) ? 'matrix' : 'flat', columns };
}

function matrixColumns(
  headers: readonly HeaderColumn[],
  readings: readonly ColumnReading[],
  title: string,
): readonly ColumnReading[] {
  const groups = new Set(
    readings.flatMap(({ group }) => (group && !totals.has(foldHeader(group.value)) ? [group.value] : [])),
  );
  const clients = readings.some(
    ({ field, group }) => field !== null && !group && clientFields.includes(field),
  );
  const shared = headers.some((header) => header.levels);
  // Without customers there is nothing to spread out.
  if (groups.size === 0 || !(clients || shared)) return readings.map(({ group, ...column }) => column);
  const counted = /шт|кол-?во|количеств|упак|кг/iu.test(title) && !/руб|сумм|выручк|₽|оборот/iu.test(title);
  return readings.map(({ group, ...column }) => {
    if (group && totals.has(foldHeader(group.value))) return { ...column, ...nothing };
    if (group && headers[column.index]?.name === '') {
      return {
        ...column,
        field: counted ? 'quantity' : 'amountGross',
        confidence: 0.85,
        reason: 'context',
        group,
      };
    }
    if (group) return { ...column, group };
    return column.field && summing.has(column.field) ? { ...column, ...nothing } : column;
  });
}

const nothing = { field: null, confidence: 0.9, reason: 'context' } as const;
