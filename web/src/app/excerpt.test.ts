import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test('a long text is shown around the word that was found, in whatever form it stands', () => {
  const text = `${'Обсуждали выкладку и план на месяц. '.repeat(8)}Просят большую отсрочку, иначе уйдут. ${'Ещё говорили о погоде. '.repeat(8)}`;
  const shown = excerptOf(text, 'отсрочек');
  expect(shown).toContain('большую отсрочку');
  expect(shown.length).toBeLessThan(120);
  expect(excerptOf('Не дозвонились', 'звонок')).toBe('Не дозвонились');
  expect(excerptOf(text, 'ничего').startsWith('Обсуждали')).toBe(true);
});
