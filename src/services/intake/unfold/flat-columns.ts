import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import { Refusal } from '../../../domain/problem.ts';
import { monthEnd } from '../format/month.ts';
import { dayFields } from '../recognise/fields-by-use.ts';
import { monthOf } from '../recognise/preamble.ts';
import type { ColumnReading, Recognition } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';

/** A column of the unfolded table. */
export interface FlatColumn {
  readonly field: Field;
  readonly header: string;
  readonly confidence: number;
  readonly reason: ColumnReading['reason'];
  readonly multiplier?: number;
  /** Column of the source that it is copied from; missing: the unfolding fills it. */
  readonly source?: number;
}

/** One value over a group of columns: a month, a day, a manager. */
export interface Group {
  /** What every line of the group says, by field. */
  readonly values: ReadonlyMap<Field, string>;
  /** Source columns of its measures. */
  readonly measures: ReadonlyMap<Field, number>;
}

export interface FlatLayout {
  readonly columns: readonly FlatColumn[];
  /** One without values where the columns are not grouped. */
  readonly groups: readonly Group[];
}

/** True for shipments of which no column says the day: the stated period has to. */
export function isUndated({ kind, columns }: Recognition): boolean {
  const days = (field: Field | null | undefined): boolean => field != null && dayFields.includes(field);
  return (
    kind === 'shipments' &&
    !columns.some(({ field, group, levels }) => days(field) || days(group?.field) || levels?.some(days))
  );
}

/** Lays out the columns of the unfolded table. Throws a `Refusal` when nothing dates its rows. */
export function flatLayout(
  table: SourceTable,
  recognition: Recognition,
  filled: readonly Field[],
): FlatLayout {
  const readings = recognition.columns.filter(({ levels }) => !levels);
  const columns: FlatColumn[] = [];
  const add = (column: FlatColumn): void => {
    if (column.source !== undefined || !columns.some(({ field }) => field === column.field))
      columns.push(column);
  };
  const groups = groupsOf(readings);
  for (const field of filled) add(filledColumn(recognition, field));
  for (const field of new Set(groups.flatMap(({ values }) => [...values.keys()])))
    add(filledColumn(recognition, field));
  for (const reading of readings) {
    if (
      reading.field === null ||
      columns.some(({ field, source }) => field === reading.field && source === undefined)
    )
      continue;
    if (!reading.group) add({ ...described(reading, reading.field), source: reading.index });
    else add(described(reading, reading.field));
  }
  const dated = recognition.kind !== 'shipments' || columns.some(({ field }) => dayFields.includes(field));
  const month = dated ? undefined : statedMonth(table, recognition);
  if (month) for (const field of month.keys()) columns.push(filledColumn(recognition, field));
  return {
    columns,
    groups: month
      ? groups.map((group) => ({ ...group, values: new Map([...group.values, ...month]) }))
      : groups,
  };
}

function described(reading: ColumnReading, field: Field): FlatColumn {
  const { header, group, confidence, reason, multiplier } = reading;
  return { field, header: group ? field : header, confidence, reason, ...(multiplier && { multiplier }) };
}

function filledColumn(recognition: Recognition, field: Field): FlatColumn {
  const shared = recognition.columns.find(({ levels }) => levels?.includes(field));
  return {
    field,
    header: shared?.header ?? field,
    confidence: shared?.confidence ?? 0.95,
    reason: 'context',
  };
}

function groupsOf(readings: readonly ColumnReading[]): readonly Group[] {
  const grouped = Map.groupBy(
    readings.filter(({ group, field }) => group && field !== null),
    ({ group }) => `${group?.field} ${group?.value}`,
  );
  if (grouped.size === 0) {
    return [{ values: new Map(), measures: new Map() }];
  }
  return [...grouped.values()].map((columns) => {
    const group = columns[0]?.group ?? { field: 'month', value: '' };
    const values = group.field === 'month' ? monthValues(group.value) : new Map([[group.field, group.value]]);
    return {
      values,
      measures: new Map(columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : []))),
    };
  });
}

/** The facts of a month are dated on its last day. */
function monthValues(month: string): ReadonlyMap<Field, string> {
  return new Map<Field, string>([
    ['shipmentDate', monthEnd(month)],
    ['month', month],
  ]);
}

function statedMonth(table: SourceTable, { statedPeriod }: Recognition): ReadonlyMap<Field, string> {
  const month = statedPeriod && monthOf(statedPeriod);
  if (month) return monthValues(month);
  const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  const problem: Problem = statedPeriod
    ? { code: 'statedPeriodNotMonth', place, params: { ...statedPeriod } }
    : { code: 'reportPeriodMissing', place };
  throw new Refusal(problem);
}
