import { describe, expect, test } from 'vitest';
import type { WorkingCalendar } from '../../../server/api.ts';
import { kindOfDay, statedOf, weeksOf, withDayTurned, withWeekdayTurned, yearsIn } from './calendar-year.ts';

const learned: WorkingCalendar = {
  ...{ branch: 0, year: 2026, weekdays: [1, 2, 3, 4, 5, 6] },
  ...{ daysOff: ['01-01'], workedDays: ['01-04'], weekSource: 'learned', daysSource: 'decreed' },
  ...{ months: [], learned: null },
};

test('a day is worked by its week, unless it is said of the day itself', () => {
  const kinds = ['2026-01-01', '2026-01-03', '2026-01-04', '2026-01-11'].map((date) =>
    kindOfDay(date, learned),
  );
  expect(kinds).toEqual(['off', 'worked', 'extra', 'offByWeek']);
});

describe('turning a day', () => {
  test.each([
    ['2026-01-01', { daysOff: [], workedDays: ['01-04'] }],
    ['2026-01-03', { daysOff: ['01-01', '01-03'], workedDays: ['01-04'] }],
    ['2026-01-04', { daysOff: ['01-01'], workedDays: [] }],
    ['2026-01-11', { daysOff: ['01-01'], workedDays: ['01-04', '01-11'] }],
  ])('%s leaves a learned week unsaid', (date, stated) => {
    expect(withDayTurned(learned, date)).toEqual(stated);
  });

  test('keeps a week that is stated', () => {
    expect(statedOf({ ...learned, weekSource: 'stated' }).weekdays).toEqual(learned.weekdays);
  });
});

test('a week that changes takes the days along that it says by itself', () => {
  expect(withWeekdayTurned(learned, 7)).toEqual({
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    daysOff: ['01-01'],
    workedDays: [],
  });
  expect(withWeekdayTurned(learned, 4).daysOff).toEqual([]);
});

test('months are weeks of seven places, Monday first', () => {
  const weeks = weeksOf(2026, 11);
  expect(weeks[0]?.slice(5)).toEqual([null, '2026-11-01']);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
});

test('the years of a file are found in whatever form it is', () => {
  expect(yearsIn('<calendar year="2026" lang="ru" date="2025.10.01">')).toEqual([2025, 2026]);
  expect(yearsIn('"1999","1,2,3*"\n"2000","1,2"\n1985')).toEqual([1999, 2000]);
  expect(yearsIn('')).toEqual([]);
});
