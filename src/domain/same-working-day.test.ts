import { expect, test } from 'vitest';
import { russianCalendar } from './calendar.ts';
import { parsePeriod } from './period.ts';
import { sameWorkingDay } from './same-working-day.ts';

const sixDays = {
  ...russianCalendar,
  2026: { weekdays: [1, 2, 3, 4, 5, 6], daysOff: ['11-04'], workedDays: [] },
};

// The decreed calendar: October 2026 begins on a Thursday, November on a Sunday and has the 4th off.
test.each([
  ['a running month to the same working day', '2026-11', '2026-11-12', '2026-10@2026-10-12', 8],
  ['a day off that was loaded adds nothing', '2026-11', '2026-11-15', '2026-10@2026-10-13', 9],
  ['a month that is over to the whole one before', '2026-11', '2026-11-30', '2026-10', undefined],
  ['a longer month to the whole shorter one', '2026-03', '2026-03-30', '2026-02', 20],
  ['a month of which no working day has passed to nothing', '2026-11', '2026-11-01', null, undefined],
  ['a month to come to nothing', '2026-12', '2026-11-12', null, undefined],
  ['a quarter to the same working day of the quarter', '2026-Q4', '2026-10-02', '2026-Q3@2026-07-02', 2],
  [
    'a week to the same working day',
    '2026-11-09..2026-11-15',
    '2026-11-11',
    '2026-11-02..2026-11-08@2026-11-05',
    3,
  ],
  [
    'a window to the same working day',
    'last:2m@2026-11-20',
    '2026-11-12',
    'last:2m@2026-09-20@2026-09-10',
    38,
  ],
])('compares %s', (_, text, asOf, label, days) => {
  const period = parsePeriod(text, { today: asOf });
  if ('code' in period) throw new Error(period.code);
  const found = sameWorkingDay(period, asOf, russianCalendar);
  expect(found?.period.label ?? null).toBe(label);
  expect(found?.workingDays).toBe(days);
});

test('goes by the calendar that it is given', () => {
  const november = parsePeriod('2026-11', { today: '2026-11-12' });
  if ('code' in november) throw new Error(november.code);
  const found = sameWorkingDay(november, '2026-11-12', sixDays);
  expect([found?.period.label, found?.workingDays]).toEqual(['2026-10@2026-10-10', 9]);
  expect(sameWorkingDay(november, null, sixDays)).toEqual({ period: parsePeriod('2026-10', { today: '' }) });
});
