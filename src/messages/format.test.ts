import { expect, test } from 'vitest';
import { parsePeriod } from '../domain/period.ts';
import { formatBytes, formatDate, formatDuration, formatInstant, formatWithin } from './format.ts';

test('a day is written as the language writes it', () => {
  expect(formatDate('2026-11-03', 'ru')).toBe('03.11.2026');
  expect(formatDate('2026-11-03', 'en')).toBe('2026-11-03');
});

test.each([
  ['2026-10', 'в октябре 2026 г.', 'in October 2026'],
  ['2026-10@2026-10-14', 'в октябре 2026 г. (по 14.10.2026)', 'in October 2026 (to 2026-10-14)'],
  ['2026-05', 'в мае 2026 г.', 'in May 2026'],
  ['2026-03..2026-08', 'в марте–августе 2026 г.', 'in March–August 2026'],
  ['2025-11..2026-01', 'в ноябре 2025 г. – январе 2026 г.', 'in November 2025 – January 2026'],
  ['2026-Q2', 'во II кв. 2026', 'in Q2 2026'],
  ['2026-Q4', 'в IV кв. 2026', 'in Q4 2026'],
  ['2026-H2', 'во II полугодии 2026', 'in H2 2026'],
  ['2026', 'в 2026 году', 'in 2026'],
  ['2026-11-01..2026-11-15', 'с 01.11.2026 по 15.11.2026', 'from 2026-11-01 to 2026-11-15'],
  ['2026-11-01', '01.11.2026', 'on 2026-11-01'],
  ['last:3m@2026-11-15', 'с 16.08.2026 по 15.11.2026', 'from 2026-08-16 to 2026-11-15'],
])('something was within %s: «%s», “%s”', (text, ru, en) => {
  const period = parsePeriod(text, { today: '2026-11-30' });
  if ('code' in period) throw new Error(period.code);
  expect(formatWithin(period, 'ru')).toBe(ru);
  expect(formatWithin(period, 'en')).toBe(en);
});

test('an instant stands in the company zone: Moscow is three hours ahead of UTC', () => {
  expect(formatInstant('2026-11-03T21:30:00Z', 'ru')).toBe('04.11.2026, 00:30');
});

test.each([
  [0, '0 Б'],
  [999, '999 Б'],
  [12_400_000, '12,4 МБ'],
  [999_960, '1,0 МБ'],
  [3_000_000_000, '3,0 ГБ'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, 'ru').replace('\u00a0', ' ')).toBe(text);
});

test.each([
  [0.4, '0 с'],
  [59.4, '59 с'],
  [125, '2 мин 05 с'],
  [3720, '1 ч 02 мин'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds, 'ru').replaceAll('\u00a0', ' ')).toBe(text);
});
