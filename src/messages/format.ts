import { formatNumber } from '../domain/money.ts';
import type { Language } from './message.ts';

/** `03.11.2026`; in English `2026-11-03`, the one order that nobody misreads. */
export function formatDate(date: string, language: Language): string {
  return language === 'ru' ? date.split('-').reverse().join('.') : date;
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
