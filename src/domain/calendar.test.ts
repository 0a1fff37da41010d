import { describe, expect, test } from 'vitest';
import { isWorkingDay, russianCalendar, workingDates } from './calendar.ts';
import { calendarPeriod } from './period.ts';

function daysOf(month: string): number {
  const { from, to } = calendarPeriod('month', month);
  return workingDates(from, to).length;
}

describe('the production calendar', () => {
  test.each([
    [2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21], 248],
    [2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22], 247],
    [2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22], 247],
  ])('of %i has the decreed working days of every month', (year, months, total) => {
    const counted = months.map((_, index) => daysOf(`${year}-${String(index + 1).padStart(2, '0')}`));
    expect(counted).toEqual(months);
    expect(workingDates(`${year}-01-01`, `${year}-12-31`)).toHaveLength(total);
  });

  test('knows transfers, worked Saturdays and that Flag Day is no day off', () => {
    expect(isWorkingDay('2026-01-09')).toBe(false);
    expect(isWorkingDay('2026-12-31')).toBe(false);
    expect(isWorkingDay('2025-11-01')).toBe(true);
    expect(isWorkingDay('2025-11-08')).toBe(false);
    expect(isWorkingDay('2025-08-22')).toBe(true);
  });

  test('of a year without a decree is Monday to Friday less the fixed holidays', () => {
    expect(isWorkingDay('2027-06-14')).toBe(true);
    expect(workingDates('2027-11-01', '2027-11-07')).toHaveLength(4);
    expect(workingDates('2026-12-28', '2027-01-11')).toEqual([
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2027-01-11'],
    ]);
  });

  test('can be a company’s own', () => {
    const own = { ...russianCalendar, 2027: { daysOff: ['11-01'], workedDays: ['11-06'] } };
    expect(workingDates('2027-11-01', '2027-11-07', own)).toEqual([
      ...['2027-11-02', '2027-11-03', '2027-11-04', '2027-11-05', '2027-11-06'],
    ]);
    const sixDays = { 2027: { weekdays: [1, 2, 3, 4, 5, 6], daysOff: ['11-04'], workedDays: [] } };
    expect(workingDates('2027-11-01', '2027-11-07', sixDays)).toHaveLength(5);
  });

  test('counts both ends, and nothing when the end comes first', () => {
    expect(workingDates('2026-11-03', '2026-11-03')).toEqual(['2026-11-03']);
    expect(workingDates('2026-11-03', '2026-11-02')).toEqual([]);
  });
});
