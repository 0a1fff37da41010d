import { expect, test } from 'vitest';
import { withSeason } from './season.ts';

test('whoever doubled in December a year ago is expected to do so again, from where he is now', () => {
  const own = { recent: [90, 100, 110], yearEarlier: [40, 50, 60], ago: 100 };
  expect(withSeason(own, 1.5)).toBe(200);
  // Without a year of his own he goes with all the others.
  expect(withSeason({ recent: [90, 100, 110], yearEarlier: [], ago: Number.NaN }, 1.5)).toBe(150);
  expect(withSeason({ recent: [100, Number.NaN], yearEarlier: [0, 0], ago: 30 }, 1.5)).toBe(150);
});
