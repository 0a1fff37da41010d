import { isValidInn } from '../../../domain/inn.ts';
import { parseDate } from '../format/date.ts';
import { isEmptyDate } from '../format/day.ts';
import type { NumberFormat } from '../format/format.ts';
import { isEmptyCell, trimBlanks } from '../format/lexicon.ts';
import { monthOnly } from '../format/month.ts';
import { parseNumber } from '../format/number.ts';
import { parsePresentation } from '../format/presentation.ts';

/** What the values of a column look like, as shares of its filled cells (0 … 1); all 0 when none is filled. */
export interface Profile {
  readonly filled: number;
  readonly rows: number;
  readonly numbers: number;
  /** Whole numbers of up to six digits. */
  readonly counts: number;
  /** Cells with a digit in them, as codes have. */
  readonly digits: number;
  readonly dates: number;
  readonly months: number;
  readonly presentations: number;
  readonly inn: number;
  readonly phones: number;
  readonly emails: number;
  /** «шт» behind the last comma. */
  readonly units: number;
  /** 1, 2, 3, …: the number of the row. */
  readonly rowNumbers: boolean;
  readonly distinct: number;
  readonly samples: readonly string[];
}

const spellings: readonly NumberFormat[] = [
  { decimal: ',', thousands: null },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
];
const dayFirst = { order: 'dmy', serials: false } as const;
const monthFirst = { order: 'mdy', serials: false } as const;
const unitTail =
  /,\s*(?:шт|упак?|уп|кг|г|гр|л|мл|м|м2|м3|т|тн|кор|короб|ящ|пач|пак|бут|бан|рул|компл?|набор|пар|пара|ед|усл\.? ?ед|pcs|kg|l)\.?\s*$/iu;

export function looksLikeNumber(text: string): boolean {
  return spellings.some((format) => typeof parseNumber(text, format) === 'string');
}

export function looksLikeDate(text: string): boolean {
  return typeof parseDate(text, dayFirst) === 'string' || typeof parseDate(text, monthFirst) === 'string';
}

/** «Молоко 3,2 %, шт»: a unit stands behind the last comma. */
export function endsWithUnit(text: string): boolean {
  return unitTail.test(text);
}

export function profile(values: readonly string[]): Profile {
  const filled = values.map(trimBlanks).filter((value) => !isEmptyCell(value));
  // Columns repeat their values: each is looked at once.
  const times = new Map<string, number>();
  for (const value of filled) times.set(value, (times.get(value) ?? 0) + 1);
  const share = (test: (value: string) => boolean): number => {
    let passed = 0;
    for (const [value, count] of times) if (test(value)) passed += count;
    return filled.length === 0 ? 0 : passed / filled.length;
  };
  return {
    filled: filled.length,
    rows: values.length,
    numbers: share(looksLikeNumber),
    counts: share((value) => /^\d{1,6}$/.test(value)),
    digits: share((value) => /\d/.test(value)),
    dates: share((value) => looksLikeDate(value) || isEmptyDate(value) || isSerial(value)),
    months: share((value) => typeof monthOnly(value) === 'string'),
    presentations: share((value) => parsePresentation(value) !== undefined),
    inn: share((value) => isValidInn(value.replace(/^'/, ''))),
    phones: share(looksLikePhone),
    emails: share((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    units: share(endsWithUnit),
    rowNumbers:
      filled.length > 1 &&
      filled.every((value, index) => Number(value) === index + Number(filled[0]) && Number(filled[0]) <= 1),
    distinct: times.size,
    samples: [...times.keys()].slice(0, 5),
  };
}

function isSerial(value: string): boolean {
  return typeof parseDate(value, { order: 'dmy', serials: true }) === 'string';
}

function looksLikePhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return digits >= 10 && /^[\d\s()+\-,;'.]+$/.test(value) && /[()+\- ]|^'?[78]\d{10}$/.test(value);
}
