import { useMemo } from 'react';
import { formatMoney, formatNumber, formatPercent } from '../../../src/domain/money.ts';
import { formatPeriod, parsePeriod } from '../../../src/domain/period.ts';
import { formatBytes, formatDate, formatDuration, formatInstant } from '../../../src/messages/format.ts';
import { useLanguage } from './language.tsx';
import type { Language } from './words.ts';

type Amount = string | number | null | undefined;
export const nothing = '—';

/** Numbers and dates as `visual-direction` wants them: a real minus, no-break spaces, «—» for nothing. */
export function formatsIn(language: Language) {
  const or = (value: Amount, show: (value: string | number) => string) =>
    value === null || value === undefined ? nothing : show(value);
  const count = (value: Amount) => or(value, (known) => formatNumber(known, language, { decimals: 0 }));
  return {
    language,
    /** `1 234` */
    count,
    /** `+13`, `−170`, `0` */
    change: (value: Amount) =>
      or(value, (known) => formatNumber(known, language, { decimals: 0, signed: true })),
    number: (value: Amount, decimals?: number) =>
      or(value, (known) => formatNumber(known, language, decimals === undefined ? {} : { decimals })),
    /** Whole roubles: `45 957 ₽`. */
    roubles: (value: Amount) => or(value, (known) => formatMoney(String(known), language, { decimals: 0 })),
    /** To the kopeck: `45 957,50 ₽`. */
    money: (value: Amount) => or(value, (known) => formatMoney(String(known), language)),
    /** `62,5 млн ₽` */
    shortMoney: (value: Amount) =>
      or(value, (known) => formatMoney(String(known), language, { compact: true })),
    /** A fraction as `12,5 %`. */
    percent: (value: Amount, signed = false) =>
      or(value, (known) => formatPercent(String(known), language, { signed })),
    date: (value: string | null | undefined) => (value ? formatDate(value, language) : nothing),
    /** «18 ноября» */
    day: (value: string | null | undefined) =>
      value
        ? new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
            new Date(`${value}T00:00:00Z`),
          )
        : nothing,
    instant: (value: string | null | undefined) => (value ? formatInstant(value, language) : nothing),
    bytes: (value: number) => formatBytes(value, language),
    duration: (seconds: number) => formatDuration(seconds, language),
    /** A period's label as people say it: «ноябрь 2026». */
    period: (label: string) => {
      const period = parsePeriod(label, { today: '2000-01-01' });
      return 'code' in period ? label : formatPeriod(period, language).replace(/\u00a0г\.| г\./g, '');
    },
    /** «ноября 2026», of a day or a month; «November 2026». */
    monthOf: (label: string) => {
      const day = new Date(`${label.slice(0, 7)}-01T00:00:00Z`);
      const of = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      if (language !== 'ru') return of({ month: 'long', year: 'numeric' }).format(day);
      // With a day the month stands in the genitive.
      const part = of({ day: 'numeric', month: 'long' }).formatToParts(day);
      return `${part.find(({ type }) => type === 'month')?.value} ${label.slice(0, 4)}`;
    },
    /** «ноя» */
    shortMonth: (label: string) =>
      new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
        .format(new Date(`${label.slice(0, 7)}-01T00:00:00Z`))
        .slice(0, 3),
  };
}

export type Formats = ReturnType<typeof formatsIn>;

export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
}
