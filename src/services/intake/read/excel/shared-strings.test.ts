import { expect, test } from 'vitest';
import { SharedStrings } from './shared-strings.ts';

test('texts come back by their number, whatever their number and length', () => {
  const strings = new SharedStrings(1e9);
  const text = (at: number) => `Контрагент ${at} 🏭`.repeat(at % 500 === 0 ? 50_000 : 1);
  for (let at = 0; at < 5000; at++) strings.add(text(at));
  strings.add('');
  for (const at of [0, 1, 499, 500, 501, 4095, 4096, 4999]) expect(strings.get(at)).toBe(text(at));
  expect(strings.get(5000)).toBe('');
  expect(strings.get(5001)).toBeUndefined();
  expect(strings.get(-1)).toBeUndefined();
  expect(strings.get(Number.NaN)).toBeUndefined();
});
