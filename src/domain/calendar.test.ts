import { describe, expect, test } from 'vitest';
import { isWorkingDay, russianCalendar, workingDays } from './calendar.ts';
import { calendarPeriod } from './period.ts';

function daysOf(month: string): number {
  const { from, to } = calendarPeriod('month', month);
  return workingDays(from, to).days;
}

describe('the production calendar', () => {
  test.each([
    [2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21], 248],
    [2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22], 247],
    [2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22], 247],
  ])('of %i has the decreed working days of every month', (year, months, total) => {
    const counted = months.map((_, index) => daysOf(`${year}-${String(index + 1).padStart(2, '0')}`));
    expect(counted).toEqual(months);
    expect(workingDays(`${year}-01-01`, `${year}-12-31`)).toEqual({ days: total, preliminary: false });
  });

  test('knows transfers, worked Saturdays and that Flag Day is no day off', () => {
    expect(isWorkingDay('2026-01-09')).toBe(false);
    expect(isWorkingDay('2026-12-31')).toBe(false);
    expect(isWorkingDay('2025-11-01')).toBe(true);
    expect(isWorkingDay('2025-11-08')).toBe(false);
    expect(isWorkingDay('2025-08-22')).toBe(true);
  });

  test('of a year without a decree is Monday to Friday less the fixed holidays, and says so', () => {
    expect(isWorkingDay('2027-06-14')).toBe(true);
    expect(workingDays('2027-11-01', '2027-11-07')).toEqual({ days: 4, preliminary: true });
    expect(workingDays('2026-12-28', '2027-01-11')).toEqual({ days: 4, preliminary: true });
  });

  test('can be a company’s own', () => {
    const own = { ...russianCalendar, 2027: { daysOff: ['11-01'], workingWeekends: ['11-06'] } };
    expect(workingDays('2027-11-01', '2027-11-07', own)).toEqual({ days: 5, preliminary: false });
  });

  test('counts both ends, and nothing when the end comes first', () => {
    expect(workingDays('2026-11-03', '2026-11-03').days).toBe(1);
    expect(workingDays('2026-11-03', '2026-11-02').days).toBe(0);
  });
});
