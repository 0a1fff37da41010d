import type { Problem } from './problem.ts';
import { mendSpreadsheetNumber } from './spreadsheet-number.ts';

/** ОГРН (13 digits, an organisation) or ОГРНИП (15, a sole trader); findings `ogrnChecksum`, `ogrnLength`, `ogrnScientific`. */
export interface OgrnReading {
  readonly ogrn: string | null;
  readonly kind: 'legal' | 'person' | null;
  readonly finding: Problem | null;
}

/** All digits but the last, modulo 11 (ОГРН) or 13 (ОГРНИП), modulo 10, is the last; all zeros are refused. */
export function isValidOgrn(ogrn: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(ogrn) || /^0+$/.test(ogrn)) return false;
  const modulus = ogrn.length === 13 ? 11n : 13n;
  return (BigInt(ogrn.slice(0, -1)) % modulus) % 10n === BigInt(ogrn.slice(-1));
}

export function readOgrn(cell: string): OgrnReading {
  const value = cell.replace(/огрн(?:ип)?|[\s'’:№]/giu, '');
  if (value === '') return { ogrn: null, kind: null, finding: null };
  const ogrn = mendSpreadsheetNumber(value);
  if (ogrn !== null && isValidOgrn(ogrn)) {
    return { ogrn, kind: ogrn.length === 13 ? 'legal' : 'person', finding: null };
  }
  const complete = ogrn !== null && /^(?:\d{13}|\d{15})$/.test(ogrn);
  const code = ogrn === null ? 'ogrnScientific' : complete ? 'ogrnChecksum' : 'ogrnLength';
  return { ogrn: null, kind: null, finding: { code, params: { value } } };
}
