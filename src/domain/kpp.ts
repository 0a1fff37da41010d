import type { Problem } from './problem.ts';
import { mendSpreadsheetNumber } from './spreadsheet-number.ts';

/** `kpp` is null when the cell is empty or holds no КПП (`kppFormat`). A КПП has no checksum: a lost zero stays lost. */
export interface KppReading {
  readonly kpp: string | null;
  readonly finding: Problem | null;
}

export function isValidKpp(kpp: string): boolean {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) && !/^0+$/.test(kpp);
}

export function readKpp(cell: string): KppReading {
  const value = cell.replace(/кпп|[\s'’:№]/giu, '').toUpperCase();
  // A dash is how people and 1C write «none».
  if (/^[-–—]?$/.test(value)) return { kpp: null, finding: null };
  const kpp = mendSpreadsheetNumber(value);
  if (kpp !== null && isValidKpp(kpp)) return { kpp, finding: null };
  return { kpp: null, finding: { code: 'kppFormat', params: { value } } };
}
