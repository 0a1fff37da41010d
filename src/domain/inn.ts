import { type KppReading, readKpp } from './kpp.ts';
import type { Problem } from './problem.ts';
import { mendSpreadsheetNumber } from './spreadsheet-number.ts';

/**
 * What a cell says of an ИНН. `inn` is null when it is empty or no valid one: such an ИНН is no key, but its row still
 * counts, so every finding is a warning: `innLeadingZero` (mended), `innChecksum`, `innZeros`, `innLength`,
 * `innScientific`, `innUnreadable`.
 */
export interface InnReading {
  readonly inn: string | null;
  /** 10 digits: an organisation; 12: a person, as a rule a sole trader. */
  readonly kind: 'legal' | 'person' | null;
  readonly finding: Problem | null;
}

const weights10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const weights11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const weights12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** 10 or 12 digits whose check digits fit; all zeros fit too and are refused here. */
export function isValidInn(inn: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(inn) || /^0+$/.test(inn)) return false;
  return inn.length === 10 ? fits(inn, weights10) : fits(inn.slice(0, 11), weights11) && fits(inn, weights12);
}

function fits(digits: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (sum % 11) % 10 === Number(digits[weights.length]);
}

/** Reads the ИНН of one cell as files have it: with blanks, an apostrophe, the word «ИНН», `.0`, a lost leading zero. */
export function readInn(cell: string): InnReading {
  const value = cell.replace(/инн|[\s'’:№]/giu, '');
  if (value === '') return { inn: null, kind: null, finding: null };
  const digits = mendSpreadsheetNumber(value);
  if (digits === null) return refused('innScientific', value);
  if (!/^\d+$/.test(digits)) return refused('innUnreadable', value);
  if (/^0+$/.test(digits)) return refused('innZeros', value);
  if (isValidInn(digits)) return accepted(digits, null);
  if (digits.length === 9 || digits.length === 11) {
    const inn = `0${digits}`;
    if (isValidInn(inn)) return accepted(inn, { code: 'innLeadingZero', params: { value, inn } });
  }
  return refused(digits.length === 10 || digits.length === 12 ? 'innChecksum' : 'innLength', value);
}

function accepted(inn: string, finding: Problem | null): InnReading {
  return { inn, kind: inn.length === 10 ? 'legal' : 'person', finding };
}

function refused(code: string, value: string): InnReading {
  return { inn: null, kind: null, finding: { code, params: { value } } };
}

/**
 * A pair in one cell, «7707083893/770701001», «ИНН 7707083893 КПП 770701001», or an ИНН alone. A КПП beside the ИНН of
 * a person is left out (`kppOfPerson`): sole traders have none.
 */
export function readInnKpp(cell: string): { readonly inn: InnReading; readonly kpp: KppReading } {
  const parts = cell
    .replace(/кпп/giu, '/')
    .split(/[/\\|;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const blank = /^(.*\d)\s+([0-9A-Z]{9})$/i.exec(parts[0] ?? '');
  const [left = '', right = ''] = parts.length === 1 && blank ? blank.slice(1) : parts;
  const inn = readInn(left);
  const kpp = readKpp(right);
  if (inn.kind !== 'person' || kpp.kpp === null) return { inn, kpp };
  return { inn, kpp: { kpp: null, finding: { code: 'kppOfPerson', params: { value: kpp.kpp } } } };
}
