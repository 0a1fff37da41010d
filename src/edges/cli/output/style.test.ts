import { expect, test } from 'vitest';
import { painter, wantsColour } from './style.ts';

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
  [{ TERM: 'dumb' }, true, false],
])('with %o and a terminal %s, colours are %s', (env, isTTY, coloured) => {
  expect(wantsColour(env, isTTY)).toBe(coloured);
});

test('without colours the text is the text', () => {
  expect(painter(false)('lost', 'потерянные')).toBe('потерянные');
  expect(painter(true)('lost', 'потерянные')).toBe('\u001b[31mпотерянные\u001b[39m');
});
