import { mendSpreadsheetNumber } from './spreadsheet-number.ts';

/**
 * One number of a cell. Our own reader: what is hard is the cell (several numbers, extensions, names, Excel's floats),
 * not the plan, which in Russia and Kazakhstan is +7 and ten digits; libphonenumber's lists of assigned ranges would
 * only refuse numbers that a customer base has to keep.
 */
export interface Phone {
  /** `+7XXXXXXXXXX`; null for a local or unreadable number. */
  readonly e164: string | null;
  /** `local`: 5 to 7 digits without a city code. `unreadable`: digits that make no number. Both keep `raw` only. */
  readonly kind: 'mobile' | 'fixed' | 'tollFree' | 'foreign' | 'local' | 'unreadable';
  readonly country: 'RU' | 'KZ' | null;
  readonly extension: string | null;
  /** As it stands in the cell. */
  readonly raw: string;
}

const extension =
  /(?<=\d.*)(?:(?<!\p{L})(?:доб|вн|ext)\p{L}*[.:\s]*№?\s*|(?<=[\d)\s])[x#*х]\s*)(\d{1,6})(?!\d)/iu;

/** Reads every number of a cell; text without digits is passed over, digits never are. */
export function readPhones(cell: string): readonly Phone[] {
  const whole = cell.trim().replace(/^'/, '');
  // Before the split at commas: `7,9E+10` is one number that Excel spoilt.
  if (/^\d[.,]?\d*e\+?\d+$/i.test(whole)) {
    const digits = mendSpreadsheetNumber(whole);
    return [digits === null ? unreadable(whole) : readOne(digits, whole)];
  }
  return joinExtensions(whole.split(/[,;|/\n\r]|\s(?:или|и)\s|(?=\+)/u)).flatMap(readPart);
}

/** `+7 (XXX) XXX-XX-XX` for +7; other countries as `+` and digits. */
export function formatPhone(e164: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  return parts ? `+7 (${parts[1]}) ${parts[2]}-${parts[3]}-${parts[4]}` : e164;
}

/** The first number that can be somebody's own: complete and not toll-free. */
export function personalPhone(phones: readonly Phone[]): string | null {
  return phones.find((phone) => phone.e164 !== null && phone.kind !== 'tollFree')?.e164 ?? null;
}

/** «8 (8332) 00-00-01, доб. 123»: the split parted an extension from its number. */
function joinExtensions(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const onlyExtension = /^[\s(]*(?:доб|вн|ext|#|\*)\D*\d{1,6}\D*$/iu.test(part);
    if (last !== undefined && onlyExtension) joined[joined.length - 1] = `${last}, ${part.trim()}`;
    else joined.push(part);
  }
  return joined;
}

function readPart(part: string): readonly Phone[] {
  const raw = part.trim();
  if (!/\d/.test(raw)) return [];
  const found = extension.exec(raw);
  const number = (found ? raw.slice(0, found.index) : raw).replace(/[^\d+.,\s-]/gu, ' ').trim();
  const text = mendSpreadsheetNumber(number) ?? number;
  const phone = readOne(text, raw, found?.[1] ?? null);
  return phone.kind === 'unreadable' && !found ? (splitAtBlanks(text) ?? [phone]) : [phone];
}

function readOne(text: string, raw: string, ext: string | null = null): Phone {
  const digits = text.replace(/\D/g, '');
  const make = (kind: Phone['kind'], e164: string | null, country: Phone['country'] = null): Phone => ({
    e164,
    kind,
    country,
    extension: ext,
    raw,
  });
  const national = nationalNumber(digits, text.includes('+'));
  if (national) {
    const country = /^[67]/.test(national) ? 'KZ' : 'RU';
    return make(kindOf(national), `+7${national}`, country);
  }
  const foreign = foreignNumber(digits, text.includes('+'));
  if (foreign) return make('foreign', `+${foreign}`);
  if (/^\d{5,7}$/.test(digits) && !text.includes('+')) return make('local', null);
  return make('unreadable', null);
}

/** Ten digits behind +7, or null. Codes that begin with 0, 1, 2 and 5 are assigned to nobody. */
function nationalNumber(digits: string, plus: boolean): string | null {
  // «+8 900…» is a slip for 8 900…; every other +8… is a country of Asia.
  const full = digits.length === 11 && (plus ? /^(?:7|89)/ : /^[78]/).test(digits);
  // Ten digits that begin with 7 9 or 8 9 are a mobile number short of one digit, not a city code.
  const bare = digits.length === 10 && !plus && !/^[78][89]/.test(digits);
  const national = full ? digits.slice(1) : bare ? digits : '';
  return /^[346789]/.test(national) ? national : null;
}

function kindOf(national: string): Phone['kind'] {
  if (/^80[04]/.test(national)) return 'tollFree';
  return /^(?:9|70|747|77)/.test(national) ? 'mobile' : 'fixed';
}

/** Neighbours whose numbers people write without the plus; their lengths cannot be Russian ones. */
const neighbours = /^(?:(?:375|380|99[24568])\d{9}|(?:373|374|993)\d{8})$/;

function foreignNumber(digits: string, plus: boolean): string | null {
  if (plus) return /^[1-689]\d{7,14}$/.test(digits) && !/^8\d{10}$/.test(digits) ? digits : null;
  if (/^810[1-9]\d{7,12}$/.test(digits)) return digits.slice(3);
  return neighbours.test(digits) ? digits : null;
}

/** «89000000001 89000000002»: groups of digits are taken until they make a whole number; all must, or none is. */
function splitAtBlanks(text: string): readonly Phone[] | null {
  const phones: Phone[] = [];
  let group = '';
  for (const word of text.split(/\s+/)) {
    group = group ? `${group} ${word}` : word;
    const digits = group.replace(/\D/g, '');
    if (digits.length < (/^[78]/.test(digits) ? 11 : 10)) continue;
    const phone = readOne(group, group);
    if (phone.e164 === null) return null;
    phones.push(phone);
    group = '';
  }
  return group === '' && phones.length > 1 ? phones : null;
}

function unreadable(raw: string): Phone {
  return { e164: null, kind: 'unreadable', country: null, extension: null, raw };
}
