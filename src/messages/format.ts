import { formatNumber } from '../domain/money.ts';
import { formatPeriod, type Period } from '../domain/period.ts';
import type { Language } from './message.ts';

/** `03.11.2026`; in English `2026-11-03`, the one order that nobody misreads. */
export function formatDate(date: string, language: Language): string {
  return language === 'ru' ? date.split('-').reverse().join('.') : date;
}

/** When something was, for the middle of a sentence: «в октябре 2026 г.», «с 01.11.2026 по 15.11.2026». */
export function formatWithin(period: Period, language: Language): string {
  const { from, to } = period;
  if (period.whole !== undefined)
    return `${formatWithin(period.whole, language)} (${language === 'ru' ? 'по' : 'to'} ${formatDate(to, language)})`;
  const days = period.grain === 'days' || period.label.startsWith('last:');
  if (days && from === to) return language === 'ru' ? formatDate(from, language) : `on ${from}`;
  if (days)
    return language === 'ru'
      ? `с ${formatDate(from, language)} по ${formatDate(to, language)}`
      : `from ${from} to ${to}`;
  const name = formatPeriod(period, language);
  if (language === 'en') return `in ${name}`;
  const declined = name
    .replace(/[ьй](?=[ –])/g, 'е')
    .replace(/т(?=[ –])/g, 'те')
    .replace(/полугодие/, 'полугодии')
    .replace(/год$/, 'году');
  return `${name.startsWith('II ') ? 'во' : 'в'} ${declined}`;
}

/** An instant in the company's zone: `03.11.2026, 12:05`. */
export function formatInstant(instant: string, language: Language, timeZone = 'Europe/Moscow'): string {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = local.format(new Date(instant)).split(' ');
  return `${formatDate(date, language)}, ${time}`;
}

/** `12,4 МБ`; a megabyte is a million bytes. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'] : ['B', 'KB', 'MB', 'GB', 'TB'];
  let power = 0;
  let value = bytes;
  for (; value >= 999.95 && power < units.length - 1; power++) value /= 1000;
  const shown = formatNumber(value.toFixed(1), language, { decimals: power === 0 ? 0 : 1 });
  return `${shown}\u00a0${units[power]}`;
}

/** Seconds as `45 с`, `2 мин 05 с`, `1 ч 02 мин`. */
export function formatDuration(seconds: number, language: Language): string {
  const [h, min, s] = language === 'ru' ? ['ч', 'мин', 'с'] : ['h', 'min', 's'];
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole}\u00a0${s}`;
  if (whole < 3600) return `${Math.floor(whole / 60)}\u00a0${min} ${two(whole % 60)}\u00a0${s}`;
  return `${Math.floor(whole / 3600)}\u00a0${h} ${two(Math.floor((whole % 3600) / 60))}\u00a0${min}`;
}
