import { round } from '../../domain/decimal.ts';

/**
 * What the values of a column are. Money, ratios and fractions are exact decimal text; a `percent` is the fraction
 * (0.1874), shown as `18,7 %`; a `date` is `YYYY-MM-DD`; a `code` is text that merely looks like a number.
 */
export type CellKind = 'text' | 'code' | 'count' | 'money' | 'ratio' | 'percent' | 'date';
export type CellValue = string | number | null;

/** Of a workbook alone: what Excel works out itself, and its value now. Never made of what a user wrote. */
export interface Formula {
  /** Without `=`. */
  readonly formula: string;
  readonly value: string | number | null;
}

/** One column of a table, the same on screen, in CSV and in XLSX. */
export interface Column<Row> {
  readonly title: string;
  readonly kind: CellKind;
  readonly value: (row: Row) => CellValue;
  /** The higher, the sooner it is left out of a narrow terminal; 0 (default) stays. */
  readonly spare?: number;
}

export const isNumeric = (kind: CellKind) =>
  kind === 'count' || kind === 'money' || kind === 'ratio' || kind === 'percent';

/** Decimal places that programs get: kopecks for money, four for ratios and fractions. */
const places = { money: 2, ratio: 4, percent: 4 } as const;

/** As programs read it: plain digits, always the decimal places of its kind, a point. */
export function plainNumber(value: string | number, kind: CellKind): string {
  if (kind !== 'money' && kind !== 'ratio' && kind !== 'percent') return String(value);
  const [whole, fraction = ''] = round(String(value), places[kind]).split('.');
  return `${whole}.${fraction.padEnd(places[kind], '0')}`;
}
