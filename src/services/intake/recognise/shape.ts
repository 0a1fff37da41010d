import type { Field } from '../../../domain/fields.ts';
import { isEmptyCell } from '../format/lexicon.ts';
import type { ColumnReading } from '../recognition.ts';
import type { SourceRow } from '../source-table.ts';
import { amountFields, clientFields, documentFields, productFields } from './fields-by-use.ts';
import type { HeaderColumn } from './header-columns.ts';
import { matchHeader } from './match-header.ts';
import { endsWithUnit } from './profile.ts';

/** Levels that share one column of a hierarchical report. */
export interface Levels {
  readonly column: number;
  /** Outermost first. */
  readonly fields: readonly Field[];
  /** Columns of codes beside it: what the code is of, level by level. */
  readonly codes: ReadonlyMap<number, readonly (Field | null)[]>;
}

/** How deep a row lies, by what its format has: indent, outline level, blanks before the text. */
export function depthOf(row: SourceRow, column: number, by: 'indent' | 'outline' | 'blanks'): number {
  if (by === 'indent') return row.indent;
  if (by === 'outline') return row.outline;
  return /^[ \u00a0\t]*/.exec(row.cells[column] ?? '')?.[0].length ?? 0;
}

/** What tells the depth of rows; undefined when all lie equally deep. */
export function depthKind(
  rows: readonly SourceRow[],
  column: number,
): 'indent' | 'outline' | 'blanks' | undefined {
  return (['indent', 'outline', 'blanks'] as const).find(
    (by) => new Set(rows.map((row) => depthOf(row, column, by))).size > 1,
  );
}

/** Finds the column that levels share, by its header («Клиент» over «Номенклатура») or by the depth of its rows. */
export function findLevels(
  columns: readonly HeaderColumn[],
  readings: readonly ColumnReading[],
  rows: readonly SourceRow[],
): Levels | undefined {
  const named = columns.find(({ levels }) => levels);
  if (named?.levels) {
    const fields: Field[] = [];
    for (const name of named.levels) fields.push(...levelField(name, fields.at(-1), rows, named.index));
    return { column: named.index, fields, codes: codesBeside(columns, named.index, fields) };
  }
  const names = readings.filter(({ field }) => field !== null && nameFields.has(field));
  const [only] = names;
  const measured = readings.some(
    ({ field }) => field === 'quantity' || (field && amountFields.includes(field)),
  );
  if (names.length !== 1 || !only?.field || !measured || !depthKind(rows, only.index)) return undefined;
  const labels = rows.map((row) => row.cells[only.index] ?? '').filter((label) => !isEmptyCell(label));
  const units = labels.filter(endsWithUnit).length > labels.length / 4;
  const isProduct = productFields.includes(only.field);
  const fields: Field[] = isProduct || !units ? [only.field] : [only.field, 'skuNameUnit'];
  return { column: only.index, fields, codes: codesBeside(columns, only.index, fields) };
}

const nameFields: ReadonlySet<Field> = new Set<Field>([
  'clientName',
  'deliveryPointName',
  'skuName',
  'skuNameUnit',
  'documentNumber',
  'documentPresentation',
  'shipmentDate',
  'orderDate',
  'inn',
  'clientCode',
]);

function levelField(
  name: string,
  outer: Field | undefined,
  rows: readonly SourceRow[],
  column: number,
): Field[] {
  const fields = matchHeader(name).flatMap(({ field }) => (field === null ? [] : [field]));
  if (fields.includes('documentPresentation')) return ['documentPresentation'];
  if (outer && productFields.includes(outer) && fields.includes('skuCode')) return ['skuCode'];
  const [first] = fields;
  if (first !== 'skuName') return first ? [first] : [];
  const units = rows.filter((row) => endsWithUnit(row.cells[column] ?? '')).length;
  return [units > rows.length / 4 ? 'skuNameUnit' : 'skuName'];
}

/** «Код» beside shared levels is the customer's code on the customer's row and the product's on the product's. */
function codesBeside(
  columns: readonly HeaderColumn[],
  shared: number,
  fields: readonly Field[],
): ReadonlyMap<number, readonly (Field | null)[]> {
  const codes = new Map<number, readonly (Field | null)[]>();
  for (const column of columns) {
    if (column.index === shared) continue;
    const means = matchHeader(column.levels?.[0] ?? column.name).map(({ field }) => field);
    if (means.includes('clientCode') && means.includes('skuCode'))
      codes.set(column.index, fields.map(codeOf));
  }
  return codes;
}

function codeOf(field: Field): Field | null {
  if (productFields.includes(field)) return 'skuCode';
  if (field.startsWith('deliveryPoint')) return 'deliveryPointCode';
  if (clientFields.includes(field)) return 'clientCode';
  if (documentFields.includes(field)) return null;
  return field.startsWith('manager') ? 'managerCode' : field.startsWith('salesRep') ? 'salesRepCode' : null;
}
