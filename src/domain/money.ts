import type { Decimal } from './units.ts';

export interface NumberStyle {
  /** Decimal places, all of them shown; left out: as many as the value has. */
  readonly decimals?: number;
  /** `+` before what is above zero: `+3,3 %`. */
  readonly signed?: boolean;
  /** `12,5 млн`, `12 тыс.`: one decimal at most unless told otherwise. */
  readonly compact?: boolean;
}

export interface MoneyStyle extends NumberStyle {
  /** ISO 4217; `RUB` when left out. */
  readonly currency?: string;
}

/** `1 234,5`: groups of three (also of four digits) with U+00A0, decimal comma and a real minus; in English 1,234.5. */
export function formatNumber(
  value: Decimal | number,
  language: 'ru' | 'en',
  style: NumberStyle = {},
): string {
  return format(value, language, {}, style);
}

/** `1 234 567,50 ₽`; whole roubles with `decimals: 0`. */
export function formatMoney(value: Decimal, language: 'ru' | 'en', style: MoneyStyle = {}): string {
  const { currency = 'RUB', ...rest } = style;
  const kind = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return format(value, language, kind, rest.compact ? rest : { decimals: 2, ...rest });
}

/** A fraction as a percentage: 0.125 → `12,5 %`; one decimal unless told otherwise. */
export function formatPercent(fraction: Decimal, language: 'ru' | 'en', style: NumberStyle = {}): string {
  return format(fraction, language, { style: 'percent' }, { decimals: 1, ...style });
}

/** Numbers of a formula as they are written, `30000 × 0.3` as `30 000 × 0,3`; nothing is rounded. */
export const formatFormula = (formula: string, language: 'ru' | 'en'): string =>
  formula.replaceAll(/\d+(\.\d+)?/g, (number) => formatNumber(number, language));

const formats = new Map<string, Intl.NumberFormat>();

function format(
  value: Decimal | number,
  language: 'ru' | 'en',
  kind: Intl.NumberFormatOptions,
  { decimals, signed, compact }: NumberStyle,
): string {
  const options: Intl.NumberFormatOptions = {
    ...kind,
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? (compact ? 1 : 20),
    // Never «−0,00»: what rounds to zero has no sign.
    signDisplay: signed ? 'exceptZero' : 'negative',
    useGrouping: 'always',
    notation: compact ? 'compact' : 'standard',
  };
  const key = `${language}${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-US', options);
    formats.set(key, known);
  }
  // Intl reads a decimal text exactly and rounds it half away from zero; TypeScript knows that of literals only.
  return known.format(value as Intl.StringNumericLiteral).replace('-', '−');
}
