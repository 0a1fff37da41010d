import type { Field } from '../../../../../src/domain/fields.ts';
import type { ImportSummary } from '../../../server/api.ts';

export type TableSummary = ImportSummary['tables'][number];
type Reading = TableSummary['columns'][number];

export interface GridColumn {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly header: string;
  readonly field: Field | null;
  /** How it was recognised; unknown of a column that was unfolded into several. */
  readonly reading?: Reading;
  /** What a revision calls it: its header, or its number where that says too little. */
  readonly key: string;
}

/** The columns of a file as they stand, with how each was recognised. */
export function gridColumns(
  standing: readonly { readonly header: string; readonly field: Field | null }[],
  readings: readonly Reading[],
): readonly GridColumn[] {
  const left = [...readings];
  const headers = Map.groupBy(standing, ({ header }) => header);
  return standing.map(({ header, field }, index) => {
    const found = left.findIndex((one) => one.header === header && one.field === field);
    const [reading] = found < 0 ? [] : left.splice(found, 1);
    const single = header.trim() !== '' && headers.get(header)?.length === 1;
    return { index, header, field, key: single ? header : String(index + 1), ...(reading && { reading }) };
  });
}

/** What a revision says when a column is given another meaning: whoever had it before gives it up. */
export function remapped(
  columns: readonly GridColumn[],
  column: GridColumn,
  field: Field | null,
): Readonly<Record<string, Field | null>> {
  const before = field === null ? undefined : columns.find((one) => one.field === field && one !== column);
  return { ...(before && { [before.key]: null }), [column.key]: field };
}

const numbers: ReadonlySet<Field> = new Set([
  ...(['quantity', 'price', 'amountGross', 'amountNet', 'vatRate', 'vatAmount', 'discount'] as const),
  ...(['costAmount', 'grossProfit', 'creditLimit', 'deferralDays', 'debt', 'overdueDebt'] as const),
  ...(['latitude', 'longitude', 'planActiveBase', 'planSales', 'planAvgSku', 'planOther'] as const),
]);
export const isNumber = (field: Field | null): boolean => field !== null && numbers.has(field);

const narrowest = 96;
const widest = 260;
/** px a letter takes at most, by what it is written in. */
const letter = { header: 6.8, field: 8, cell: 7.9 };

/** px: wide enough for what stands in a column, within reason. */
export function columnWidth(header: string, field: string, cells: readonly string[]): number {
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  const wanted = [
    header.length * letter.header + 18,
    field.length * letter.field + 36,
    longest * letter.cell + 20,
  ];
  return Math.round(Math.min(widest, Math.max(narrowest, ...wanted)));
}

/** `sure` needs no look, `likely` a glance, `doubtful` an eye on it. */
export const sureness = (confidence: number): 'sure' | 'likely' | 'doubtful' => {
  // By what is shown: 80 % is never called less.
  const percent = Math.round(confidence * 100);
  if (percent >= 95) return 'sure';
  return percent >= 80 ? 'likely' : 'doubtful';
};
