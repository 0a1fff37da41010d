import type { TextDecoder } from 'node:util';
import { booleanCell } from '../excel/cells.ts';
import { plainDecimal } from '../plain-decimal.ts';

export interface DbfField {
  readonly name: Buffer;
  /** Letter of the format: C N F D L T I B Y M … */
  readonly type: string;
  /** In the record, whose first byte is the deletion mark. */
  readonly offset: number;
  readonly length: number;
  /** `B` is a double there, a memo in dBase. */
  readonly isFoxPro: boolean;
}

const julianOfUnixEpoch = 2_440_588;
/** 0001-01-01 and 9999-12-31. */
const firstJulianDay = 1_721_426;
const lastJulianDay = 5_373_484;
const dayMilliseconds = 86_400_000;

export function isMemo({ type, isFoxPro }: DbfField): boolean {
  return 'MGPW'.includes(type) || (type === 'B' && !isFoxPro);
}

/** The text of one field (https://www.dbase.com/KnowledgeBase/int/db7_file_fmt.htm); null where it is no valid value. */
export function fieldText(record: Buffer, field: DbfField, decoder: TextDecoder): string | null {
  const { type, offset, length } = field;
  const bytes = record.subarray(offset, offset + length);
  if (isMemo(field)) return '';
  switch (type) {
    case 'C':
    case 'V':
      return decoder.decode(bytes).replace(/[\0 ]+$/, '');
    case 'N':
    case 'F':
      return decimal(bytes.toString('latin1').replaceAll('\0', ' ').trim());
    case 'D':
      return date(bytes.toString('latin1').replaceAll('\0', ' ').trim());
    case 'L':
      return logical(String.fromCharCode(bytes[0] ?? 0x20));
    case 'I':
      return length === 4 ? String(bytes.readInt32LE()) : null;
    case 'Y':
      return length === 8 ? currency(bytes.readBigInt64LE()) : null;
    case 'T':
      return length === 8 ? dateTime(bytes.readInt32LE(), bytes.readInt32LE(4)) : null;
    case 'B':
      return length === 8 ? plainDecimal(String(bytes.readDoubleLE())) : null;
    default:
      return decoder.decode(bytes).trim();
  }
}

/** Numbers are text already, exact as the program wrote them; stars mean that one did not fit its field. */
function decimal(text: string): string | null {
  if (text === '' || text === '.' || text === '-') return '';
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) {
    return text
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.$/, '');
  }
  return /^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(text) ? plainDecimal(text) : null;
}

function date(text: string): string | null {
  if (text === '' || text === '00000000') return '';
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

function logical(letter: string): string | null {
  if ('TtYyДд'.includes(letter)) return booleanCell(true);
  if ('FfNnНн'.includes(letter)) return booleanCell(false);
  return letter === '?' || letter === ' ' || letter === '\0' ? '' : null;
}

function currency(tenThousandths: bigint): string {
  const sign = tenThousandths < 0n ? '-' : '';
  const digits = String(tenThousandths < 0n ? -tenThousandths : tenThousandths).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -4)}${fraction && `.${fraction}`}`;
}

function dateTime(julianDay: number, milliseconds: number): string | null {
  if (julianDay === 0) return '';
  if (julianDay < firstJulianDay || julianDay > lastJulianDay) return null;
  const seconds = Math.round(milliseconds / 1000) * 1000;
  const moment = new Date((julianDay - julianOfUnixEpoch) * dayMilliseconds + seconds).toISOString();
  return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
}
