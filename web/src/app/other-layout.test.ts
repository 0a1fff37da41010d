import { expect, test } from 'vitest';
import { fitsLabel, inOtherLayout } from './other-layout.ts';

test('keys say the same in both layouts', () => {
  expect(inOtherLayout('yfcnhjqrb')).toBe('настройки');
  expect(inOtherLayout('ыуеештпы')).toBe('settings');
});

test.each([
  ['Настройки: журнал', 'журн наст', true],
  ['Настройки: журнал', ';ehyfk', true],
  ['Настройки: журнал', 'ключи', false],
  ['Настройки: журнал', '', true],
])('%s with «%s»: %s', (label, typed, fits) => expect(fitsLabel(label, typed)).toBe(fits));
