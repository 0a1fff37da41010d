import { describe, expect, test } from 'vitest';
import { type RepMonth, unusualMonths } from './score.ts';

const threshold = { least: 3, share: 0.08, chance: 0.5 };
const months = [1, 2, 3, 4, 5, 6];
const reps = [1, 2, 3, 4, 5, 6, 7, 8];

/** Everybody sells to forty customers every month, of whom `usual` are marked; some rep-months are otherwise. */
function told(usual: number, ...otherwise: readonly RepMonth[]): string[] {
  const all = reps.flatMap((rep) =>
    months.map(
      (month) =>
        otherwise.find((one) => one.rep === rep && one.month === month) ?? {
          ...{ rep, month, active: 40, marked: usual },
        },
    ),
  );
  return unusualMonths(all, threshold).map(({ rep, month, severity }) => `${rep} in ${month}: ${severity}`);
}

describe('a rep’s month is unusual', () => {
  test('where his share stands out among the others and among his own months', () => {
    expect(told(0, { rep: 3, month: 4, active: 50, marked: 12 })).toEqual(['3 in 4: medium']);
    expect(told(1, { rep: 3, month: 4, active: 40, marked: 13 })).toEqual(['3 in 4: high']);
  });

  test('not where all have as many: a promotion, a holiday, a closing warehouse', () => {
    const all = reps.map((rep) => ({ rep, month: 4, active: 40, marked: 12 }));
    expect(told(0, ...all)).toEqual([]);
  });

  test('not by one customer of a few, or by a small part of many', () => {
    expect(told(0, { rep: 3, month: 4, active: 3, marked: 2 })).toEqual([]);
    expect(told(0, { rep: 3, month: 4, active: 100, marked: 5 })).toEqual([]);
  });

  test('also where two play at once: neither hides the other', () => {
    const found = told(
      0,
      { rep: 3, month: 4, active: 40, marked: 10 },
      { rep: 5, month: 4, active: 40, marked: 10 },
    );
    expect(found).toEqual(['3 in 4: medium', '5 in 4: medium']);
  });

  test('every month, where the share of a rep is always far above the others', () => {
    const always = months.map((month) => ({ rep: 3, month, active: 40, marked: 14 }));
    expect(told(0, ...always)).toHaveLength(months.length);
    // A little more than the others is how he sells.
    const rather = months.map((month) => ({ rep: 3, month, active: 40, marked: 5 }));
    expect(told(1, ...rather)).toEqual([]);
  });
});
