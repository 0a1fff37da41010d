import { plainDecimal } from '../plain-decimal.ts';
import type { Reading } from '../reading.ts';
import { excelDate } from './excel-date.ts';
import type { NumberKind } from './number-format.ts';

/** Yes and no as a Russian spreadsheet shows them. */
export function booleanCell(value: boolean): string {
  return value ? 'Истина' : 'Ложь';
}

/** A stored number as text: a date where its format says so. */
export function numberCell(text: string, kind: NumberKind, is1904: boolean): string {
  if (kind === 'number') return plainDecimal(text);
  return excelDate(Number(text), kind, is1904) ?? plainDecimal(text);
}

/** What a sheet had that its rows do not show; told once a sheet. */
export class SheetFindings {
  readonly #found = new Map<string, { count: number; row: number; column: number }>();

  add(code: 'errorCells' | 'formulasWithoutValues' | 'hiddenRows', row: number, column = 0): void {
    const found = this.#found.get(code);
    if (found) found.count++;
    else this.#found.set(code, { count: 1, row, column });
  }

  report(reading: Reading, sheet: string): void {
    for (const [code, { count, row, column }] of this.#found) {
      const place = code === 'hiddenRows' ? { sheet, row } : { sheet, row, column: columnName(column) };
      reading.report(code, place, { count });
    }
  }
}

/** `0` → `A`, `27` → `AB`. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
