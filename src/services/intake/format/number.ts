import type { Decimal } from '../../../domain/units.ts';
import type { NumberFormat } from './format.ts';
import { blank, isEmptyCell } from './lexicon.ts';

const minus = '[-−–]';
const currency = '(?:₽|\\$|€|£|руб|rub|usd|eur|gbp)';
const unit =
  '(?:₽|\\$|€|£|%|руб(?:\\.|лей|ля|ль)?|р\\.?|rub|usd|eur|gbp|шт(?:\\.|ука?|уки)?|кг\\.?|л\\.?|уп(?:ак)?\\.?|кор\\.?|ящ\\.?|ед\\.?|pcs|kg)';
const groupBlank = "[ \u00a0\u2007\u2009\u202f'’]";

export interface NumberPatterns {
  /** The whole cell is a number. */
  readonly whole: string;
  /** The digits with their separators and exponent; the first match in a cell that is a number. */
  readonly figure: string;
  /** The cell, known to be a number, is below zero. */
  readonly negative: string;
  /** What is dropped from the digits. */
  readonly dropped: string;
  /** What stands for the decimal point. */
  readonly decimal: string;
}

/**
 * The grammar of one number format: digits (whole or in groups of three), decimals, exponent; a sign before, a sign
 * behind or brackets; a currency before, a unit behind. At most one sign.
 */
export function numberPatterns(format: NumberFormat): NumberPatterns {
  const separator = format.thousands === null ? null : format.thousands === '.' ? '\\.' : ',';
  const decimal = format.thousands === null ? '[.,]' : format.decimal === '.' ? '\\.' : ',';
  const group = separator === null ? groupBlank : `(?:${groupBlank}|${separator})`;
  const digits = `(?:(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)(?:${decimal}\\d*)?|${decimal}\\d+)(?:e[-+]?[0-3]?\\d)?`;
  const before = `(?:${currency}${blank}*)?`;
  const behind = `(?:${blank}*${unit})?`;
  const sign = `(?:[-+−–]${blank}*)`;
  return {
    whole:
      `^${blank}*'?(?:${sign}?${before}${digits}${behind}|${currency}${blank}*${sign}${digits}${behind}` +
      `|${before}${digits}${behind}${minus}|\\(${before}${digits}${behind}\\)${behind})${blank}*$`,
    figure: `[.,]?\\d[\\d.,'’ \u00a0\u2007\u2009\u202f]*(?:e[-+]?[0-3]?\\d)?`,
    negative: `^[^0-9]*[-−–(]|${minus}${blank}*$`,
    dropped: separator === null ? groupBlank : `${groupBlank}|${separator}`,
    decimal,
  };
}

interface Compiled {
  readonly whole: RegExp;
  readonly figure: RegExp;
  readonly negative: RegExp;
  readonly dropped: RegExp;
}

const compiled = new Map<string, Compiled>();

function compile(format: NumberFormat): Compiled {
  const key = `${format.decimal}${format.thousands}`;
  let found = compiled.get(key);
  if (!found) {
    const patterns = numberPatterns(format);
    found = {
      whole: new RegExp(patterns.whole, 'iu'),
      figure: new RegExp(patterns.figure, 'iu'),
      negative: new RegExp(patterns.negative, 'iu'),
      dropped: new RegExp(patterns.dropped, 'gu'),
    };
    compiled.set(key, found);
  }
  return found;
}

/** Digits behind the point that are kept. */
export const numberScale = 4;
/** Absolute values from here on are no figures of a shipment. */
export const numberLimit = 10n ** 13n;

/**
 * Reads a cell as a plain decimal with at most 4 decimals, rounded half-up (away from zero).
 * `null`: the cell says "nothing"; `undefined`: it is no number, or its absolute value reaches 10^13.
 */
export function parseNumber(text: string, format: NumberFormat): Decimal | null | undefined {
  const scaled = parseScaled(text, format);
  return typeof scaled === 'bigint' ? decimalOf(scaled) : scaled;
}

/** Like `parseNumber`, in units of 10^-4. */
export function parseScaled(text: string, format: NumberFormat): bigint | null | undefined {
  if (isEmptyCell(text)) return null;
  const patterns = compile(format);
  if (!patterns.whole.test(text)) return undefined;
  const figure = patterns.figure.exec(text)?.[0];
  if (figure === undefined) return undefined;
  const [mantissa = '', exponent = '0'] = figure
    .replace(patterns.dropped, '')
    .replace(',', '.')
    .toLowerCase()
    .split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const scaled = scale(whole + decimals, decimals.length - Number(exponent));
  return scaled !== undefined && patterns.negative.test(text) ? -scaled : scaled;
}

/** The plain decimal of a number in units of 10^-4. */
export function decimalOf(scaled: bigint): Decimal {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(numberScale + 1, '0');
  const decimals = digits.slice(-numberScale).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -numberScale)}${decimals && `.${decimals}`}`;
}

/** `digits` × 10^-`decimals` in units of 10^-4. */
function scale(digits: string, decimals: number): bigint | undefined {
  const value = BigInt(digits || '0');
  const shift = numberScale - decimals;
  if (shift >= 0) {
    const scaled = value * 10n ** BigInt(shift);
    return scaled < numberLimit * 10n ** BigInt(numberScale) ? scaled : undefined;
  }
  const divisor = 10n ** BigInt(-shift);
  if (value >= numberLimit * 10n ** BigInt(decimals)) return undefined;
  return (value + divisor / 2n) / divisor;
}
