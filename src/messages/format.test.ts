import { expect, test } from 'vitest';
import { formatBytes, formatDate, formatDuration, formatInstant } from './format.ts';

test('a day is written as the language writes it', () => {
  expect(formatDate('2026-11-03', 'ru')).toBe('03.11.2026');
  expect(formatDate('2026-11-03', 'en')).toBe('2026-11-03');
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
