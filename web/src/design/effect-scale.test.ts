import { expect, test } from 'vitest';
import { axisFrom } from './effect-scale.ts';

test('bars begin at nothing, unless all of them are long', () => {
  expect(axisFrom([878, 902, 751])).toBe(600);
  expect(axisFrom([10, 900])).toBe(0);
  expect(axisFrom([0, 900])).toBe(0);
  expect(axisFrom([])).toBe(0);
});
