import { expect, test } from 'vitest';
import { secondsLeft } from './time-left.ts';

const begun = { stage: 'stage', at: 1000, done: 100 };

test('the time left is that of the pace since the stage began', () => {
  expect(secondsLeft(begun, 300, 1100, 5000)).toBe(16);
});

test('nothing is promised at the very beginning, without a total, or when nothing moves', () => {
  expect(secondsLeft(begun, 300, 1100, 2000)).toBeUndefined();
  expect(secondsLeft(begun, 300, undefined, 9000)).toBeUndefined();
  expect(secondsLeft(begun, 100, 1100, 9000)).toBeUndefined();
});
