import { expect, test } from 'vitest';
import { contrast, seenBy } from './colour.ts';

test('contrast is that of WCAG: 21 of black on white, and of the fact on the page what the direction says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#005e50', '#ffffff')).toBeCloseTo(7.7, 1);
});

test('without red the colour of the lost turns olive; grey stays grey to everybody', () => {
  const [red, green] = [seenBy('#c9540c', 'protan').slice(1, 3), seenBy('#c9540c', 'protan').slice(3, 5)];
  expect(Math.abs(Number.parseInt(red, 16) - Number.parseInt(green, 16))).toBeLessThan(20);
  expect(seenBy('#808080', 'deutan')).toBe('#808080');
});
